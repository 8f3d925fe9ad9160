/// One word, name, string or sign of SQL, with the bytes it is written in.
struct SQLToken {
  enum Kind {
    case word, quotedName, string, symbol
    /// A command of psql, up to its line's end: `\c sales`.
    case command
    /// A quote that nothing closes.
    case unclosed
  }

  let kind: Kind
  /// Without its quotes; doubled quotes are read as one.
  let text: String
  /// Upper case for a word, empty for all else.
  let keyword: String
  let range: Range<Int>
  /// Whether it is, or holds, something for the reader to fill in.
  let isPlaceholder: Bool

  init(_ lexeme: SQLLexeme, in code: [UInt8]) {
    kind = lexeme.kind
    text = String(decoding: lexeme.text(in: code), as: UTF8.self)
    keyword = kind == .word && !lexeme.isPlaceholder ? text.uppercased() : ""
    range = lexeme.range
    isPlaceholder = lexeme.isPlaceholder
  }

  /// A word, a quoted name or a string; for a word, whether it is reserved remains to be seen.
  var canBeName: Bool { kind == .word || kind == .quotedName || kind == .string }

  func isSymbol(_ sign: String) -> Bool { kind == .symbol && text == sign }
}

/// A token before its text is taken out of the code.
struct SQLLexeme {
  /// Where the text stands, or what it reads as where that is something else.
  enum Text {
    case code(Range<Int>)
    case other([UInt8])
  }

  let kind: SQLToken.Kind
  let range: Range<Int>
  let isPlaceholder: Bool
  private let text: Text

  init(_ kind: SQLToken.Kind, _ text: Text, _ range: Range<Int>, isPlaceholder: Bool = false) {
    self.kind = kind
    self.text = text
    self.range = range
    self.isPlaceholder = isPlaceholder
  }

  func text(in code: [UInt8]) -> ArraySlice<UInt8> {
    switch text {
    case .code(let range): code[range]
    case .other(let bytes): bytes[...]
    }
  }
}

/// Whether a name or string is for the reader to fill in: `<name>`, `${name}`, `{{name}}`, `YOUR_NAME`.
func isPlaceholder(_ text: String) -> Bool { isPlaceholder(Array(text.utf8)) }

func isPlaceholder(_ bytes: [UInt8]) -> Bool {
  if bytes.first == UInt8(ascii: "$") { return true }
  if bytes.indices.contains(where: { placeholderEnd(in: bytes, at: $0) != nil }) { return true }
  return holdsWordYour(bytes[...])
}

/// Whether a run of letters is `your`, in any case. On bytes, for each word of each script comes through here.
func holdsWordYour(_ bytes: ArraySlice<UInt8>) -> Bool {
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let start = index
    while index < bytes.endIndex, isLetter(bytes[index]) { index += 1 }
    if index - start == 4, zip(bytes[start..<index], "your".utf8).allSatisfy({ $0 | 0x20 == $1 }) {
      return true
    }
    index += 1
  }
  return false
}

/// Bytes of letters beyond ASCII count as letters.
private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
}

/// The end of the marked placeholder that starts here: `<name>`, `${name}`, `{name}`, `{{ env("NAME") }}`.
func placeholderEnd(in bytes: [UInt8], at start: Int) -> Int? {
  switch bytes[start] {
  case UInt8(ascii: "<"): return angleEnd(in: bytes, at: start)
  case UInt8(ascii: "$"):
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "{") else { return nil }
    return braceEnd(in: bytes, at: start + 1)
  case UInt8(ascii: "{"): return braceEnd(in: bytes, at: start)
  default: return nil
  }
}

private func angleEnd(in bytes: [UInt8], at start: Int) -> Int? {
  guard start + 1 < bytes.count, isNameByte(bytes[start + 1]) else { return nil }
  var index = start + 1
  while index < bytes.count, isAngleByte(bytes[index]) { index += 1 }
  guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else { return nil }
  // `a <b AND c> d` compares; nobody writes a blank before the bracket that closes a placeholder.
  return bytes[index - 1] == UInt8(ascii: " ") ? nil : index + 1
}

private func isAngleByte(_ byte: UInt8) -> Bool {
  isNameByte(byte) || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
}

private func braceEnd(in bytes: [UInt8], at start: Int) -> Int? {
  if start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "{") {
    return doubleBraceEnd(in: bytes, at: start)
  }
  var index = start + 1
  while index < bytes.count, isAngleByte(bytes[index]) { index += 1 }
  guard index > start + 1, index < bytes.count, bytes[index] == UInt8(ascii: "}") else { return nil }
  return index + 1
}

/// Templates write whole expressions there.
private func doubleBraceEnd(in bytes: [UInt8], at start: Int) -> Int? {
  let name = start + 2
  var index = name
  while index < bytes.count, bytes[index] != UInt8(ascii: "{"), bytes[index] >= UInt8(ascii: " ") {
    if bytes[index] == UInt8(ascii: "}") {
      let isClosed = index > name && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "}")
      return isClosed ? index + 2 : nil
    }
    index += 1
  }
  return nil
}

/// Letters, digits, `_`, `$` and everything beyond ASCII.
func isNameByte(_ byte: UInt8) -> Bool {
  let lower = byte | 0x20
  return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
    || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
}
