import Markdown

/// A table of a page with its cells at hand.
struct TableView {
  let page: Page
  let node: Int
  let headers: [Cell]
  let rows: [Row]

  struct Row {
    let node: Int
    let place: Place
    let cells: [Cell]
  }

  /// A cell with what shapes look for in it.
  struct Cell {
    let page: Page
    let node: Int

    var place: Place { page.place(page.document.nodes[node].span) }
    /// Its readable text, trimmed.
    var text: String { trimmed(page.document.plainText(node)) }
    var nodes: Range<Int> { (node + 1)..<Int(page.document.nodes[node].end) }
    var isEmpty: Bool { nodes.isEmpty }

    /// Its code spans, in order.
    var codes: [Located<String>] {
      nodes.filter { page.document.nodes[$0].kind == .code }.map { page.code($0) }
    }

    /// The code span it starts with, else its whole text.
    var name: Located<String> { codes.first ?? Located(text, place) }

    /// The cell's text as a description.
    var passage: Passage { Passage(text: text, place: place, nodes: [nodes]) }

    /// Names separated by commas, in code spans or without.
    var names: [String] {
      let codes = codes
      if !codes.isEmpty { return codes.map(\.value) }
      return text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    }
  }

  init(_ page: Page, _ node: Int) {
    self.page = page
    self.node = node
    let document = page.document
    let all = document.children(of: node).map { row in
      Row(
        node: row, place: page.place(document.nodes[row].span),
        cells: document.children(of: row).map { Cell(page: page, node: $0) })
    }
    headers = all.first?.cells ?? []
    rows = Array(all.dropFirst())
  }

  /// The header texts as shapes compare them: lower case, without a colon at the end.
  var headerNames: [String] {
    headers.map { cell in
      let text = cell.text.lowercased()
      return text.hasSuffix(":") ? String(text.dropLast()) : text
    }
  }

  var place: Place { page.place(page.document.nodes[node].span) }
}

extension Page {
  /// A code span's text with its place, backticks included.
  func code(_ node: Int) -> Located<String> {
    let span = document.nodes[node]
    return Located(document.string(span.literal), place(span.span))
  }
}

/// The text without blanks and line ends around it.
func trimmed(_ text: some StringProtocol) -> String {
  var text = Substring(text)
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return String(text.drop { $0.isWhitespace })
}
