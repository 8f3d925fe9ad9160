/// What a comment says of the statement below it, where that is beyond doubt.
struct CommentClaim {
  enum Right { case read, write }

  let right: Right?
  /// Names after or before the word for their kind: `schema sales`, `sales schema`.
  let schemas: Set<String>
  let saysFutureTables: Bool

  init(_ comment: SQLComment) {
    let text = comment.text.lowercased().replacing("read-only", with: "readonly").replacing(
      "read only", with: "readonly")
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    // A comment that takes something back, or speaks of other times, is none to judge.
    guard Set(words).isDisjoint(with: Self.doubtful) else {
      (right, schemas, saysFutureTables) = (nil, [], false)
      return
    }
    right = Self.right(words)
    schemas = Self.names(of: "schema", words)
    let saysTables = Self.follows(words, ["future", "new"], ["tables"])
    saysFutureTables = saysTables && Set(words).isDisjoint(with: ["existing", "current", "all", "and"])
  }

  private static let doubtful: Set<String> = [
    "no", "not", "without", "instead", "don", "doesn", "never", "except", "but", "later", "before", "after",
    "if",
    "unless", "only", "revoke", "remove", "todo", "optional", "optionally", "or", "then",
  ]

  /// `write access`, `read and write access`, `read access`, `readonly access`.
  private static func right(_ words: [String]) -> Right? {
    let access: Set<String> = ["access", "permission", "permissions", "privileges", "rights"]
    if follows(words, ["write", "writing"], access) { return .write }
    let more: Set<String> = [
      "write", "create", "all", "full", "insert", "update", "delete", "modify", "own", "owner", "ownership",
      "manage",
      "admin", "everything", "any",
    ]
    guard follows(words, ["read", "readonly", "reading"], access) || words.contains("readonly") else {
      return nil
    }
    return Set(words).isDisjoint(with: more) ? .read : nil
  }

  private static func follows(_ words: [String], _ first: Set<String>, _ second: Set<String>) -> Bool {
    zip(words, words.dropFirst()).contains { first.contains($0) && second.contains($1) }
  }

  private static func names(of kind: String, _ words: [String]) -> Set<String> {
    var names: Set<String> = []
    for (index, word) in words.enumerated() where word == kind {
      if index > 0 { names.insert(words[index - 1]) }
      if index + 1 < words.count { names.insert(words[index + 1]) }
    }
    return names
  }
}
