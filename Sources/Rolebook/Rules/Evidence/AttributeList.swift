import Markdown

/// kramdown's list of attributes, as far as it was written.
struct AttributeList {
  private(set) var end: Int
  let hasColon: Bool
  private(set) var isClosed = false
  /// Whether one is written with its value: `target="_blank"`.
  private(set) var hasValue = false
  /// Whether a value is quoted as word processors do: `target="_blank”`.
  let hasTypographicQuote: Bool

  /// Nil where there is no attribute.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, in span: Span) {
    end = span.start + 1
    var reader = AttributeReader(bytes: bytes, cursor: end, end: span.end)
    reader.skipBlanks()
    hasColon = reader.skip(":")
    var count = 0
    while let attribute = reader.attribute() {
      count += 1
      end = reader.cursor
      if attribute == .value { hasValue = true }
    }
    hasTypographicQuote = reader.hasTypographicQuote
    guard count > 0 else { return nil }
    reader.skipBlanks()
    isClosed = reader.skip("}")
    if isClosed { end = reader.cursor }
  }
}

private struct AttributeReader {
  enum Attribute { case name, value }

  let bytes: UnsafeBufferPointer<UInt8>
  var cursor: Int
  let end: Int
  private(set) var hasTypographicQuote = false

  init(bytes: UnsafeBufferPointer<UInt8>, cursor: Int, end: Int) {
    self.bytes = bytes
    self.cursor = cursor
    self.end = end
  }

  mutating func skipBlanks() {
    while cursor < end, bytes[cursor] == UInt8(ascii: " ") { cursor += 1 }
  }

  mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard cursor < end, bytes[cursor] == UInt8(ascii: byte) else { return false }
    cursor += 1
    return true
  }

  /// `.class`, `#id` or `key="value"`; nil, and nothing skipped, where there is none.
  mutating func attribute() -> Attribute? {
    let start = cursor
    skipBlanks()
    if skip(".") || skip("#") {
      if skipName() { return .name }
    } else if skipName(), skip("="), skipValue() {
      return .value
    }
    cursor = start
    return nil
  }

  private mutating func skipName() -> Bool {
    let start = cursor
    while cursor < end, Self.isOfName(bytes[cursor], isFirst: cursor == start) { cursor += 1 }
    return cursor > start
  }

  private static func isOfName(_ byte: UInt8, isFirst: Bool) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
      || (!isFirst && ((0x30...0x39).contains(byte) || "-_".utf8.contains(byte)))
  }

  private mutating func skipValue() -> Bool {
    let start = cursor
    for quote in ["\"", "'"] as [Unicode.Scalar] where skip(quote) {
      while cursor < end, bytes[cursor] != UInt8(ascii: quote) {
        if skipTypographicQuote() { return true }
        cursor += 1
      }
      return skip(quote)
    }
    if skipTypographicQuote() {
      while cursor < end, bytes[cursor] != UInt8(ascii: "}") { cursor += 1 }
      return true
    }
    while cursor < end, Self.isOfBareValue(bytes[cursor]) { cursor += 1 }
    return cursor > start
  }

  /// “, ” or „: U+201C to U+201E.
  private mutating func skipTypographicQuote() -> Bool {
    guard cursor + 3 <= end, bytes[cursor] == 0xE2, bytes[cursor + 1] == 0x80,
      (0x9C...0x9E).contains(bytes[cursor + 2])
    else { return false }
    cursor += 3
    hasTypographicQuote = true
    return true
  }

  private static func isOfBareValue(_ byte: UInt8) -> Bool {
    isOfName(byte, isFirst: false) || "%.".utf8.contains(byte)
  }
}
