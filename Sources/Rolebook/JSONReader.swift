import Markdown

/// Reads JSON from bytes, front to back.
struct JSONReader {
  private let bytes: [UInt8]
  private let skippedKeys: Set<String>
  private var next = 0
  private var depth = 0

  /// Members with `skippedKeys` are passed over.
  init(_ bytes: [UInt8], skipping skippedKeys: Set<String> = []) {
    self.bytes = bytes
    self.skippedKeys = skippedKeys
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { next = 3 }
  }

  /// One value and nothing after it.
  mutating func readText() throws(JSONValue.Fault) -> JSONValue {
    let value = try readValue()
    skipBlanks()
    if next < bytes.count { throw fault("text after the end of the JSON") }
    return value
  }

  /// One value or more, with nothing but blanks between them: a JSON text, or one on each line.
  mutating func readTexts() throws(JSONValue.Fault) -> [JSONValue] {
    var values: [JSONValue] = []
    repeat {
      values.append(try readValue())
      skipBlanks()
    } while next < bytes.count
    return values
  }

  private mutating func readValue() throws(JSONValue.Fault) -> JSONValue {
    skipBlanks()
    let start = next
    let content: JSONValue.Content
    switch peek {
    case UInt8(ascii: "{"): content = try readObject()
    case UInt8(ascii: "["): content = try readArray()
    case UInt8(ascii: "\""): content = .text(try readText(from: start))
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): content = try readNumber()
    default: content = try readWord()
    }
    return JSONValue(content, Span(start, next))
  }

  private mutating func readObject() throws(JSONValue.Fault) -> JSONValue.Content {
    var members: [String: JSONValue] = [:]
    try readList(until: UInt8(ascii: "}")) { reader throws(JSONValue.Fault) in
      reader.skipBlanks()
      guard reader.peek == UInt8(ascii: "\"") else { throw reader.fault("a key in quotes is missing") }
      let key = try reader.readText(from: reader.next)
      reader.skipBlanks()
      guard reader.take(UInt8(ascii: ":")) else { throw reader.fault("`:` is missing after a key") }
      if reader.skippedKeys.contains(key) {
        try reader.skipValue()
      } else {
        members[key] = try reader.readValue()
      }
    }
    return .object(members)
  }

  private mutating func readArray() throws(JSONValue.Fault) -> JSONValue.Content {
    var items: [JSONValue] = []
    try readList(until: UInt8(ascii: "]")) { reader throws(JSONValue.Fault) in
      items.append(try reader.readValue())
    }
    return .array(items)
  }

  /// Passes over a value: its quotes and brackets must pair, and what stands between them is not read.
  private mutating func skipValue() throws(JSONValue.Fault) {
    skipBlanks()
    guard peek == UInt8(ascii: "[") || peek == UInt8(ascii: "{") else {
      _ = try readValue()
      return
    }
    let start = next
    var open = 0
    repeat {
      switch peek {
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open -= 1
      case UInt8(ascii: "\""): try skipText()
      case nil: throw JSONValue.Fault(message: "nothing ends the brackets", offset: start)
      default: break
      }
      next += 1
    } while open > 0
  }

  /// Leaves the closing quote to be passed.
  private mutating func skipText() throws(JSONValue.Fault) {
    let start = next
    next += 1
    while let byte = peek, byte != UInt8(ascii: "\"") { next += byte == UInt8(ascii: "\\") ? 2 : 1 }
    if next >= bytes.count { throw JSONValue.Fault(message: "no quote ends the text", offset: start) }
  }

  /// What stands between two brackets, with commas between.
  private mutating func readList(
    until end: UInt8, _ readItem: (inout JSONReader) throws(JSONValue.Fault) -> Void
  ) throws(JSONValue.Fault) {
    next += 1
    depth += 1
    if depth > JSONValue.depthLimit { throw fault("nested deeper than \(JSONValue.depthLimit)") }
    skipBlanks()
    if !take(end) {
      repeat {
        try readItem(&self)
        skipBlanks()
      } while take(UInt8(ascii: ","))
      if !take(end) { throw fault("`,` or `\(Character(Unicode.Scalar(end)))` is missing") }
    }
    depth -= 1
  }

  private mutating func readText(from start: Int) throws(JSONValue.Fault) -> String {
    next += 1
    // Few texts hold escapes.
    let plain = bytes[next...].prefix { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    next = plain.endIndex
    if take(UInt8(ascii: "\"")) { return String(decoding: plain, as: UTF8.self) }
    var text = Array(plain)
    while let byte = peek, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw fault("a line end or control character inside of quotes") }
      next += 1
      if byte == UInt8(ascii: "\\") { text.append(contentsOf: try readEscape()) } else { text.append(byte) }
    }
    if !take(UInt8(ascii: "\"")) { throw JSONValue.Fault(message: "no quote ends the text", offset: start) }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readEscape() throws(JSONValue.Fault) -> [UInt8] {
    let byte = peek
    next += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte ?? 0]
    case UInt8(ascii: "u"): return Array(String(Character(try readScalar())).utf8)
    default: throw fault("an unknown escape")
    }
  }

  /// Four digits, or twice four that make a pair of surrogates.
  private mutating func readScalar() throws(JSONValue.Fault) -> Unicode.Scalar {
    let first = try readDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      return "\u{FFFD}"
    }
    let second = try readDigits()
    guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func readDigits() throws(JSONValue.Fault) -> UInt32 {
    let digits = String(decoding: bytes[min(next, bytes.count)..<min(next + 4, bytes.count)], as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
    else { throw fault("four hexadecimal digits are missing after `\\u`") }
    next += 4
    return value
  }

  private mutating func readNumber() throws(JSONValue.Fault) -> JSONValue.Content {
    let start = next
    let isNumber = skipNumber()
    let end = next
    while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { next += 1 }
    let text = String(decoding: bytes[start..<next], as: UTF8.self)
    guard isNumber, next == end else {
      throw JSONValue.Fault(message: "`\(text)` is no number", offset: start)
    }
    return .number(text)
  }

  /// `-0.5e+10`: digits with no needless zero before them, a fraction, an exponent.
  private mutating func skipNumber() -> Bool {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")), !skipDigits() { return false }
    if take(UInt8(ascii: ".")), !skipDigits() { return false }
    guard take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) else { return true }
    if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
    return skipDigits()
  }

  private mutating func skipDigits() -> Bool {
    let start = next
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { next += 1 }
    return next > start
  }

  private mutating func readWord() throws(JSONValue.Fault) -> JSONValue.Content {
    for (word, content) in [("true", JSONValue.Content.flag(true)), ("false", .flag(false)), ("null", .null)]
    where bytes[next...].starts(with: word.utf8) {
      next += word.utf8.count
      return content
    }
    throw fault("a value is missing")
  }

  private var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    next += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, " \t\r\n".utf8.contains(byte) { next += 1 }
  }

  private func fault(_ message: String) -> JSONValue.Fault { JSONValue.Fault(message: message, offset: next) }
}
