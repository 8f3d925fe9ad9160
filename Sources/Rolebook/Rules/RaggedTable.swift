import Markdown

extension Rule {
  static let raggedTable = Rule(
    "ragged-table", .pages, .warning, "A row of a table has more or fewer cells than its header",
    judging: .pages { judged in
      judged.page.document.indices(of: .table).flatMap { findings(table: $0, judged.page) }
    })

  private static func findings(table: Int, _ page: Page) -> [Finding] {
    let document = page.document
    let rows = Array(document.children(of: table))
    guard let header = rows.first else { return [] }
    let columns = Int(document.nodes[header].number)
    return rows.dropFirst().filter { Int(document.nodes[$0].number) != columns }.map { row in
      let cells = Int(document.nodes[row].number)
      let text = document.source.text(document.nodes[row].span)
      let help =
        !text.contains("|")
        ? "if it is no row, leave a blank line before it; else add the missing cells"
        : cells > columns
          ? "what is past the last column is not shown; write `\\|` for a pipe inside a cell"
          : "add the missing cells; empty ones are fine"
      return Finding(
        "the row has \(cells) \(cells == 1 ? "cell" : "cells"), and the table \(columns) columns",
        at: page.place(document.nodes[row].span),
        related: [Related("the header", at: page.place(document.nodes[header].span))], help: help,
        facts: [page.path, text])
    }
  }
}
