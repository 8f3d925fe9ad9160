import Markdown

/// A table of a page with its cells at hand.
struct TableView {
  let page: Page
  let node: Int
  let headers: [Cell]
  /// The header texts as shapes compare them: lower case, without a colon at the end.
  let headerNames: [String]
  /// The nodes of the rows below the header.
  let rowNodes: [Int]

  struct Row {
    let node: Int
    let place: Place
    let cells: [Cell]
  }

  /// A cell with what shapes look for in it.
  struct Cell {
    let document: Document
    let file: FileID
    let node: Int

    var place: Place { Place(file, document.nodes[node].span) }
    /// Its readable text, trimmed.
    var text: String { trimmed(document.plainText(node)) }
    var nodes: Range<Int> { (node + 1)..<Int(document.nodes[node].end) }
    var isEmpty: Bool { nodes.isEmpty }

    /// Its code spans, in order.
    var codes: [Located<String>] {
      nodes.filter { document.nodes[$0].kind == .code }.map { document.code($0, in: file) }
    }

    /// The code span it starts with, else its whole text.
    var name: Located<String> { codes.first ?? Located(text, place) }

    /// Where its last piece of text stands, without blanks before it.
    var lastPlace: Place {
      guard let last = nodes.last else { return place }
      let span = document.nodes[last].span
      let blanks = document.string(document.nodes[last].literal).prefix { $0 == " " }.count
      return Place(file, Span(span.start + blanks, span.end))
    }

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
    let all = Array(document.children(of: node))
    headers = all.first.map { Self.cells(of: $0, page) } ?? []
    rowNodes = Array(all.dropFirst())
    headerNames = headers.map { cell in
      let text = cell.text.lowercased()
      return text.utf8.last == UInt8(ascii: ":") ? String(text.dropLast()) : text
    }
  }

  var place: Place { page.place(page.document.nodes[node].span) }

  /// The rows below the header; made when they are asked for, because most tables of a site state nothing.
  var rows: [Row] {
    rowNodes.map { row in
      Row(node: row, place: page.place(page.document.nodes[row].span), cells: Self.cells(of: row, page))
    }
  }

  /// The cells of one column, from the top, until one is refused; false where one was.
  func allSatisfy(inColumn column: Int, _ accepts: (Cell) -> Bool) -> Bool {
    rowNodes.allSatisfy { accepts(Self.cells(of: $0, page)[column]) }
  }

  private static func cells(of row: Int, _ page: Page) -> [Cell] {
    page.document.children(of: row).map { Cell(document: page.document, file: page.file, node: $0) }
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
