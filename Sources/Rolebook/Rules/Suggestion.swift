/// Finds the names that an author may have meant, in the way permissions are named.
///
/// Names are taken apart at dots: the same service and resource count most, then verbs that mean the same,
/// then slips of a letter, of `.` for `:`, of the plural. Ids are never compared as one long word.
public struct Suggestion {
  private let names: [String]

  public init(_ names: [String]) { self.names = names }

  /// At most three names, the likeliest first.
  func candidates(for name: String) -> [String] {
    let scored = names.compactMap { candidate in Self.distance(name, candidate).map { ($0, candidate) } }
    return scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.1)
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
    if written.lowercased() == candidate.lowercased() { return 1 }
    let left = parts(written)
    let right = parts(candidate)
    guard left.count == right.count, left.count > 1 else {
      let distance = editDistance(written, candidate, limit: 2)
      return distance <= 2 ? distance * 3 : nil
    }
    var total = 0
    var changed = 0
    for (index, pair) in zip(left, right).enumerated() where pair.0 != pair.1 {
      changed += 1
      guard let cost = cost(pair.0, pair.1, isVerb: index == left.count - 1) else { return nil }
      total += cost
    }
    return changed <= 2 ? total + changed : nil
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

  private static func cost(_ left: String, _ right: String, isVerb: Bool) -> Int? {
    if left.lowercased() == right.lowercased() { return 1 }
    if left + "s" == right || left == right + "s" { return 1 }
    let limit = max(1, min(3, left.utf8.count / 4))
    let distance = editDistance(left.lowercased(), right.lowercased(), limit: limit)
    if distance <= limit { return distance * 2 }
    return isVerb && synonyms.contains { $0.contains(left) && $0.contains(right) } ? 3 : nil
  }

  private static let synonyms: [Set<String>] = [
    ["get", "read", "view", "describe", "show"], ["list", "search", "find"],
    ["create", "insert", "add", "new"],
    ["update", "edit", "modify", "patch", "set", "write"], ["delete", "remove", "destroy", "drop"],
  ]
}
