import Markdown

extension Rule {
  static let unknownOption = Rule(
    "unknown-option", .guides, .error,
    "A table or a block of SQL names an option that its guide does not have"
  ) { catalog in
    catalog.pages.indices.flatMap { index -> [Finding] in
      let page = catalog.pages[index]
      let options = page.frontMatter.options.map(\.id)
      return catalog.facts[index].compactMap { fact in
        guard case .unknownOption(let name) = fact, let first = options.first, let last = options.last else {
          return nil
        }
        let all = Place(
          first.place.file, Span(first.place.span.start, max(first.place.span.end, last.place.span.end)))
        let near = closest(to: name.value, among: options.map(\.value))
        return Finding(
          "this guide has no option `\(name.value)`", at: name.place,
          label: "read as if it named none", related: [Related("its options are declared here", at: all)],
          help: near.map { "did you mean `\($0)`?" } ?? "declare it under `options`, or drop it",
          facts: [page.path, name.value])
      }
    }
  }
}
