import Markdown

/// The lists of pages beside the text, one for each section and depth, made once.
///
/// Only a small site shows all its pages; in others a sidebar opens the sections around the page. A list
/// that would be long on every page is left to the section's own page.
struct Sidebars: Sendable {
  private struct Key: Hashable { let section: Int, root: String }

  private struct Sidebar: Sendable {
    let html: String
    /// Address → where its link's attributes start, in UTF-8.
    let marks: [String: Int]
  }

  private var sidebars: [Key: Sidebar] = [:]

  /// Sites up to this size show every page in the sidebar.
  private static let smallSite = 40
  /// The longest list of a sidebar.
  private static let longestList = 100

  private let sections: SectionTree
  private let platforms: [PlatformShelf]
  private let catalog: Catalog
  private let namesIndexFiles: Bool

  init(_ sections: SectionTree, _ platforms: [PlatformShelf], _ catalog: Catalog, namesIndexFiles: Bool) {
    self.sections = sections
    self.platforms = platforms
    self.catalog = catalog
    self.namesIndexFiles = namesIndexFiles
    let generated = ["/", "/roles/", "/roles/p/", "/roles/p/id/"].map { (0, $0) }
    let written = catalog.pages.indices.map { (sections.sectionOfPage[$0], catalog.pages[$0].address) }
    let listed = sections.sections.indices.map { ($0, sections.sections[$0].address) }
    for (section, address) in generated + written + listed {
      let href = Href(from: address, namesIndexFiles: namesIndexFiles)
      let key = Key(section: section, root: href.root)
      if sidebars[key] == nil { sidebars[key] = make(section, href) }
    }
  }

  /// The sidebar of a page in this section, with the page's own entry marked.
  func html(section: Int, at address: String, _ href: Href) -> String {
    let sidebar = sidebars[Key(section: section, root: href.root)] ?? make(section, href)
    guard let mark = sidebar.marks[address] else { return sidebar.html }
    let cut = sidebar.html.utf8.index(sidebar.html.startIndex, offsetBy: mark)
    return sidebar.html[..<cut] + " aria-current=\"page\"" + sidebar.html[cut...]
  }

  private func make(_ section: Int, _ href: Href) -> Sidebar {
    var list = SidebarList(href: href)
    let isSmall = catalog.pages.count <= Self.smallSite
    let open = isSmall ? Set(sections.sections.indices) : Set(sections.path(to: section))
    list.nest { appendEntries(of: 0, open: open, to: &$0) }
    if !platforms.isEmpty { list.nest { appendReference(to: &$0) } }
    return Sidebar(html: String(decoding: list.html, as: UTF8.self), marks: list.marks)
  }

  private func appendEntries(of section: Int, open: Set<Int>, to list: inout SidebarList) {
    let entries = sections.sections[section].entries
    let isLong = entries.count > Self.longestList
    if isLong { list.item("All \(entries.count) pages", sections.sections[section].address) }
    for entry in entries {
      switch entry {
      case .page(let page):
        if !isLong { list.item(catalog.pages[page].title, catalog.pages[page].address) }
      case .section(let child):
        if isLong, !open.contains(child) { continue }
        let inner = sections.sections[child]
        list.item(inner.title, inner.address) { list in
          guard open.contains(child), !inner.entries.isEmpty else { return }
          list.nest { appendEntries(of: child, open: open, to: &$0) }
        }
      }
    }
  }

  private func appendReference(to list: inout SidebarList) {
    for (title, address) in [("Permissions", "/permissions/"), ("Roles", "/roles/")] {
      list.item(title, address) { list in
        guard platforms.count > 1, platforms.count <= Self.longestList else { return }
        list.nest { list in
          for platform in platforms {
            let title = catalog.settings.platforms[platform.name]?.title ?? platform.name
            list.item(title, "\(address)\(platform.name)/")
          }
        }
      }
    }
  }
}

/// A nested list of links that knows where each of them stands.
private struct SidebarList {
  let href: Href
  var html: [UInt8] = []
  var marks: [String: Int] = [:]

  mutating func nest(_ items: (inout SidebarList) -> Void) {
    html.append("<ul>\n")
    items(&self)
    html.append("</ul>\n")
  }

  mutating func item(_ title: String, _ address: String, _ inner: (inout SidebarList) -> Void = { _ in }) {
    html.append("<li><a")
    marks[address] = html.count
    html.append(" href=\"")
    href.append(address, to: &html)
    html.append("\">")
    html.append(escaping: title)
    html.append("</a>")
    inner(&self)
    html.append("</li>\n")
  }
}
