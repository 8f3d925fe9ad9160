import Markdown

/// A block's readable text with the place of each byte, and the parts of it that are links.
struct Prose {
  private(set) var bytes: [UInt8] = []
  /// Beside `bytes`: where each is written.
  private(set) var offsets: [Int] = []
  /// The ranges of `bytes` that are links to other places than this page.
  private(set) var links: [Range<Int>] = []
  /// The ranges of `bytes` that are links to anchors of this page.
  private(set) var anchors: [Range<Int>] = []

  init(_ document: Document, block: Int) {
    var open: [(end: Int, start: Int, isAnchor: Bool)] = []
    for index in (block + 1)..<max(Int(document.nodes[block].end), block + 1) {
      while let last = open.last, last.end <= index { close(open.removeLast()) }
      let node = document.nodes[index]
      switch node.kind {
      case .text: append(document.string(node.literal), at: node.span)
      case .softBreak, .lineBreak: append(" ", at: node.span)
      // Code is no prose, but it parts words.
      case .code, .htmlInline, .image: append("`", at: node.span)
      case .link:
        open.append((Int(node.end), bytes.count, document.string(node.literal).hasPrefix("#")))
      default: break
      }
    }
    while let last = open.popLast() { close(last) }
  }

  private mutating func close(_ link: (end: Int, start: Int, isAnchor: Bool)) {
    let range = link.start..<bytes.count
    if link.isAnchor { anchors.append(range) } else { links.append(range) }
  }

  private mutating func append(_ text: String, at span: Span) {
    let isVerbatim = text.utf8.count == span.count
    for (index, byte) in text.utf8.enumerated() {
      bytes.append(byte)
      offsets.append(isVerbatim ? span.start + index : span.start)
    }
  }

  /// The sentence around a byte.
  func sentence(around index: Int) -> Range<Int> {
    var start = index
    while start > 0, !endsSentence(start - 1) { start -= 1 }
    var end = index
    while end < bytes.count, !endsSentence(end) { end += 1 }
    return start..<end
  }

  private func endsSentence(_ index: Int) -> Bool {
    guard [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[index]) else {
      return false
    }
    return index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: " ")
  }
}
