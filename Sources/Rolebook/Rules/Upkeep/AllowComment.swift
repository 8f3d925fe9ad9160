import Markdown

/// A comment `<!-- allow rule: reason -->` as it is written, whatever the rule.
struct AllowComment {
  /// Words and the bytes of the source that they stand in.
  struct Words {
    let value: String
    let span: Span
  }

  let rule: Words
  private let reason: Words?

  /// The comments of an HTML block or a piece of inline HTML that start with `allow` and a single word.
  static func all(in span: Span, _ source: SourceText) -> [AllowComment] {
    let bytes = source.bytes
    var found: [AllowComment] = []
    var start = span.start
    while let open = bytes[start..<span.end].firstRange(of: Array("<!--".utf8)),
      let close = bytes[open.upperBound..<span.end].firstRange(of: Array("-->".utf8))
    {
      if let comment = AllowComment(open.upperBound..<close.lowerBound, source) { found.append(comment) }
      start = close.upperBound
    }
    return found
  }

  private init?(_ range: Range<Int>, _ source: SourceText) {
    let words = Self.trim(range, source)
    let allow = Array("allow ".utf8)
    guard source.bytes[words].starts(with: allow) else { return nil }
    let rest = Self.trim(words.lowerBound + allow.count..<words.upperBound, source)
    let colon = source.bytes[rest].firstIndex(of: UInt8(ascii: ":"))
    let name = Self.trim(rest.lowerBound..<(colon ?? rest.upperBound), source)
    guard !name.isEmpty, !source.bytes[name].contains(where: { Self.isBlank($0) || $0 == UInt8(ascii: ",") })
    else { return nil }
    rule = Self.words(name, source)
    reason = colon.map { Self.words(Self.trim($0 + 1..<rest.upperBound, source), source) }
  }

  /// The reason without its day, and the day as it is written: `the wizard needs it, until 2027-01-01`.
  func splitReason() -> (reason: String, until: Words?) {
    guard let reason else { return ("", nil) }
    guard reason.value.firstRange(of: "until") != nil else { return (reason.value, nil) }
    // A day or what was meant for one; other words after "until" are part of the reason.
    let day = /(?:^|[\s,;(])until\s+(\d{4}(?:-\d+){0,2}|\d+\/\d+\/\d+|\d+\.\d+\.\d{4})(?=$|[\s,;.)])/
    guard let match = reason.value.firstMatch(of: day) else { return (reason.value, nil) }
    let rest = reason.value[..<match.range.lowerBound] + reason.value[match.range.upperBound...]
    let start =
      reason.span.start + reason.value.utf8.distance(from: reason.value.startIndex, to: match.1.startIndex)
    let text = rest.trimmingPrefix(while: { !$0.isLetter && !$0.isNumber })
    return (trimmed(text), Words(value: String(match.1), span: Span(start, start + match.1.utf8.count)))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }

  private static func words(_ range: Range<Int>, _ source: SourceText) -> Words {
    let span = Span(range.lowerBound, range.upperBound)
    return Words(value: source.text(span), span: span)
  }

  /// The range without white space at its ends.
  private static func trim(_ range: Range<Int>, _ source: SourceText) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(source.bytes[start]) { start += 1 }
    while end > start, isBlank(source.bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
