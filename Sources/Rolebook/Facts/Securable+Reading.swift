extension Securable {
  /// Reads a securable in words, without code marks: `project`, `dataset sales`, `all tables in schema s`;
  /// nil where its kind is not said.
  public init?(reading text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    for (phrase, kind, isInDatabase) in Self.phrases {
      let lead = phrase.split(separator: " ").map(String.init)
      guard words.prefix(lead.count).map({ $0.lowercased() }) == lead else { continue }
      self.init(kind, isInDatabase, words: words.dropFirst(lead.count))
      return
    }
    return nil
  }

  /// How each kind is written; the longer ones first.
  private static let phrases: [(String, Kind, isInDatabase: Bool)] =
    sets
    + [
      ("organization", .organization), ("folder", .folder), ("project", .project), ("dataset", .dataset),
      ("database", .database), ("catalog", .database), ("schema", .schema), ("table", .table),
      ("view", .view), ("role", .role), ("warehouse", .warehouse), ("integration", .integration),
      ("stage", .stage), ("sequence", .sequence), ("function", .function), ("procedure", .procedure),
    ].map { ($0, $1, false) }

  private static let sets: [(String, Kind, isInDatabase: Bool)] = [
    Kind.allTables, .futureTables, .allViews, .futureViews, .allSchemas, .futureSchemas,
  ].flatMap { kind in
    [("\(kind.rawValue) in schema", kind, false), ("\(kind.rawValue) in database", kind, true)]
  }

  private static let nameless: Set<Kind> = [.organization, .folder, .project]

  private init?(_ kind: Kind, _ isInDatabase: Bool, words: ArraySlice<String>) {
    let name = words.joined(separator: " ")
    if name.isEmpty, !Self.nameless.contains(kind) { return nil }
    // Only a placeholder has spaces in its name: `<your schema>`.
    if words.count > 1, !(name.hasPrefix("<") && name.hasSuffix(">")) { return nil }
    self.init(kind, name, isInDatabase: isInDatabase)
  }
}
