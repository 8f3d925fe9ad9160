/// What a heading says of itself at its end: `{#id}` is its anchor, `{.tab}` makes its section a tab. Both may stand
/// in one list, and kramdown's `{: #id}` is read too.
struct HeadingAttributes {
  /// The name behind the `#`; nil where the anchor is left to the text.
  private(set) var id: Span?
  private(set) var isTab = false
  /// Where the heading's own text ends.
  let textEnd: Int

  /// Nil where the text does not end in such a list.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, in text: Span) {
    guard text.count > 3, bytes[text.end - 1] == UInt8(ascii: "}"),
      let open = bytes[text.range].lastIndex(of: UInt8(ascii: "{"))
    else { return nil }
    let start = open + (bytes[open + 1] == .colon ? 2 : 1)
    let words = bytes[start..<text.end - 1].split { $0.isWhitespace }
    var end = open
    while end > text.start, bytes[end - 1].isBlank { end -= 1 }
    textEnd = end
    if words.isEmpty { return nil }
    for word in words {
      switch bytes[word.startIndex] {
      case UInt8(ascii: "."):
        guard word.elementsEqual(".tab".utf8) else { return nil }
        isTab = true
      case UInt8(ascii: "#"):
        guard id == nil, word.count > 1, !word.contains(UInt8(ascii: "\"")) else { return nil }
        id = Span(word.startIndex + 1, word.endIndex)
      default: return nil
      }
    }
  }
}
