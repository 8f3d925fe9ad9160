extension Rule {
  static let deadLink = Rule(
    "dead-link", .pages, .error, "A link or image leads to a page or file that the site does not have"
  ) { catalog in
    let paths = catalog.pages.map(\.path)
    return catalog.pages.indices.flatMap { index in
      catalog.links.links[index].compactMap { link -> Finding? in
        guard case .missingPage(let path) = link.target else { return nil }
        let wanted = String(path.drop { $0 == "/" })
        let near = closest(to: wanted, among: paths).map { relativePath(to: $0, from: catalog.pages[index].path) }
        return Finding(
          "`\(link.destination)` leads nowhere", at: link.place,
          help: near.map { "did you mean `\($0)`?" } ?? "there is no such page or file in `\(catalog.settings.content)/`",
          facts: [catalog.pages[index].path, link.destination])
      }
    }
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
}
