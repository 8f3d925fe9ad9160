/// A tag of raw HTML, as far as tables need it.
struct TableTag {
  /// Lower case.
  let name: String
  let isClosing: Bool
  /// Where it stands in its text, from `<` to after `>`.
  let range: Range<Int>
  private let attributes: ArraySlice<UInt8>

  /// Reads the tag that starts with this `<`; nil where it is text.
  init?(_ text: [UInt8], at start: Int) {
    var cursor = start + 1
    isClosing = cursor < text.count && text[cursor] == UInt8(ascii: "/")
    if isClosing { cursor += 1 }
    let nameStart = cursor
    while cursor < text.count, text[cursor].isLetter || text[cursor].isDigit { cursor += 1 }
    guard cursor > nameStart, text[nameStart].isLetter, let end = Self.end(of: text, from: cursor) else {
      return nil
    }
    name = String(decoding: text[nameStart..<cursor], as: UTF8.self).lowercased()
    attributes = text[cursor..<end]
    range = start..<end + 1
  }

  /// A tag is no longer than this, so that text full of `<` takes linear time.
  private static let longest = 4_096

  /// The offset of the `>` that ends the tag; one in quotes does not.
  private static func end(of text: [UInt8], from start: Int) -> Int? {
    var quote: UInt8?
    for offset in start..<min(text.count, start + longest) {
      let byte = text[offset]
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte == UInt8(ascii: ">") { return offset }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      }
    }
    return nil
  }

  /// The value of an attribute, with the range of the text it stands in.
  func attribute(_ name: String) -> ArraySlice<UInt8>? {
    var rest = attributes
    while let start = rest.firstIndex(where: \.isLetter) {
      rest = rest[start...]
      let key = rest.prefix { !$0.isWhitespace && $0 != UInt8(ascii: "=") }
      rest = rest[key.endIndex...].drop(while: \.isWhitespace)
      guard rest.first == UInt8(ascii: "=") else { continue }
      let value = Self.value(rest.dropFirst().drop(while: \.isWhitespace))
      if String(decoding: key, as: UTF8.self).lowercased() == name { return value }
      rest = rest[value.endIndex...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    }
    return nil
  }

  private static func value(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return text.prefix { !$0.isWhitespace && $0 != UInt8(ascii: "/") }
    }
    return text.dropFirst().prefix { $0 != quote }
  }
}
