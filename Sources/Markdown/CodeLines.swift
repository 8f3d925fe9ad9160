/// Where the lines of a code block's text lie in its source: they may have lost an indentation there.
public struct CodeLines {
  /// The offset in the text at which each line begins; at last that after the text.
  private let starts: [Int]
  /// The line of the source that the first one is.
  private let first: Int
  private let source: SourceText

  /// Of a code block.
  public init(of index: Int, in document: Document) {
    let node = document.nodes[index]
    starts = document.withBytes(of: node.literal) { code in
      [0] + code.indices.filter { code[$0] == .lineFeed }.map { $0 + 1 } + [code.count + 1]
    }
    source = document.source
    first = source.lineNumber(at: node.span.start) + (node.isFenced ? 1 : 0)
  }

  /// The source offset of a byte of the text.
  public func sourceOffset(at offset: Int) -> Int {
    var (low, high) = (0, starts.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    let written = source.line(first + low)
    return max(written.start, written.end - (starts[low + 1] - 1 - offset))
  }
}
