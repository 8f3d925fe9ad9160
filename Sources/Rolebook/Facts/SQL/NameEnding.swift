/// The name of a thing in a database, in lower case, or an end of it that begins with a part: of two names that match,
/// the longer ends with the other.
struct NameEnding: Hashable, Sendable {
  let text: String
  let isWhole: Bool

  /// No database has names of more parts; of such a name only the whole is known.
  static let mostParts = 4

  /// A name and its ends, by which it is to be found.
  static func all(of parts: ArraySlice<Substring>) -> [Self] {
    [Self(text: text(parts), isWhole: true), Self(text: text(parts), isWhole: false)]
      + shorter(parts).map { Self(text: $0, isWhole: false) }
  }

  /// By what the names that match this one are found: the longer end with it, and the shorter are ends of it.
  static func matching(_ parts: ArraySlice<Substring>) -> [Self] {
    [Self(text: text(parts), isWhole: false)] + shorter(parts).map { Self(text: $0, isWhole: true) }
  }

  private static func shorter(_ parts: ArraySlice<Substring>) -> [String] {
    parts.count > mostParts ? [] : parts.indices.dropFirst().map { text(parts[$0...]) }
  }

  private static func text(_ parts: ArraySlice<Substring>) -> String { parts.joined(separator: ".") }
}
