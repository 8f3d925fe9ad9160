import Markdown

extension Rule {
  static let unknownOption = Rule(
    "unknown-option", .guides, .error,
    "A table or a block of SQL names an option that its guide does not have"
  ) { catalog in
    catalog.statingPages.flatMap { index -> [Finding] in
      let page = catalog.pages[index]
      let options = page.frontMatter.options.map(\.id)
      guard let first = options.first, let last = options.last else { return [] }
      return unknownOptions(on: index, catalog).map { names in
        let name = names[0]
        let all = Place(
          first.place.file, Span(first.place.span.start, max(first.place.span.end, last.place.span.end)))
        let near = closest(to: name.value, among: options.map(\.value))
        return Finding(
          "this guide has no option `\(name.value)`", at: name.place,
          label: "read as if it named none",
          related: [Related("its options are declared here", at: all)]
            + names.dropFirst().prefix(3).map { Related("named here too", at: $0.place) },
          help: near.map { "did you mean `\($0)`?" } ?? "declare it under `options`, or drop it",
          facts: [page.path, name.value])
      }
    }
  }

  /// All places of each name have one cause.
  private static func unknownOptions(on page: Int, _ catalog: Catalog) -> [[Located<String>]] {
    var order: [String] = []
    var places: [String: [Located<String>]] = [:]
    for case .unknownOption(let name) in catalog.facts[page] {
      if places[name.value] == nil { order.append(name.value) }
      places[name.value, default: []].append(name)
    }
    return order.compactMap { places[$0] }
  }
}
