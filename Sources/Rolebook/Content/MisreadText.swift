import Markdown

/// UTF-8 that was read as Windows-1252 and written again, or a character that was lost on the way.
struct MisreadText {
  let span: Span
  /// What was written at first; nil where it cannot be told.
  let original: String?

  /// All of it in a source, in order.
  static func all(in source: SourceText) -> [MisreadText] {
    source.bytes.withUnsafeBufferPointer { bytes in
      var found: [MisreadText] = []
      var index = 0
      while true {
        index = bytes.skippingASCII(from: index)
        guard index + 1 < bytes.count else { break }
        guard bytes[index] >= 0xC3, mayStart(bytes[index], bytes[index + 1]) else {
          index += 1
          continue
        }
        if bytes[index] == 0xEF {
          if index + 2 < bytes.count, bytes[index + 2] == 0xBD {
            found.append(MisreadText(span: Span(index, index + 3), original: nil))
          }
          index += 3
        } else {
          var run = MisreadRun(bytes, from: index)
          found += run.read()
          index = run.end
        }
      }
      return found
    }
  }

  /// Whether two bytes may be the start of one: `Â`, `Ã`, `â`, `ï`, `ð`, or of U+FFFD.
  private static func mayStart(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xC3: second == 0x82 || second == 0x83 || second == 0xA2 || second == 0xAF || second == 0xB0
    case 0xEF: second == 0xBF
    default: false
    }
  }

  /// The text as it was before it was read wrongly, however often that happened; nil where it cannot be told.
  static func repaired(_ text: String) -> String {
    let source = SourceText(text)
    let faults = all(in: source).filter { $0.original != nil }
    guard !faults.isEmpty else { return text }
    var result: [UInt8] = []
    var done = 0
    for fault in faults {
      result += source.bytes[done..<fault.span.start] + (fault.original ?? "").utf8
      done = fault.span.end
    }
    return String(decoding: result + source.bytes[done...], as: UTF8.self)
  }
}

/// Characters in a row that Windows-1252 has above ASCII, as the bytes that they may once have been.
private struct MisreadRun {
  private let source: UnsafeBufferPointer<UInt8>
  private var bytes: [UInt8] = []
  /// Where the character of each byte starts, and the end of the last.
  private var offsets: [Int] = []

  init(_ source: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.source = source
    var index = start
    while index < source.count, let scalar = Self.scalar(source, at: index),
      let byte = windows1252Byte(scalar.value)
    {
      bytes.append(byte)
      offsets.append(index)
      index += scalar.length
    }
    offsets.append(max(index, start + 2))
  }

  var end: Int { offsets[offsets.count - 1] }

  /// What was read wrongly in this run; neighbours are one.
  mutating func read() -> [MisreadText] {
    var found: [MisreadText] = []
    var index = 0
    while index < bytes.count {
      let start = index
      while let length = length(at: index) { index += length }
      if index > start {
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        let original = text == "\u{FEFF}" ? "" : MisreadText.repaired(text)
        found.append(MisreadText(span: Span(offsets[start], offsets[index]), original: original))
      } else if let remains = remains(at: index) {
        found.append(remains)
        index += bytes[index] == 0xE2 ? 2 : 1
      } else {
        index += 1
      }
    }
    return found
  }

  /// How many bytes from here on are one character of UTF-8 that is often read wrongly.
  private func length(at index: Int) -> Int? {
    guard index + 1 < bytes.count, (0x80...0xBF).contains(bytes[index + 1]) else { return nil }
    let rest = bytes[(index + 1)...].prefix { (0x80...0xBF).contains($0) }
    switch bytes[index] {
    case 0xC2: return bytes[index + 1] >= 0xA0 && !isWord(at: index) ? 2 : nil
    case 0xC3: return isWord(at: index) ? nil : 2
    case 0xE2: return rest.count >= 2 && bytes[index + 1] <= 0xAF ? 3 : nil
    case 0xEF: return rest.starts(with: [0xBB, 0xBF]) || rest.starts(with: [0xB8, 0x8F]) ? 3 : nil
    case 0xF0: return rest.count >= 3 && bytes[index + 1] == 0x9F ? 4 : nil
    default: return nil
    }
  }

  /// Whether an `Â` or `Ã` is a letter that marks follow: it ends a word in capitals, or stands in quotes.
  private func isWord(at index: Int) -> Bool {
    let marks: Set<UInt8> = [
      0x82, 0x84, 0x85, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9B, 0xA0, 0xAB, 0xAD, 0xB7, 0xBB,
    ]
    guard marks.contains(bytes[index + 1]) else { return false }
    guard let before = scalar(before: offsets[index]) else { return false }
    if before.properties.isUppercase || Self.openings.contains(before) { return true }
    let after = Self.scalar(source, at: offsets[min(index + 2, offsets.count - 1)])
    return before.properties.isWhitespace && after.map { Self.closings.contains($0.value) } ?? false
  }

  private static let openings: Set<Unicode.Scalar> = ["\"", "'", "«", "‹", "“", "‘", "„", "‚", "(", "["]
  private static let closings: Set<UInt32> = [0x22, 0x27, 0xBB, 0x203A, 0x201D, 0x2019, 0x201C]

  /// What is left where the last byte was lost: `â€` of a quote, and `Â` where a blank took the place of a
  /// no-break space.
  private func remains(at index: Int) -> MisreadText? {
    if bytes[index] == 0xE2, index + 1 < bytes.count, bytes[index + 1] == 0x80 {
      return MisreadText(span: Span(offsets[index], offsets[index + 2]), original: nil)
    }
    guard bytes[index] == 0xC2, index == bytes.count - 1, end < source.count, source[end] == 0x20,
      let before = scalar(before: offsets[index]), !before.properties.isWhitespace,
      !before.properties.isUppercase, !Self.openings.contains(before)
    else { return nil }
    return MisreadText(span: Span(offsets[index], offsets[index + 1]), original: "")
  }

  private func scalar(before offset: Int) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, offset - start < 4, source[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0, let scalar = Self.scalar(source, at: start) else { return nil }
    return Unicode.Scalar(scalar.value)
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (
    value: UInt32, length: Int
  )? {
    guard index < bytes.count else { return nil }
    let length = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
    guard index + length <= bytes.count,
      let scalar = String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars.first
    else { return nil }
    return (scalar.value, length)
  }
}

/// The byte above ASCII that Windows-1252 has for a character, as WHATWG's Encoding Standard gives it; nil where
/// there is none.
private func windows1252Byte(_ scalar: UInt32) -> UInt8? {
  if (0xA0...0xFF).contains(scalar) { return UInt8(scalar) }
  // The standard keeps these five as they are.
  if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(scalar) { return UInt8(scalar) }
  return scalar < 0x100 ? nil : windows1252Marks[scalar]
}

private let windows1252Marks: [UInt32: UInt8] = [
  0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87,
  0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91,
  0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98,
  0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B, 0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
]
