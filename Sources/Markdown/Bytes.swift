/// The bytes that Markdown, tables and names are made of, by name.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let pipe = UInt8(ascii: "|")
  static let hyphen = UInt8(ascii: "-")
  static let colon = UInt8(ascii: ":")

  var isBlank: Bool { self == .space || self == .tab }
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
  /// A blank, a tab, or what ends a line or page.
  public var isWhitespace: Bool { isBlank || (self >= 0x0A && self <= 0x0D) }
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
  var isPunctuation: Bool {
    (self >= 0x21 && self <= 0x2F) || (self >= 0x3A && self <= 0x40)
      || (self >= 0x5B && self <= 0x60) || (self >= 0x7B && self <= 0x7E)
  }
}

extension Array where Element == UInt8 {
  /// Appends the text's UTF-8; a literal goes the shorter way below.
  @_disfavoredOverload
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  @inline(__always)
  public mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends text for HTML content or a double-quoted attribute: `& < > "` become entities.
  public mutating func append(escaping bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { appendEscaped($0) }
    if done == nil { Array(bytes).withUnsafeBufferPointer { appendEscaped($0) } }
  }

  public mutating func append(escaping text: String) { append(escaping: text.utf8) }

  /// Appends text for HTML content that may break behind its dots and nowhere within its words:
  /// `bigquery.<wbr>tables.<wbr>get`.
  public mutating func append(breakingBehindDots text: some Sequence<UInt8>) {
    let done: Void? = text.withContiguousStorageIfAvailable { appendBreakingBehindDots($0) }
    if done == nil { Array(text).withUnsafeBufferPointer { appendBreakingBehindDots($0) } }
  }

  private mutating func appendBreakingBehindDots(_ text: UnsafeBufferPointer<UInt8>) {
    var done = 0
    while let dot = text.firstOffset(of: UInt8(ascii: "."), from: done) {
      appendEscaped(UnsafeBufferPointer(rebasing: text[done..<dot]))
      append(".<wbr>")
      done = dot + 1
    }
    appendEscaped(UnsafeBufferPointer(rebasing: text[done...]))
  }

  private mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    var done = 0
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count, !bytes.word(at: index).mayHoldEntity {
        index += 8
        continue
      }
      let entity: StaticString
      switch bytes[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      default:
        index += 1
        continue
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done..<index]))
      append(entity)
      index += 1
      done = index
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done...]))
  }
}
