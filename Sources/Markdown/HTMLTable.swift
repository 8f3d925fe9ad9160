/// A table written in HTML, as the nodes that a pipe table would have given.
public struct HTMLTable: Sendable {
  /// The HTML block that it starts in: a node of the page's document.
  public let node: Int
  /// A document whose first node is the table; all places are those of the page's source.
  public let document: Document
}

extension Document {
  /// The tables of the HTML blocks, in order. A block ends at an empty line: what follows it, up to the
  /// table's end, belongs to the table, Markdown in its cells too.
  public func htmlTables() -> [HTMLTable] {
    var tables: [HTMLTable] = []
    var ends: [Int] = []
    var index = 0
    while index < nodes.count {
      while let end = ends.last, end <= index { ends.removeLast() }
      switch nodes[index].kind {
      case .document, .blockQuote, .callout, .list, .item:
        ends.append(Int(nodes[index].end))
        index += 1
      case .htmlBlock where holdsTable(index):
        var reader = HTMLTableReader(self)
        index = reader.read(from: index, before: ends.last ?? nodes.count)
        tables += reader.tables
      default: index = max(index + 1, Int(nodes[index].end))
      }
    }
    return tables
  }

  private func holdsTable(_ block: Int) -> Bool {
    let name: [UInt8] = Array("table".utf8)
    return withBytes(of: nodes[block].literal) { html in
      html.indices.contains { start in
        html[start] == UInt8(ascii: "<") && html.count > start + name.count
          && name.indices.allSatisfy { html[start + 1 + $0] | 0x20 == name[$0] }
      }
    }
  }
}
