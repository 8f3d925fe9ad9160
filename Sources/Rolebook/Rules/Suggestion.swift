/// Finds the names that an author may have meant, in the way permissions are named.
///
/// Names are taken apart at dots: the same service and resource count most, then verbs that mean the same,
/// then slips of a letter, of `.` for `:`, of the plural. Ids are never compared as one long word.
public struct Suggestion: Sendable {
  private let names: [String]

  public init(_ names: [String]) { self.names = names }

  /// At most three names, the likeliest first; beside a likely one, no far-fetched ones.
  func candidates(for name: String) -> [String] {
    let scored = names.compactMap { candidate in Self.distance(name, candidate).map { ($0, candidate) } }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    return scored.prefix { $0.0 <= scored[0].0 + 3 }.prefix(3).map(\.1)
  }

  /// The names in words: "did you mean `a` or `b`?"; nil where there is none.
  public func question(for name: String) -> String? {
    let found = candidates(for: name).map { "`\($0)`" }
    guard let last = found.last else { return nil }
    let others = found.dropLast().joined(separator: ", ")
    return "did you mean \(others.isEmpty ? last : "\(others) or \(last)")?"
  }

  /// How far one name is from another; nil where nobody would take one for the other.
  static func distance(_ written: String, _ candidate: String) -> Int? {
    if written == candidate { return 0 }
    let left = parts(written)
    let right = parts(candidate)
    if letters(written) == letters(candidate) { return left.count == right.count ? 1 : 2 }
    guard left.count == right.count, left.count > 1 else { return distance(left, ofOtherLength: right) }
    if left.count > 2, left.sorted() == right.sorted() { return 4 }
    var total = 0
    for (index, pair) in zip(left, right).enumerated() where pair.0 != pair.1 {
      let isVerb = index == left.count - 1
      guard let cost = NamePart(pair.0).distance(to: NamePart(pair.1), isVerb: isVerb) else { return nil }
      total += cost + (isVerb ? 1 : 2)
    }
    return zip(left, right).filter { $0 != $1 }.count <= 2 ? total : nil
  }

  /// Names of different depth: a dot that is missing or too many, a service or resource left out.
  private static func distance(_ left: [String], ofOtherLength right: [String]) -> Int? {
    let edits = editDistance(left.joined(separator: "."), right.joined(separator: "."), limit: 2)
    if edits <= 2, left.count > 1 || right.count == 1 { return edits * 3 }
    guard left.count > 1, left.count + 1 == right.count, left.last == right.last else { return nil }
    if left[...] == right.dropFirst() { return 5 }
    return left[0] == right[0] ? 7 : nil
  }

  /// Whether one name is the other with one letter wrong, missing, added or swapped in one of its longer parts.
  static func isSlip(_ written: String, for candidate: String) -> Bool {
    guard differByLittle(written, candidate) else { return false }
    let left = parts(written)
    let right = parts(candidate)
    guard left.count == right.count else { return false }
    let changed = zip(left, right).filter { $0 != $1 }
    guard changed.count == 1, let (one, other) = changed.first else { return false }
    return min(one.utf8.count, other.utf8.count) >= 5 && editDistance(one, other, limit: 1) == 1
  }

  /// Whether two bytes at most lie between what both texts start and end with; tells most pairs apart cheaply.
  private static func differByLittle(_ written: String, _ candidate: String) -> Bool {
    let left = written.utf8
    let right = candidate.utf8
    guard abs(left.count - right.count) <= 1 else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    return start + end + 2 >= max(left.count, right.count)
  }

  private static func parts(_ name: String) -> [String] {
    name.split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }.map(String.init)
  }

  /// A name without case and separators.
  private static func letters(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
