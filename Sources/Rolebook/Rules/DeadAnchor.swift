import Markdown

extension Rule {
  static let deadAnchor = Rule(
    "dead-anchor", .pages, .error, "A link leads to an anchor that its page does not have"
  ) { catalog in
    catalog.links.strayPages.flatMap { index -> [Finding] in
      let page = catalog.pages[index]
      let links = catalog.links.links[index].compactMap { link -> Finding? in
        guard case .missingAnchor(let target, let anchor) = link.target else { return nil }
        let place = page.writtenDestination(of: link)
        return finding(
          anchor, of: catalog.pages[target], on: page, place,
          written: place == link.place ? nil : page.destination(of: link), catalog)
      }
      guard let successor = page.frontMatter.supersededBy,
        case .missingAnchor(let target, let anchor) = catalog.links.successors[index]
      else { return links }
      return links + [
        finding(anchor, of: catalog.pages[target], on: page, successor.place, written: nil, catalog)
      ]
    }
  }

  /// `written` is what stands at the place, if that is the destination and nothing else.
  private static func finding(
    _ anchor: String, of target: Page, on page: Page, _ place: Place, written: String?, _ catalog: Catalog
  ) -> Finding {
    let near = closest(to: anchor, among: target.headings.map(\.anchor))
    let heading = near.flatMap { near in target.headings.first { $0.anchor == near } }
    let path = written?.prefix { $0 != "#" }
    return Finding(
      "`\(catalog.files[Int(target.file)].path)` has no anchor `#\(anchor)`", at: place,
      related: heading.map { [Related("a heading of almost that anchor", at: target.place($0.span))] } ?? [],
      help: near.map { "did you mean `#\($0)`?" }
        ?? "headings get the anchors that GitHub gives them; `## Heading {#\(anchor)}` sets one",
      fix: near.flatMap { near in
        path.map { Fix(isSafe: false, edits: [Edit(place, "\($0)#\(near)")]) }
      },
      facts: [page.path, target.path, anchor])
  }
}
