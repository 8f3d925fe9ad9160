/// Reads tables out of HTML blocks, tag by tag; malformed HTML gives what can be seen of it.
struct HTMLTableReader {
  private(set) var tables: [HTMLTable] = []
  private let page: Document
  private var block = 0
  /// How many tables are open; only the outermost is read.
  private var depth = 0
  private var grid = HTMLGrid()
  private var isInHead = false
  private var cell: HTMLCell?

  init(_ page: Document) { self.page = page }

  /// Reads the block and, while a table is open, what follows it; returns the first node not read.
  mutating func read(from first: Int, before end: Int) -> Int {
    block = first
    readHTML(first)
    var index = Int(page.nodes[first].end)
    while depth > 0, index < end, page.nodes[index].kind != .heading {
      block = index
      if isHTML(index) { readHTML(index) } else { cell?.add(page, node: index) }
      index = Int(page.nodes[index].end)
    }
    if depth > 0 { endTable() }
    return index
  }

  /// HTML, or HTML that an empty line before its indentation made code.
  private func isHTML(_ node: Int) -> Bool {
    let element = page.nodes[node]
    guard element.kind != .htmlBlock else { return true }
    guard element.kind == .codeBlock, !element.isFenced else { return false }
    return page.withBytes(of: element.literal) { text in
      text.first { !$0.isWhitespace } == UInt8(ascii: "<")
    }
  }

  private mutating func readHTML(_ node: Int) {
    let html = HTMLText(page, node: node)
    for part in html.parts {
      switch part {
      case .tag(let tag): read(tag, html)
      case .text(let range): cell?.add(html, text: range)
      }
    }
    cell?.flush()
  }

  private mutating func read(_ tag: TableTag, _ html: HTMLText) {
    if tag.name == "table" { return readTable(tag, html) }
    guard depth > 0 else { return }
    guard depth == 1 else {
      cell?.add(html, tag: tag)
      return
    }
    switch tag.name {
    case "thead":
      endCell()
      isInHead = !tag.isClosing
    case "tbody", "tfoot":
      endCell()
      isInHead = false
    case "tr":
      endCell()
      if !tag.isClosing { grid.beginRow(isHead: isInHead, at: html.source(tag.range.lowerBound)) }
    case "td", "th":
      endCell()
      if !tag.isClosing { cell = HTMLCell(tag, html) }
    default: cell?.add(html, tag: tag)
    }
  }

  private mutating func readTable(_ tag: TableTag, _ html: HTMLText) {
    if !tag.isClosing {
      depth += 1
      if depth == 1 { grid = HTMLGrid(block: block, start: html.source(tag.range.lowerBound)) }
      if depth > 1 { cell?.add(html, tag: tag) }
    } else if depth > 0 {
      if depth == 1 { endTable() } else { depth -= 1 }
    }
  }

  private mutating func endCell() {
    guard var finished = cell else { return }
    finished.finish()
    grid.add(finished)
    cell = nil
  }

  private mutating func endTable() {
    endCell()
    depth = 0
    isInHead = false
    guard let document = grid.document(page.source) else { return }
    tables.append(HTMLTable(node: grid.block, document: document))
  }
}
