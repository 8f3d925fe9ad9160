import Markdown

/// A table of a page with its cells at hand, whether it is written with pipes or in HTML.
struct TableView {
  let page: Page
  /// The page's document; for an HTML table, one of its own.
  let document: Document
  /// The table, among the nodes of `document`.
  let node: Int
  /// The table or its HTML block, among the nodes of the page.
  let pageNode: Int
  let isHTML: Bool
  let headers: [TableCell]
  /// The header texts as shapes compare them: lower case, without a colon at the end.
  let headerNames: [String]
  /// The nodes of the rows below the header.
  let rowNodes: [Int]

  struct Row {
    /// The row or the HTML block of its table, among the nodes of the page.
    let pageNode: Int
    let place: Place
    let cells: [TableCell]
  }

  init(_ page: Page, _ node: Int) { self.init(page, page.document, node, pageNode: node) }

  init(_ page: Page, _ table: HTMLTable) { self.init(page, table.document, 0, pageNode: table.node) }

  private init(_ page: Page, _ document: Document, _ node: Int, pageNode: Int) {
    self.page = page
    self.document = document
    self.node = node
    self.pageNode = pageNode
    let all = Array(document.children(of: node))
    isHTML = page.document.nodes[pageNode].kind != .table
    headers = all.first.map { [isHTML] in Self.cells(of: $0, document, page.file, isHTML) } ?? []
    rowNodes = Array(all.dropFirst())
    headerNames = headers.map { cell in
      let text = cell.text.lowercased()
      return text.utf8.last == UInt8(ascii: ":") ? String(text.dropLast()) : text
    }
  }

  var place: Place { page.place(document.nodes[node].span) }
  /// The header row.
  var head: Place { headers.isEmpty ? place : page.place(document.nodes[node + 1].span) }

  /// The rows below the header; made when they are asked for, because most tables of a site state nothing.
  var rows: [Row] {
    rowNodes.map { row in
      Row(
        pageNode: isHTML ? pageNode : row, place: page.place(document.nodes[row].span),
        cells: Self.cells(of: row, document, page.file, isHTML))
    }
  }

  private static func cells(
    of row: Int, _ document: Document, _ file: FileID, _ isHTML: Bool
  ) -> [TableCell] {
    document.children(of: row).map { TableCell(document: document, file: file, node: $0, isHTML: isHTML) }
  }
}

extension TableView.Row {
  /// The only text of a row that groups those below it: one cell alone, or the same text in all.
  var group: String? {
    guard cells.count > 1 else { return nil }
    let texts = cells.lazy.map(\.text).filter { !$0.isEmpty }
    guard let first = texts.first else { return nil }
    let count = texts.prefix { $0 == first }.count
    guard count == texts.count, count == 1 || count == cells.count else { return nil }
    // A mark in every cell is a permission that all have.
    return cells[0].isEmpty || (count > 1 && first.count < 3) ? nil : first
  }
}

extension Document {
  /// A code span's text with its place, backticks included.
  func code(_ node: Int, in file: FileID) -> Located<String> {
    Located(string(nodes[node].literal), Place(file, nodes[node].span))
  }
}

extension Page {
  /// A code span's text with its place, backticks included.
  func code(_ node: Int) -> Located<String> { document.code(node, in: file) }
}

/// The text without blanks and line ends around it.
func trimmed(_ text: some StringProtocol) -> String {
  var text = Substring(text)
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return String(text.drop { $0.isWhitespace })
}
