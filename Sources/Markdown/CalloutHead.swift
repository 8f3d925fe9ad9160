/// The first line of a callout: `[!WARNING]`, or `warning "Title"`.
struct CalloutHead {
  let kind: CalloutKind
  /// The title between the quotes; empty where there is none.
  let title: Span

  /// Nil where the line is an ordinary one.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, in line: Span) {
    let text = bytes[line.range]
    if text.starts(with: "[!".utf8), text.last == UInt8(ascii: "]") {
      guard let kind = Self.kind(text.dropFirst(2).dropLast()) else { return nil }
      self.kind = kind
      title = Span(line.end, line.end)
      return
    }
    guard text.last == UInt8(ascii: "\""), let open = text.firstIndex(of: UInt8(ascii: "\"")),
      open > line.start, open < line.end - 1, bytes[open - 1] == .space,
      let kind = Self.kind(bytes[line.start..<open - 1])
    else { return nil }
    self.kind = kind
    title = Span(open + 1, line.end - 1)
  }

  /// GitHub's words, and those that Jekyll sites use.
  private static func kind(_ word: some Sequence<UInt8>) -> CalloutKind? {
    switch String(decoding: Array(word), as: UTF8.self).lowercased() {
    case "note", "info": .note
    case "tip", "success": .tip
    case "important": .important
    case "warning": .warning
    case "caution", "danger": .caution
    default: nil
    }
  }
}

/// The anchor that a heading sets for itself: `{#id}` or kramdown's `{: #id}` at its end.
struct HeadingID {
  let name: Span
  /// Where the heading's own text ends.
  let textEnd: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>, in text: Span) {
    guard text.count > 3, bytes[text.end - 1] == UInt8(ascii: "}"),
      let open = bytes[text.range].lastIndex(of: UInt8(ascii: "{"))
    else { return nil }
    var start = open + 1
    if bytes[start] == .colon { start += 1 }
    while bytes[start].isBlank { start += 1 }
    guard bytes[start] == UInt8(ascii: "#"), start + 1 < text.end - 1 else { return nil }
    name = Span(start + 1, text.end - 1)
    guard bytes[name.range].allSatisfy({ !$0.isWhitespace && $0 != UInt8(ascii: "\"") }) else { return nil }
    var end = open
    while end > text.start, bytes[end - 1].isBlank { end -= 1 }
    textEnd = end
  }
}
