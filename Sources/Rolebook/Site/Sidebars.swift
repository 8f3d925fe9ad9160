import Synchronization

/// The lists of pages beside the text, one for each section and depth, made when the first page with it is.
///
/// Only a small site shows all its pages; in others a sidebar opens the sections around the page. A list
/// that would be long on every page is left to the section's own page.
///
/// A class: what is made once is kept for all pages.
final class Sidebars: Sendable {
  private struct Key: Hashable { let section: Int, root: String }

  private struct Sidebar: Sendable {
    let html: [UInt8]
    /// Address → where its link's attributes start.
    let marks: [String: Int]
    let digest: InputDigest
  }

  private let made = Mutex<[Key: Sidebar]>([:])

  /// Sites up to this size show every page in the sidebar.
  private static let smallSite = 150
  /// The longest list of a sidebar.
  private static let longestList = 100

  private let sections: SectionTree
  private let platforms: [PlatformShelf]
  private let catalog: Catalog
  private let texts: InterfaceTexts
  private let hasChanges: Bool

  init(
    _ sections: SectionTree, _ platforms: [PlatformShelf], _ catalog: Catalog, _ texts: InterfaceTexts,
    hasChanges: Bool
  ) {
    self.sections = sections
    self.platforms = platforms
    self.catalog = catalog
    self.texts = texts
    self.hasChanges = hasChanges
  }

  /// The sidebar of a page in this section, with the page's own entry marked.
  func html(section: Int, at address: String, _ href: Href) -> [UInt8] {
    let sidebar = sidebar(section, href)
    guard let mark = sidebar.marks[address] else { return sidebar.html }
    var html: [UInt8] = []
    html.reserveCapacity(sidebar.html.count + 24)
    html.append(contentsOf: sidebar.html[..<mark])
    html.append(" aria-current=\"page\"")
    html.append(contentsOf: sidebar.html[mark...])
    return html
  }

  /// What the sidebars of all pages in this section are made from, but for the mark of the page.
  func digest(section: Int, _ href: Href) -> InputDigest { sidebar(section, href).digest }

  /// Two tasks may make the same one at once: neither waits for the other.
  private func sidebar(_ section: Int, _ href: Href) -> Sidebar {
    let key = Key(section: section, root: href.root)
    if let known = made.withLock({ $0[key] }) { return known }
    let sidebar = make(section, href)
    made.withLock { $0[key] = sidebar }
    return sidebar
  }

  private func make(_ section: Int, _ href: Href) -> Sidebar {
    var list = SidebarList(href: href)
    let path = Set(sections.path(to: section))
    list.nest { appendEntries(of: 0, around: path, to: &$0) }
    if !platforms.isEmpty || hasChanges { list.nest { appendReference(to: &$0) } }
    var inputs = InputList()
    inputs.add(list.html)
    return Sidebar(html: list.html, marks: list.marks, digest: inputs.digest)
  }

  private func appendEntries(of section: Int, around path: Set<Int>, to list: inout SidebarList) {
    let entries = sections.sections[section].entries
    let isLong = entries.count > Self.longestList
    if isLong {
      list.item(texts.say("all-of", ["count": String(entries.count)]), sections.sections[section].address)
    }
    for entry in entries {
      switch entry {
      case .page(let page):
        if !isLong { list.item(catalog.pages[page].title, catalog.pages[page].address) }
      case .section(let child):
        if !isLong || path.contains(child) { append(child, around: path, to: &list) }
      }
    }
  }

  /// A section with what lies in it, open around the page; where that would be too much, a link to it.
  private func append(_ section: Int, around path: Set<Int>, to list: inout SidebarList) {
    let (title, address) = (sections.sections[section].title, sections.sections[section].address)
    if sections.sections[section].entries.isEmpty { return list.item(title, address) }
    if !path.contains(section), catalog.pages.count > Self.smallSite { return list.folder(title, address) }
    list.group(title, isOpen: path.contains(section)) { list in
      list.item(texts.say("overview"), address)
      appendEntries(of: section, around: path, to: &list)
    }
  }

  /// The tools, and the matrices of platforms.
  private func appendExplorer(to list: inout SidebarList) {
    if catalog.roles.isEmpty { return }
    list.group(texts.say("explorer"), isOpen: false) { list in
      for tool in SitePlan.Tool.all { list.item(texts.say("\(tool.name)-title"), tool.address) }
      list.item(texts.say("quality"), SitePlan.qualityAddress)
      guard platforms.count <= Self.fewPlatforms else { return }
      for platform in platforms where platform.hasMatrix {
        let title = catalog.settings.platforms[platform.name]?.title ?? platform.name
        list.item(texts.say("matrix-title", ["platform": title]), "/matrix/\(platform.name)/")
      }
    }
  }

  private func appendReference(to list: inout SidebarList) {
    for (title, address) in [("permissions", "/permissions/"), ("roles", "/roles/")] where !platforms.isEmpty
    {
      guard platforms.count > 1, platforms.count <= Self.longestList else {
        list.item(texts.say(title), address)
        continue
      }
      list.group(texts.say(title), isOpen: platforms.count <= Self.fewPlatforms) { list in
        list.item(texts.say("overview"), address)
        for platform in platforms {
          let title = catalog.settings.platforms[platform.name]?.title ?? platform.name
          list.item(title, "\(address)\(platform.name)/")
        }
      }
    }
    appendExplorer(to: &list)
    if hasChanges { list.item(texts.say("changes"), ChangeFeed.address) }
  }

  /// How many platforms are always shown.
  private static let fewPlatforms = 8
}
