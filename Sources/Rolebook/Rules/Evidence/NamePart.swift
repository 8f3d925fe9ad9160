/// A part of a name as the words that it is written with: `getIamPolicy` is get, iam, policy.
struct NamePart {
  private let text: String
  private let words: [String]

  init(_ text: String) {
    self.text = text.lowercased()
    words = Self.words(of: text)
  }

  /// How far the two are from each other; nil where nobody would take one for the other. Only verbs have words
  /// that mean the same.
  func distance(to other: NamePart, isVerb: Bool) -> Int? {
    let glued = words.joined()
    if glued == other.words.joined() { return 1 }
    if Self.singular(glued) == Self.singular(other.words.joined()) { return 1 }
    let limit = max(1, min(3, text.utf8.count / 4))
    let edits = editDistance(text, other.text, limit: limit)
    let meaning = isVerb ? distanceOfWords(to: other) : nil
    return [edits <= limit ? edits * 2 : nil, meaning].compactMap { $0 }.min()
  }

  private func distanceOfWords(to other: NamePart) -> Int? {
    if words.sorted() == other.words.sorted() { return 3 }
    if words.count == other.words.count {
      let costs = zip(words, other.words).map(Self.distance)
      return costs.contains(nil) ? nil : costs.reduce(0) { $0 + ($1 ?? 0) }
    }
    guard Self.isShorter(words, other.words) || Self.isShorter(other.words, words) else { return nil }
    return words.last == other.words.last ? 4 : 5
  }

  private static func distance(_ left: String, _ right: String) -> Int? {
    if left == right { return 0 }
    if singular(left) == singular(right) { return 1 }
    if synonyms.contains(where: { $0.contains(left) && $0.contains(right) }) { return 3 }
    let limit = left.utf8.count > 3 ? 1 : 0
    return editDistance(left, right, limit: limit) <= limit ? 2 : nil
  }

  /// Whether one of the words was left out after the first.
  private static func isShorter(_ short: [String], _ long: [String]) -> Bool {
    short.count + 1 == long.count
      && long.indices.dropFirst().contains { Array(long[..<$0] + long[($0 + 1)...]) == short }
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return word.utf8.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  /// Words end before an upper-case letter that follows a lower-case one, and at `-`, `_` and `/`.
  private static func words(of text: String) -> [String] {
    var words: [String] = [""]
    var previous: Character = "A"
    for letter in text {
      if !letter.isLetter, !letter.isNumber {
        words.append("")
      } else {
        if letter.isUppercase, !previous.isUppercase, words.last != "" { words.append("") }
        words[words.count - 1] += letter.lowercased()
      }
      previous = letter
    }
    return words.filter { !$0.isEmpty }
  }

  private static let synonyms: [Set<String>] = [
    ["get", "read", "view", "describe", "show", "fetch"], ["list", "search", "find"],
    ["create", "insert", "add", "new"],
    ["update", "edit", "modify", "patch", "set", "write", "change"],
    ["delete", "remove", "destroy", "drop"], ["use", "execute", "run", "invoke"],
    ["viewer", "reader"], ["editor", "writer"], ["admin", "administrator", "owner"],
  ]
}
