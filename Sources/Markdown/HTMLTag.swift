/// A tag in raw HTML.
public struct HTMLTag: Sendable {
  public struct Attribute: Sendable {
    /// Lower case.
    public let name: String
    /// Without quotes, entities decoded.
    public let value: String
  }

  /// Lower case.
  public let name: String
  public let isClosing: Bool
  public let attributes: [Attribute]
  /// Where it stands, from `<` to `>`.
  public let span: Span

  /// The tags between two places of a source, in order; comments and what scripts and styles hold are passed over.
  public static func all(in source: SourceText, _ span: Span) -> [HTMLTag] {
    source.bytes.withUnsafeBufferPointer { bytes in
      var reader = HTMLTagReader(bytes, span)
      var tags: [HTMLTag] = []
      while let tag = reader.next() { tags.append(tag) }
      return tags
    }
  }
}

/// Reads tags as the HTML standard's tokenizer does, as far as names and attributes go.
private struct HTMLTagReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var cursor: Int
  private let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) {
    self.bytes = bytes
    cursor = span.start
    end = min(span.end, bytes.count)
  }

  private var current: UInt8? { cursor < end ? bytes[cursor] : nil }

  mutating func next() -> HTMLTag? {
    while cursor < end {
      guard bytes[cursor] == UInt8(ascii: "<") else {
        cursor += 1
        continue
      }
      if starts(with: "<!--") {
        skip(past: "-->")
      } else if let tag = tag() {
        if !tag.isClosing, tag.name == "script" || tag.name == "style" { skip(past: "</\(tag.name)") }
        return tag
      }
    }
    return nil
  }

  /// The tag here; nil, and one byte passed over, where there is none.
  private mutating func tag() -> HTMLTag? {
    let start = cursor
    cursor += 1
    let isClosing = current == UInt8(ascii: "/")
    if isClosing { cursor += 1 }
    guard let first = current, first.isLetter else { return nil }
    let name = word { !$0.isWhitespace && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    var attributes: [HTMLTag.Attribute] = []
    while let byte = current, byte != UInt8(ascii: ">") {
      if byte.isWhitespace || byte == UInt8(ascii: "/") {
        cursor += 1
      } else {
        attributes.append(attribute())
      }
    }
    guard current != nil else { return nil }
    cursor += 1
    return HTMLTag(
      name: name.lowercased(), isClosing: isClosing, attributes: attributes, span: Span(start, cursor))
  }

  private mutating func attribute() -> HTMLTag.Attribute {
    let name = word { byte in
      !byte.isWhitespace && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
        && byte != UInt8(ascii: "=")
    }
    while let byte = current, byte.isWhitespace { cursor += 1 }
    guard current == UInt8(ascii: "=") else {
      return HTMLTag.Attribute(name: name.lowercased(), value: "")
    }
    cursor += 1
    while let byte = current, byte.isWhitespace { cursor += 1 }
    return HTMLTag.Attribute(name: name.lowercased(), value: decodingEntities(value()))
  }

  private mutating func value() -> String {
    guard let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return word { !$0.isWhitespace && $0 != UInt8(ascii: ">") }
    }
    cursor += 1
    defer { cursor = min(cursor + 1, end) }
    return word { $0 != quote }
  }

  private mutating func word(_ holds: (UInt8) -> Bool) -> String {
    let start = cursor
    // At least one byte, so that a stray `=` is passed over.
    if cursor < end, bytes[cursor] == UInt8(ascii: "=") { cursor += 1 }
    while let byte = current, holds(byte) { cursor += 1 }
    return String(decoding: bytes[start..<cursor], as: UTF8.self)
  }

  private func starts(with text: StaticString) -> Bool {
    cursor + text.utf8CodeUnitCount <= end
      && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[cursor + $0] == text.utf8Start[$0] }
  }

  private mutating func skip(past mark: String) {
    let mark = Array(mark.utf8)
    while cursor + mark.count <= end {
      if bytes[cursor] | 0x20 == mark[0] | 0x20,
        mark.indices.allSatisfy({ bytes[cursor + $0] | 0x20 == mark[$0] | 0x20 })
      {
        cursor += mark.count
        return
      }
      cursor += 1
    }
    cursor = end
  }
}

/// The text with entities such as `&colon;` and `&#58;` read; what is none stays.
private func decodingEntities(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  var result: [UInt8] = []
  for (index, part) in text.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
    .enumerated()
  {
    guard index > 0 else {
      result.append(contentsOf: part)
      continue
    }
    let name = entityName(part)
    let entity = [UInt8(ascii: "&")] + name + [UInt8(ascii: ";")]
    guard let decoded = entity.withUnsafeBufferPointer({ decodedEntity($0) }) else {
      result += [UInt8(ascii: "&")] + part
      continue
    }
    let rest = part.dropFirst(name.count)
    result += decoded + (rest.first == UInt8(ascii: ";") ? rest.dropFirst() : rest)
  }
  return String(decoding: result, as: UTF8.self)
}

/// The name after an `&`. Browsers read a number without its semicolon too, up to what is no digit of it.
private func entityName(_ text: Substring.UTF8View) -> Substring.UTF8View {
  guard text.first == UInt8(ascii: "#") else { return text.prefix { $0.isLetter || $0.isDigit }.prefix(33) }
  let isHexadecimal = text.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
  let mark = isHexadecimal ? 2 : 1
  let digits = text.dropFirst(mark).prefix { byte in
    byte.isDigit || (isHexadecimal && (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20))
  }
  return text.prefix(mark + min(digits.count, 8))
}
