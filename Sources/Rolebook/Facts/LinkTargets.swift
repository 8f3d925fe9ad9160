import Markdown

/// All that a link of the site can lead to.
struct LinkTargets: Sendable {
  /// Paths below the content folder, from `/`.
  private let pagesByPath: [String: Int]
  private let pagesByAddress: [String: Int]
  /// Per page, the anchors that it has.
  private var anchors: [Set<String>]
  /// Addresses of files that are copied or generated, from `/`.
  private let others: Set<String>
  /// The old addresses that redirects lead on from, as `folderAddress` has them.
  private let oldAddresses: Set<String>
  /// What the addresses start with that a redirect takes all of: `/old/`.
  private let oldFolders: Set<String>
  /// The first parts of all addresses: what lies under others is no part of this site.
  private let roots: Set<String>
  private let nearRoots: SlipIndex
  private let extensions: [String]
  private let basePath: String

  init(
    _ pages: [Page], anchors: [Set<String>], _ files: [SourceFile], _ permissions: [Permission],
    _ roles: [Role], _ redirects: [Redirect], _ settings: Settings
  ) {
    pagesByPath = Dictionary(
      pages.indices.map { ("/" + pages[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
    pagesByAddress = Dictionary(
      pages.indices.map { (pages[$0].address, $0) }, uniquingKeysWith: { first, _ in first })
    self.anchors = anchors
    let assets = files.filter { $0.role == .asset }
      .map { "/" + Page.path(of: $0.path, below: settings.content) }
    let platforms = Set(permissions.map(\.platform) + roles.map(\.platform))
    let folders = Self.folders(of: pages)
    let feed = ["findings", "grants", "guides", "index", "pages", "permissions", "places", "roles", "search"]
    let fixed = [
      "/permissions/", "/roles/", "/sitemap.xml", "/404.html", "/llms.txt", "/icon.svg", "/style.css",
      "/_redirects",
    ]
    let lists =
      fixed + folders + feed.map { "/api/v1/\($0).json" }
      + platforms.flatMap { ["/permissions/\($0)/", "/roles/\($0)/"] }
    others = Set(assets + lists + permissions.map(\.address) + roles.map(\.address))
    oldAddresses = Set(redirects.filter { !$0.isPattern }.map(\.source))
    oldFolders = Set(redirects.compactMap(\.fixedPart))
    roots = Set((pages.map(\.address) + assets + lists + oldAddresses).map(Self.root))
    nearRoots = SlipIndex(roots)
    extensions = settings.extensions
    basePath = Self.path(of: settings.baseURL)
  }

  /// Gives a page other anchors; false where they are those that it has.
  mutating func replaceAnchors(of page: Int, by new: Set<String>) -> Bool {
    if anchors[page] == new { return false }
    anchors[page] = new
    return true
  }

  /// Where each link and image of a page leads.
  func resolve(_ page: Page, _ settings: Settings) -> [PageLink] {
    let document = page.document
    let links = document.nodes.indices.filter {
      document.nodes[$0].kind == .link || document.nodes[$0].kind == .image
    }
    return links.map { node in
      let destination = document.string(document.nodes[node].literal)
      return PageLink(
        node: node, target: target(destination, from: page),
        place: page.place(document.nodes[node].span))
    }
  }

  /// Where a page's `superseded_by` leads.
  func successor(of page: Page) -> PageLink.Target? {
    page.frontMatter.supersededBy.map { target($0.value, from: page) }
  }

  /// What is published where a redirect leads from and to.
  func ends(of redirect: Redirect) -> RedirectEnds {
    guard !redirect.isPattern, redirect.isUnconditional else { return RedirectEnds(source: nil, target: nil) }
    let address = redirect.source
    let source =
      pagesByAddress[address].map { PageLink.Target.page($0, anchor: nil) }
      ?? (others.contains(address) ? .file(address) : nil)
    guard redirect.to.hasPrefix("/"), !redirect.to.hasPrefix("//") else {
      return RedirectEnds(source: source, target: .external)
    }
    let path = percentDecoded(String(redirect.to.prefix { $0 != "?" && $0 != "#" }))
    return RedirectEnds(source: source, target: lookUp(absolute: path, anchor: ""))
  }

  private func target(_ destination: String, from page: Page) -> PageLink.Target {
    if LinkScheme.scheme(of: destination.utf8) != nil {
      return LinkScheme.isAllowed(destination.utf8) ? .external : .unsafe
    }
    let parts = DestinationParts(of: destination)
    if destination.hasPrefix("//") || parts.isTemplate { return .external }
    let (path, anchor) = (parts.path, parts.anchor)
    guard !path.isEmpty else {
      guard let own = pagesByPath["/" + page.path] else { return .external }
      return anchored(own, anchor)
    }
    return lookUp(path, anchor, from: page)
  }

  private func lookUp(_ path: String, _ anchor: String, from page: Page) -> PageLink.Target {
    guard path.utf8.first == UInt8(ascii: "/") else {
      // Relative to the file, as editors and GitHub follow it; else to the address, as browsers do.
      let file = normalized(path, below: page.path.utf8.prefix(upToLast: UInt8(ascii: "/")))
      if let found = file.flatMap({ target(at: $0, anchor) }) { return found }
      return normalized(path, below: page.address.utf8[...]).flatMap { target(at: $0, anchor) }
        ?? .missingPage(file ?? path)
    }
    return lookUp(absolute: path, anchor: anchor)
  }

  private func lookUp(absolute path: String, anchor: String) -> PageLink.Target {
    let inside =
      basePath != "/" && path.hasPrefix(basePath) ? String(path.dropFirst(basePath.count - 1)) : path
    guard let address = normalized(inside) else { return .missingPage(path) }
    if let found = target(at: address, anchor) { return found }
    // An absolute path to another part of the host is not ours to judge.
    return isOurs(address) ? .missingPage(address) : .external
  }

  /// Whether a path is meant for this site: it starts with one of its folders, with one whose longer name is
  /// almost the same, or with a slip in one that makes all the difference.
  private func isOurs(_ address: String) -> Bool {
    let root = Self.root(address)
    if roots.contains(root) { return true }
    let rest = address.dropFirst(root.count + 1)
    let near = nearRoots.near(root)
    if root.utf8.count >= 5, !near.isEmpty { return true }
    if rest.utf8.count > 1, near.contains(where: { target(at: "/" + $0 + rest, "") != nil }) { return true }
    guard basePath != "/", editDistance("/" + root + "/", basePath, limit: 1) == 1 else { return false }
    return target(at: String(rest), "") != nil
  }

  /// The page or file at a path or address from `/`, or where a redirect leads on from; nil where there is
  /// nothing.
  private func target(at path: String, _ anchor: String) -> PageLink.Target? {
    if let page = page(at: path) { return anchored(page, anchor) }
    let folder = path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path + "/"
    if let file = [path, folder].first(where: others.contains) { return .file(file) }
    return isOld(path) ? .file(path) : nil
  }

  /// Whether a redirect leads on from this address.
  private func isOld(_ path: String) -> Bool {
    if !oldAddresses.isEmpty, oldAddresses.contains(folderAddress(path)) { return true }
    guard !oldFolders.isEmpty else { return false }
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      if oldFolders.contains(String(folder[...slash])) { return true }
      folder = folder[..<slash]
    }
    return false
  }

  private func page(at path: String) -> Int? {
    if let page = pagesByPath[path] { return page }
    let folder = path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
    if let page = pagesByAddress[folder] { return page }
    if path.hasSuffix("/index.html") { return pagesByAddress[String(path.dropLast("index.html".count))] }
    if path.hasSuffix(".html") { return pagesByAddress[path.dropLast(".html".count) + "/"] }
    return nil
  }

  private func anchored(_ page: Int, _ anchor: String) -> PageLink.Target {
    if anchor.isEmpty || anchor == "top" { return .page(page, anchor: nil) }
    return anchors[page].contains(anchor)
      ? .page(page, anchor: anchor) : .missingAnchor(page: page, anchor: anchor)
  }

  /// The path from `/`, read from a folder, without `.` and `..`; nil where it leaves the site.
  private func normalized(_ path: String, below folder: Substring.UTF8View = Substring().utf8) -> String? {
    var result = PlainPath(capacity: folder.count + path.utf8.count + 2)
    guard result.follow(folder), result.follow(path.utf8[...]) else { return nil }
    return result.text(isFolder: path.utf8.last == UInt8(ascii: "/"))
  }

  /// The folders that pages lie in: each has a page of its own or gets a list.
  private static func folders(of pages: [Page]) -> Set<String> {
    var folders: Set<String> = []
    for page in pages {
      var address = page.address.utf8.dropLast()
      while let slash = address.lastIndex(of: UInt8(ascii: "/")), slash > address.startIndex,
        folders.insert(String(page.address[...slash])).inserted
      {
        address = address[..<slash]
      }
    }
    return folders
  }

  private static func root(_ address: String) -> String {
    String(Substring(address.utf8.dropFirst().prefix { $0 != UInt8(ascii: "/") }))
  }

  private static func path(of address: String?) -> String {
    guard let address, let scheme = address.firstRange(of: "://") else { return "/" }
    let rest = address[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }

  /// The anchors that a page has.
  static func anchors(of page: Page) -> Set<String> {
    let anchors = Set(page.headings.map(\.anchor))
    return page.document.hasHTML ? anchors.union(htmlAnchors(page)) : anchors
  }

  /// Anchors that raw HTML sets: `<a name="x">`, `id="x"`.
  private static func htmlAnchors(_ page: Page) -> [String] {
    page.document.nodes.filter { $0.kind == .htmlBlock || $0.kind == .htmlInline }.flatMap { node in
      let html = page.document.string(node.literal)
      return ["id=\"", "name=\"", "id='", "name='"].flatMap { attribute in
        html.ranges(of: attribute).map { range in
          String(html[range.upperBound...].prefix { $0 != "\"" && $0 != "'" })
        }
      }
    }
  }
}

extension String.UTF8View {
  /// What stands before the last of these bytes; nothing where there is none.
  fileprivate func prefix(upToLast byte: UInt8) -> Substring.UTF8View {
    self[..<(lastIndex(of: byte) ?? startIndex)]
  }
}
