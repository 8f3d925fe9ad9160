// The standard library decomposes text, but does not yet offer it publicly.
@_spi(_Unicode) import Swift

/// Cuts text into the terms by which search finds it.
///
/// A word is a run of letters and digits, joined by single signs of `. / _ : -`. Its terms are the word as a whole,
/// each segment between the signs, and each part of a segment in camelCase; all in lower case and without accents.
/// `templates/scripts/terms.js` does the same for what readers type; both are held against one fixture.
enum SearchTerms {
  /// Longer words are data, not words.
  private static let longestWord = 100

  /// The terms of a text, each once, in the order in which they are met.
  static func all(in text: String) -> [String] {
    var seen: Set<String> = []
    var terms: [String] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var buffer: [UInt8] = []
      forEach(in: bytes, &buffer) { term in
        let text = String(decoding: term, as: UTF8.self)
        if seen.insert(text).inserted { terms.append(text) }
      }
    }
    return terms
  }

  /// Calls `body` with the bytes of each term. On bytes, for all text of all pages comes through here; `buffer` is
  /// room that is used again.
  static func forEach(
    in text: UnsafeBufferPointer<UInt8>, _ buffer: inout [UInt8],
    _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void
  ) {
    buffer.removeAll(keepingCapacity: true)
    if text.allSatisfy({ $0 < 0x80 }) { return forEachWord(in: text, &buffer, body) }
    let plain = plainLetters(of: String(decoding: text, as: UTF8.self))
    plain.withUnsafeBufferPointer { forEachWord(in: $0, &buffer, body) }
  }

  private static func forEachWord(
    in text: UnsafeBufferPointer<UInt8>, _ buffer: inout [UInt8],
    _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void
  ) {
    buffer.append(contentsOf: text)
    buffer.withUnsafeMutableBufferPointer { lower in
      for index in lower.indices { lower[index] = Self.lower[Int(lower[index])] }
    }
    buffer.withUnsafeBufferPointer { lower in
      var start = 0
      while start < text.count {
        guard isLetter[Int(text[start])] else {
          start += 1
          continue
        }
        let end = wordEnd(text, start)
        if end - start <= longestWord { cut(text, lower, start, end, body) }
        start = end
      }
    }
  }

  private static func wordEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start + 1
    while end < text.count {
      let joins = isJoint(text[end]) && end + 1 < text.count && isLetter[Int(text[end + 1])]
      if !isLetter[Int(text[end])], !joins { break }
      end += 1
    }
    return end
  }

  /// The word, its segments, and the parts of each.
  private static func cut(
    _ text: UnsafeBufferPointer<UInt8>, _ lower: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
    _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void
  ) {
    body(lower[start..<end])
    var segment = start
    for index in start...end where index == end || isJoint(text[index]) {
      if segment > start || index < end { body(lower[segment..<index]) }
      var part = segment
      for place in segment + 1..<max(index, segment + 1) where beginsPart(text, place, index) {
        body(lower[part..<place])
        part = place
      }
      if part > segment { body(lower[part..<index]) }
      segment = index + 1
    }
  }

  /// `getIAMPolicy` is `get`, `IAM`, `Policy`.
  private static func beginsPart(_ text: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int) -> Bool {
    guard isUpper(text[place]) else { return false }
    return !isUpper(text[place - 1])
      || (place + 1 < end && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[place + 1]))
  }

  /// Decomposed, without marks; in lower case beyond ASCII, where no camelCase is; what is neither letter nor digit
  /// there is a blank. Scripts without blanks between words are cut into pairs of signs.
  private static func plainLetters(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var last: Unicode.Scalar?
    for scalar in text._nfd {
      let properties = scalar.properties
      if properties.generalCategory == .nonspacingMark { continue }
      let isDense = isDense(scalar)
      if isDense, let last {
        bytes.append(contentsOf: UTF8.encode(last)!)
        bytes.append(contentsOf: UTF8.encode(scalar)!)
        bytes.append(UInt8(ascii: " "))
      } else if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if properties.isAlphabetic || properties.numericType != nil {
        if isDense { bytes.append(UInt8(ascii: " ")) }
        bytes.append(contentsOf: properties.lowercaseMapping.utf8)
        if isDense { bytes.append(UInt8(ascii: " ")) }
      } else {
        bytes.append(UInt8(ascii: " "))
      }
      last = isDense ? scalar : nil
    }
    return bytes
  }

  /// Whether a sign is of Chinese or Japanese script.
  private static func isDense(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true
    default: false
    }
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func isUpper(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// By byte: whether it belongs to a letter or digit.
  private static let isLetter: [Bool] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }

  /// By byte: itself in lower case.
  private static let lower: [UInt8] = (0...255).map { byte in
    isUpper(UInt8(byte)) ? UInt8(byte) | 0x20 : UInt8(byte)
  }
}
