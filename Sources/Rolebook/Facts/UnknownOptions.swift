import Markdown

/// Finds the options that a guide's tables and fences name and its front matter does not have.
enum UnknownOptions {
  static func readAll(_ scope: FactScope) -> [Located<String>] {
    named(on: scope.page).filter { !scope.outline.has(option: $0.value) }
  }

  /// All that the tables and fences of a guide with options name.
  static func named(on page: Page) -> [Located<String>] {
    guard !page.frontMatter.options.isEmpty else { return [] }
    let fences = page.document.indices(of: .codeBlock)
    return (TableView.all(of: page).flatMap(inTable) + fences.flatMap { inFence($0, page) })
      .sorted { $0.place.span.start < $1.place.span.start }
  }

  private static func inTable(_ table: TableView) -> [Located<String>] {
    guard let column = table.headerNames.firstIndex(of: "option") else { return [] }
    return table.rows.flatMap { row -> [Located<String>] in
      let cell = row.cells[column]
      let codes = cell.codes
      return codes.isEmpty ? cell.names.map { Located($0, cell.place) } : codes
    }
  }

  private static func inFence(_ node: Int, _ page: Page) -> [Located<String>] {
    let block = page.document.nodes[node]
    let options = FenceInfo(page.document.string(page.document.extra(node))).options
    guard !options.isEmpty else { return [] }
    let source = page.document.source
    let line = source.line(source.lineNumber(at: block.span.start))
    let text = source.text(line)
    return options.map { option in
      let start = text.firstRange(of: option).map {
        text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
      }
      guard let start else { return Located(option, page.place(line)) }
      return Located(option, page.place(Span(line.start + start, line.start + start + option.utf8.count)))
    }
  }
}
