import Markdown

extension Rule {
  static let duplicateAddress = Rule(
    "duplicate-address", .pages, .error, "Two pages would be published at the same address"
  ) { catalog in
    twins(among: catalog.pages).flatMap { pages -> [Finding] in
      let pages = pages.sorted { $0.path < $1.path }
      return pages.dropFirst().map { again in
        let first = catalog.files[Int(pages[0].file)].path
        return Finding(
          "`\(again.address)` is the address of `\(first)` too", at: again.firstLine,
          related: [Related("the other page", at: pages[0].firstLine)], help: "rename one of the two files",
          facts: [pages[0].path, again.path])
      }
    } + generated(catalog) + files(catalog)
  }

  /// The pages that share an address. Addresses that differ only in case are one folder on many disks.
  private static func twins(among pages: [Page]) -> [[Page]] {
    let folded = pages.map { $0.address.lowercased() }
    var seen: Set<String> = []
    seen.reserveCapacity(pages.count)
    let shared = Set(folded.filter { !seen.insert($0).inserted })
    if shared.isEmpty { return [] }
    let twins = pages.indices.filter { shared.contains(folded[$0]) }
    return Dictionary(grouping: twins) { folded[$0] }.values.map { $0.map { pages[$0] } }
  }

  /// A page may not take the place of one that is made from the catalog.
  private static func generated(_ catalog: Catalog) -> [Finding] {
    let taken = Set(
      catalog.permissions.map(\.address) + catalog.roles.map(\.address) + ["/api/", "/404.html/"])
    return catalog.pages.filter { taken.contains($0.address) || $0.address.hasPrefix("/api/v1/") }.map {
      page in
      Finding(
        "`\(page.address)` is the address of a generated page too", at: page.firstLine,
        help: "rename the file",
        facts: [page.path])
    }
  }
}

extension Rule {
  /// A file that is published as it is may not take the place of a page or of what every site has.
  fileprivate static func files(_ catalog: Catalog) -> [Finding] {
    let made: Set = ["/404.html", "/sitemap.xml", "/style.css"]
    guard catalog.files.contains(where: { $0.role == .asset }) else { return [] }
    let pages = Set(catalog.pages.map { $0.address + "index.html" })
    return catalog.files.indices.compactMap { index in
      let file = catalog.files[index]
      guard file.role == .asset else { return nil }
      let address = "/" + Page.path(of: file.path, below: catalog.settings.content)
      guard made.contains(address) || pages.contains(address) else { return nil }
      return Finding(
        "`\(address)` is the address of a generated page too", at: Place(FileID(index), Span(0, 0)),
        help: "rename the file", facts: [file.path])
    }
  }
}

extension Page {
  /// The first line, for findings about the page as a whole.
  var firstLine: Place { place(document.source.line(1)) }
}
