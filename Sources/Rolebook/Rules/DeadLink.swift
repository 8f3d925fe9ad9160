import Markdown

extension Rule {
  static let deadLink = Rule(
    "dead-link", .pages, .error, "A link or image leads to a page or file that the site does not have"
  ) { catalog in
    let dead =
      catalog.links.strayPages.flatMap { DeadEnd.all(on: $0, catalog) } + DeadEnd.ofRedirects(catalog)
    let places = dead.isEmpty ? nil : NearbyPaths(catalog)
    return dead.map { finding($0, places?.closest(to: $0.path), catalog) } + staleSuccessors(catalog)
  }

  private static func finding(_ end: DeadEnd, _ near: String?, _ catalog: Catalog) -> Finding {
    let suggestion = near.map { near in
      end.page.map { relativePath(to: near, from: $0) } ?? "/" + near
    }
    let fix = suggestion.flatMap { suggestion in
      end.isWritten && end.page != nil
        ? Fix(isSafe: false, edits: [Edit(end.place, suggestion + end.tail)]) : nil
    }
    return Finding(
      "`\(end.destination)` leads nowhere", at: end.place,
      help: suggestion.map { "did you mean `\($0)`?" }
        ?? "there is no such page or file in `\(catalog.settings.content)/`",
      fix: fix, facts: [end.page ?? "", end.destination])
  }

  private static func relativePath(to target: String, from page: String) -> String {
    var here = page.split(separator: "/").dropLast()
    var there = target.split(separator: "/")[...]
    while let first = here.first, first == there.first, there.count > 1 {
      here.removeFirst()
      there.removeFirst()
    }
    return String(repeating: "../", count: here.count) + there.joined(separator: "/")
  }

  /// A page whose successor is superseded itself: its readers are sent on to what holds no more.
  private static func staleSuccessors(_ catalog: Catalog) -> [Finding] {
    let next = catalog.pages.indices.map { catalog.links.successor(of: $0) }
    let circular = Set(circles(following: next).joined())
    return catalog.pages.indices.compactMap { index -> Finding? in
      let page = catalog.pages[index]
      guard page.isSuperseded, let successor = next[index], catalog.pages[successor].isSuperseded,
        !circular.contains(index), !circular.contains(successor),
        let place = page.frontMatter.supersededBy?.place
      else { return nil }
      let stale = catalog.pages[successor]
      var finding = Finding(
        "the successor of this page is superseded itself", at: place,
        related: [
          Related(
            "where it says so",
            at: (stale.frontMatter.supersededBy?.place ?? stale.frontMatter.status?.place) ?? stale.firstLine)
        ],
        help: next[successor].map {
          "write `\(relativePath(to: catalog.pages[$0].path, from: page.path))`, which readers are sent on to"
        } ?? "name a page that is current",
        facts: [page.path, stale.path])
      finding.severity = .warning
      return finding
    }
  }
}

/// A link, a successor or a redirect to where nothing is.
private struct DeadEnd {
  let destination: String
  /// The path or address that it means, from `/`.
  let path: String
  let place: Place
  /// The page that it stands on; nil for a line of `_redirects`.
  let page: String?
  /// Whether all that stands at the place is the destination.
  let isWritten: Bool

  /// The query and the anchor.
  var tail: String { String(destination.drop { $0 != "#" && $0 != "?" }) }

  static func all(on index: Int, _ catalog: Catalog) -> [DeadEnd] {
    let page = catalog.pages[index]
    let links = catalog.links.links[index].compactMap { link -> DeadEnd? in
      guard case .missingPage(let path) = link.target else { return nil }
      let place = page.writtenDestination(of: link)
      return DeadEnd(
        destination: page.destination(of: link), path: path, place: place, page: page.path,
        isWritten: place != link.place)
    }
    guard let successor = page.frontMatter.supersededBy,
      case .missingPage(let path) = catalog.links.successors[index]
    else { return links }
    return links + [
      DeadEnd(
        destination: successor.value, path: path, place: successor.place, page: page.path, isWritten: false)
    ]
  }

  static func ofRedirects(_ catalog: Catalog) -> [DeadEnd] {
    zip(catalog.redirects, catalog.links.redirects).compactMap { redirect, ends in
      guard case .missingPage(let path) = ends.target, let place = redirect.toPlace else { return nil }
      return DeadEnd(destination: redirect.to, path: path, place: place, page: nil, isWritten: true)
    }
  }
}

/// The paths of a site's pages and files, by what a slip in a link leaves of them.
private struct NearbyPaths {
  /// By the folder that an address lies in: its last part and its path.
  private var byFolder: [String: [(name: String, path: String)]] = [:]
  private var byName: [String: [(folder: String, path: String)]] = [:]
  private let extensions: [String]

  init(_ catalog: Catalog) {
    extensions = catalog.settings.extensions + ["html"]
    for page in catalog.pages { add(page.address, page.path) }
    for file in catalog.files where file.role == .asset {
      let path = Page.path(of: file.path, below: catalog.settings.content)
      add("/" + path, path)
    }
  }

  private mutating func add(_ address: String, _ path: String) {
    let (folder, name) = Self.parts(of: address)
    byFolder[folder, default: []].append((name, path))
    byName[name, default: []].append((folder, path))
  }

  /// The path that an address may have meant: one beside it of almost the same name, else one of the same name
  /// elsewhere.
  func closest(to path: String) -> String? {
    let (folder, name) = Self.parts(of: address(of: path))
    let siblings = byFolder[folder] ?? []
    if let near = Rolebook.closest(to: name, among: siblings.map(\.name)) {
      return siblings.first { $0.name == near }?.path
    }
    let namesakes = (byName[name] ?? []).prefix(16)
    guard let near = Rolebook.closest(to: folder, among: namesakes.map(\.folder)) else {
      return namesakes.count == 1 ? namesakes[0].path : nil
    }
    return namesakes.first { $0.folder == near }?.path
  }

  private func address(of path: String) -> String {
    for ending in extensions where path.hasSuffix("." + ending) {
      let stem = String(path.dropLast(ending.count + 1))
      return ["/index", "/_index", "/README"].first(where: stem.hasSuffix).map {
        String(stem.dropLast($0.count))
      } ?? stem
    }
    return path
  }

  private static func parts(of address: String) -> (folder: String, name: String) {
    let parts = address.split(separator: "/")
    return (parts.dropLast().joined(separator: "/"), String(parts.last ?? ""))
  }
}
