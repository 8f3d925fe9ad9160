import Markdown

extension Rule {
  static let missingTerminator = Rule(
    "missing-terminator", .sql, .info, "a statement begins before the one above it has ended"
  ) { catalog in
    catalog.judgedGuides.flatMap { $0.script.blocks.compactMap(\.missingTerminators) }
  }
}

extension ScriptBlock {
  /// One finding for all statements of a block that end without a semicolon, but the last.
  fileprivate var missingTerminators: Finding? {
    let open = statements.indices.filter { statements[$0].end == .nextStatement && $0 + 1 < statements.count }
    guard let first = open.first else { return nil }
    let others = open.dropFirst().map { Related("and here", at: statements[$0].place.end) }
    return Finding(
      "a semicolon is missing between two statements", at: statements[first].place.end,
      related: [Related("the next statement begins here", at: statements[first + 1].place)] + others,
      help: "add `;`",
      fix: Fix(isSafe: true, edits: open.map { Edit(statements[$0].place.end, ";") }),
      facts: open.map { statements[$0].text })
  }
}

extension Place {
  /// The empty place behind it.
  fileprivate var end: Place { Place(file, Span(span.end, span.end)) }
}
