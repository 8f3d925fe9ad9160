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
