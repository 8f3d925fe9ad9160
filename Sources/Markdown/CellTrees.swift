/// The cells of a page that need a parser, parsed in one go.
///
/// Each is a paragraph of its own, with a harmless word before it so that no cell can start a list or heading.
/// Where a cell may hold a reference link, the page follows, for its definitions.
struct CellTrees: ~Copyable {
  /// The bytes of the word before each cell: `. `.
  static let guardLength = 2

  private let tree: CMarkTree
  private var paragraphs: [Int: CMarkNode] = [:]

  init(_ tables: [Int: TablePlan.Table], _ bytes: UnsafeBufferPointer<UInt8>, bodyStart: Int) {
    var text: [UInt8] = []
    var starts: [Int] = []
    for (_, table) in tables {
      for row in table.rows {
        for cell in row.cells.prefix(table.alignments.count) where !cell.isEmpty {
          if SimpleCell.read(bytes, in: cell, add: { _ in }) { continue }
          starts.append(cell.start)
          Self.append(bytes[cell.range], to: &text)
        }
      }
    }
    if text.contains(UInt8(ascii: "[")), Self.mayHoldDefinitions(bytes) {
      text.append(contentsOf: bytes[bodyStart...])
    }
    tree = CMarkTree(parsing: text)
    var node = CMarkNode(tree.root)?.firstChild
    for start in starts {
      paragraphs[start] = node
      node = node?.next
    }
  }

  /// The paragraph that holds this cell's text after its guard.
  func paragraph(for cell: Span) -> CMarkNode? { paragraphs[cell.start] }

  private static func append(_ cell: Swift.Slice<UnsafeBufferPointer<UInt8>>, to text: inout [UInt8]) {
    text.append(". ")
    for index in cell.indices {
      let isEscape = cell[index] == .backslash && index + 1 < cell.endIndex && cell[index + 1] == .pipe
      if !isEscape { text.append(cell[index]) }
    }
    text.append("\n\n")
  }

  private static func mayHoldDefinitions(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while let bracket = bytes.firstOffset(of: UInt8(ascii: "]"), from: offset), bracket + 1 < bytes.count {
      if bytes[bracket + 1] == .colon { return true }
      offset = bracket + 1
    }
    return false
  }
}
