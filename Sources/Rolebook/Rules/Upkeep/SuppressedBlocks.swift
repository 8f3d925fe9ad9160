import Markdown

/// The blocks that comments allow something in, found by a place in them.
struct SuppressedBlocks {
  private struct Block {
    let span: Span
    let suppression: Int
    /// The last block before it, in the list, that it lies in.
    let around: Int?
  }

  /// By file, by where they start; of those that start together the larger one first.
  private var byFile: [FileID: [Block]] = [:]

  init(_ suppressions: [Suppression]) {
    let sound = suppressions.indices.filter { suppressions[$0].fault == nil && suppressions[$0].block != nil }
    for (file, indices) in Dictionary(grouping: sound, by: { suppressions[$0].rule.place.file }) {
      byFile[file] = Self.nested(indices.map { (suppressions[$0].block!, $0) })
    }
  }

  /// The suppressions of the blocks that a place may lie in, in the order in which they are written.
  func around(_ place: Place) -> [Int] {
    guard let blocks = byFile[place.file] else { return [] }
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].span.start <= place.span.start { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    var next = low > 0 ? low - 1 : nil
    while let index = next {
      if blocks[index].span.contains(place.span) { found.append(blocks[index].suppression) }
      next = blocks[index].around
    }
    return found.sorted()
  }

  private static func nested(_ spans: [(span: Span, suppression: Int)]) -> [Block] {
    let sorted = spans.sorted {
      ($0.span.start, -$0.span.end, $0.suppression) < ($1.span.start, -$1.span.end, $1.suppression)
    }
    var blocks: [Block] = []
    var open: [Int] = []
    for (span, suppression) in sorted {
      while let last = open.last, blocks[last].span.end < span.end { open.removeLast() }
      open.append(blocks.count)
      blocks.append(Block(span: span, suppression: suppression, around: open.dropLast().last))
    }
    return blocks
  }
}
