extension Rule {
  static let deadLink = Rule(
    "dead-link", .pages, .error, "A link or image leads to a page or file that the site does not have"
  ) { catalog in
    let paths = catalog.pages.map(\.path)
    return catalog.pages.indices.flatMap { index -> [Finding] in
      let page = catalog.pages[index]
      func finding(_ destination: String, _ target: PageLink.Target?, _ place: Place) -> Finding? {
        guard case .missingPage(let path) = target else { return nil }
        let near = closest(to: String(path.drop { $0 == "/" }), among: paths)
        return Finding(
          "`\(destination)` leads nowhere", at: place,
          help: near.map { "did you mean `\(relativePath(to: $0, from: page.path))`?" }
            ?? "there is no such page or file in `\(catalog.settings.content)/`",
          facts: [page.path, destination])
      }
      let links = catalog.links.links[index].compactMap { finding($0.destination, $0.target, $0.place) }
      let successor = page.frontMatter.supersededBy.flatMap {
        finding($0.value, catalog.links.successors[index], $0.place)
      }
      return links + [successor].compactMap { $0 }
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
