extension Rule {
  static let deadAnchor = Rule(
    "dead-anchor", .pages, .error, "A link leads to an anchor that its page does not have"
  ) { catalog in
    catalog.pages.indices.flatMap { index in
      catalog.links.links[index].compactMap { link -> Finding? in
        guard case .missingAnchor(let target, let anchor) = link.target else { return nil }
        let page = catalog.pages[target]
        let near = closest(to: anchor, among: page.headings.map(\.anchor))
        let file = catalog.files[Int(page.file)].path
        return Finding(
          "`\(file)` has no anchor `#\(anchor)`", at: link.place,
          help: near.map { "did you mean `#\($0)`?" }
            ?? "headings get the anchors that GitHub gives them; `## Heading {#\(anchor)}` sets one",
          facts: [catalog.pages[index].path, page.path, anchor])
      }
    }
  }
}
