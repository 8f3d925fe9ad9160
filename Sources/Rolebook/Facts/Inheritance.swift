/// The words by which a role's text says that it holds what another one does: "all permissions of", "same as".
enum Inheritance {
  /// Whether a text ends with such words, so that what follows names a role.
  static func precedes(_ lead: String) -> Bool {
    let lead = trimmed(lead.lowercased())
    return phrases.contains { lead.hasSuffix($0) && startsWord(lead, lead.utf8.count - $0.utf8.count) }
  }

  /// Where in a text, in bytes, the name of a role follows such words: `Member` in "same as Member plus …".
  static func name(in text: String) -> Range<Int>? {
    let bytes = text.utf8.map { $0 < 0x80 ? UInt8(ascii: Unicode.Scalar($0).lowered) : $0 }
    for phrase in phrases {
      guard let found = bytes.firstRange(of: Array((phrase + " ").utf8)) else { continue }
      let start = found.upperBound
      let end = bytes[start...].indices.first { endsPhrase(bytes, $0) } ?? bytes.count
      if start < end { return start..<end }
    }
    return allNamedPermissions(bytes)
  }

  /// Whether a sign ends what is said of a role; one inside an id does not.
  private static func endsPhrase(_ text: [UInt8], _ offset: Int) -> Bool {
    if text[offset] == UInt8(ascii: "(") { return true }
    return ",;:.".utf8.contains(text[offset]) && (offset + 1 == text.count || text[offset + 1] <= 0x20)
  }

  /// The name in "all viewer permissions".
  private static func allNamedPermissions(_ text: [UInt8]) -> Range<Int>? {
    guard let all = text.firstRange(of: Array("all ".utf8)), all.lowerBound == 0,
      let end = text.firstRange(of: Array(" permissions".utf8)), all.upperBound < end.lowerBound
    else { return nil }
    let name = text[all.upperBound..<end.lowerBound]
    return name.split(separator: UInt8(ascii: " ")).count < 4 ? all.upperBound..<end.lowerBound : nil
  }

  private static func startsWord(_ text: String, _ offset: Int) -> Bool {
    offset == 0 || Array(text.utf8)[offset - 1] <= 0x20 || "(,;".utf8.contains(Array(text.utf8)[offset - 1])
  }

  /// The longer ones first: each may be followed by an article.
  private static let phrases: [String] = [
    "all of the permissions of", "all of the permissions from", "all the permissions of",
    "all the permissions from", "all permissions of", "all permissions from", "all permissions in",
    "same permissions as", "same as", "inherits all permissions from", "inherits from", "everything in",
    "everything from",
  ].flatMap { [$0 + " the", $0] }

  /// What may follow a role's title in such a sentence.
  static func endsName(_ rest: Substring) -> Bool {
    let rest = rest.drop { $0.isWhitespace }
    guard let first = rest.first else { return true }
    if ",;:.(+&".contains(first) { return true }
    return ["plus", "and", "role", "role's", "with"].contains(rest.prefix { !$0.isWhitespace }.lowercased())
  }
}

extension Unicode.Scalar {
  fileprivate var lowered: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(value | 0x20)! : self
  }
}
