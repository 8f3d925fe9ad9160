/// The rows of an HTML table, laid out as columns.
struct HTMLGrid {
  let block: Int
  private let start: Int
  private var rows: [Row] = []

  private struct Row {
    let isHead: Bool
    let start: Int
    var cells: [HTMLCell] = []

    /// Whether each of its cells heads a column.
    var isHeading: Bool { isHead || (cells.count > 1 && cells.allSatisfy(\.isHeader)) }
  }

  /// More columns than this are left out: a row is as wide as the header.
  private static let widest = 256
  /// A cell over several rows is repeated in each, unless it has more nodes than this.
  private static let largestRepeated = 64

  init(block: Int = 0, start: Int = 0) {
    self.block = block
    self.start = start
  }

  mutating func beginRow(isHead: Bool, at start: Int) { rows.append(Row(isHead: isHead, start: start)) }

  mutating func add(_ cell: HTMLCell) {
    if rows.isEmpty { beginRow(isHead: false, at: cell.span.start) }
    rows[rows.count - 1].cells.append(cell)
  }

  /// The table as a document of its own; nil where it has no header.
  func document(_ source: SourceText) -> Document? {
    let rows = rows.filter { !$0.cells.isEmpty }
    // Without any `th`, the first row is the header, as authors draw it.
    let heads = rows.contains(where: \.isHead) ? rows.prefix { $0.isHead } : rows.prefix { $0.isHeading }
    let header = heads.isEmpty ? rows.prefix(1) : heads
    let titles = Self.titles(of: Array(header))
    guard let first = header.first, !titles.isEmpty else { return nil }
    var writer = HTMLGridWriter(start: start)
    writer.add(titles, written: titles.count, from: first.start, isHeader: true)
    var carried: [Int: (cell: HTMLCell, rows: Int)] = [:]
    for row in rows.dropFirst(header.count) {
      let cells = Self.layOut(row, columns: titles.count, &carried)
      writer.add(cells, written: row.cells.reduce(0) { $0 + $1.columns }, from: row.start, isHeader: false)
    }
    return writer.document(source)
  }

  /// The cell that heads each column: the lowest one that says something.
  private static func titles(of rows: [Row]) -> [HTMLCell?] {
    var titles: [HTMLCell?] = []
    var taken: [Int: Int] = [:]
    for row in rows {
      var column = 0
      for cell in row.cells {
        while taken[column, default: 0] > 0 { column += 1 }
        for _ in 0..<cell.columns where column < widest {
          if column >= titles.count { titles += Array(repeating: nil, count: column - titles.count + 1) }
          if !cell.nodes.isEmpty || titles[column] == nil { titles[column] = cell }
          taken[column] = cell.rows
          column += 1
        }
      }
      for column in taken.keys { taken[column, default: 0] -= 1 }
    }
    return titles
  }

  /// The cell of each column of a row. A cell over several columns stands in the first of them; one over
  /// several rows in each, but a name in the first column only once.
  private static func layOut(
    _ row: Row, columns: Int, _ carried: inout [Int: (cell: HTMLCell, rows: Int)]
  ) -> [HTMLCell?] {
    var result: [HTMLCell?] = Array(repeating: nil, count: columns)
    var cells = row.cells.makeIterator()
    var column = 0
    while column < columns {
      if let above = carried[column] {
        if column > 0, above.cell.nodes.count <= largestRepeated { result[column] = above.cell }
        carried[column] = above.rows > 1 ? (above.cell, above.rows - 1) : nil
        column += 1
      } else {
        guard let cell = cells.next() else {
          column += 1
          continue
        }
        result[column] = cell
        if cell.rows > 1 { carried[column] = (cell, cell.rows - 1) }
        column += cell.columns
      }
    }
    return result
  }
}

/// Writes rows of cells as the nodes of a table.
private struct HTMLGridWriter {
  private var nodes: [Node]
  private var extras: [Document.Extra] = []
  private var pool: [UInt8] = []

  init(start: Int) { nodes = [Node(kind: .table, span: Span(start, start))] }

  mutating func add(_ cells: [HTMLCell?], written: Int, from start: Int, isHeader: Bool) {
    let row = nodes.count
    nodes.append(
      Node(kind: .row, detail: isHeader ? 1 : 0, number: Int32(clamping: written), span: Span(start, start)))
    var end = start
    for cell in cells {
      let index = nodes.count
      nodes.append(Node(kind: .cell, span: cell?.span ?? Span(end, end)))
      if let cell { add(cell) }
      end = max(end, nodes[index].span.end)
      nodes[index].end = Int32(truncatingIfNeeded: nodes.count)
    }
    nodes[row].span = Span(start, end)
    nodes[row].end = Int32(truncatingIfNeeded: nodes.count)
    nodes[0].span = Span(nodes[0].span.start, end)
  }

  private mutating func add(_ cell: HTMLCell) {
    let base = Int32(truncatingIfNeeded: nodes.count)
    for var node in cell.nodes {
      node.end += base
      node.literal = node.literal.moved(by: pool.count)
      nodes.append(node)
    }
    for extra in cell.extras {
      extras.append(Document.Extra(node: extra.node + base, slice: extra.slice.moved(by: pool.count)))
    }
    pool += cell.pool
  }

  func document(_ source: SourceText) -> Document {
    var nodes = nodes
    nodes[0].end = Int32(truncatingIfNeeded: nodes.count)
    return Document(source: source, nodes: nodes, extras: extras, pool: pool)
  }
}

extension Slice {
  /// The slice in a pool that got other text before its own.
  fileprivate func moved(by offset: Int) -> Slice {
    isPooled ? Slice(pool: range.lowerBound + offset, length: range.count) : self
  }
}
