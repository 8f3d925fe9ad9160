extension SQLReader {
  /// Verbs that a statement may begin with.
  static let verbs: Set<String> = harmless.union([
    "CREATE", "GRANT", "REVOKE", "ALTER", "USE", "SET", "DECLARE", "DROP", "DO",
  ])

  /// Verbs of statements that change nobody's access.
  private static let harmless: Set<String> = [
    "SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE", "COPY", "UNLOAD", "COMMENT", "BEGIN", "START",
    "COMMIT", "ROLLBACK", "END", "ABORT", "SAVEPOINT", "RELEASE", "SHOW", "DESCRIBE", "DESC", "EXPLAIN",
    "ANALYZE", "VACUUM", "TRUNCATE", "LIST", "LS", "VALUES", "RESET", "UNSET", "REFRESH", "REINDEX",
    "CLUSTER", "OPTIMIZE", "CACHE", "LOAD", "EXPORT", "ASSERT", "LOCK", "LISTEN", "NOTIFY", "PREPARE",
    "DEALLOCATE", "DISCARD", "CHECKPOINT", "REASSIGN", "SECURITY", "IMPORT", "PUT", "GET", "REMOVE", "UNDROP",
    "MSCK", "SYNC", "REPAIR", "CLOSE", "FETCH", "TABLE",
  ]

  /// What the statement does.
  mutating func effect() -> SQLStatement.Effect {
    do throws(Unread) {
      if let open = tokens.firstIndex(where: { $0.kind == .unclosed }) {
        position = open
        throw Unread("a quote is not closed")
      }
      return try readEffect()
    } catch {
      memberships = []
      owner = nil
      settingValue = nil
      traits = []
      let word = next ?? tokens[tokens.endIndex - 1]
      return .unread(Located(error.reason, place(word.range)))
    }
  }

  private mutating func readEffect() throws(Unread) -> SQLStatement.Effect {
    guard let first = next else { throw Unread("nothing to read") }
    if first.kind == .command { return command(first) }
    if first.kind != .word || first.isPlaceholder {
      throw Unread("\(nextInWords) where a statement should begin")
    }
    if changesAccessUnseen(first) { throw Unread("the code in a `\(first.keyword)` block is not followed") }
    guard Self.verbs.contains(first.keyword) else {
      throw Unread("what `\(first.text)` does is not known")
    }
    skip()
    switch first.keyword {
    case "CREATE": return try create()
    case "GRANT": return try grant(isRevoke: false)
    case "REVOKE": return try grant(isRevoke: true)
    case "ALTER": return try alter()
    case "DROP": return try drop()
    case "USE": return try use()
    case "SET": return try set()
    case "DECLARE": return .setVariable(try name())
    case "RESET": return accept("ROLE") ? .useRole(nil) : .other
    default: return .other
    }
  }

  /// Whether it is a block of procedural code with a word in it that may give or take access.
  private func changesAccessUnseen(_ first: SQLToken) -> Bool {
    guard first.keyword == "DO" || (first.keyword == "BEGIN" && holdsStatements) else { return false }
    return tokens.dropFirst().contains { token in
      if token.kind != .string { return Self.meddling.contains(token.keyword) }
      let words = token.text.uppercased().split { !$0.isLetter }
      return words.contains { Self.meddling.contains(String($0)) }
    }
  }

  private static let meddling: Set<String> = [
    "GRANT", "REVOKE", "CREATE", "ALTER", "DROP", "EXECUTE", "CALL", "OWNER",
  ]

  private var holdsStatements: Bool { tokens.contains { $0.isSymbol(";") } }

  /// `\c sales`, `\connect sales`, `\set name value`.
  private func command(_ token: SQLToken) -> SQLStatement.Effect {
    let words = token.text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == ";" })
    guard words.count > 1 else { return .other }
    let text = String(words[1]).filter { $0 != "\"" }
    let name = SQLName(
      value: fold(text, isQuoted: words[1].hasPrefix("\""), dialect), place: place(token.range),
      isPlaceholder: isPlaceholder(text))
    switch words[0] {
    case "\\c", "\\connect": return .useDatabase(name)
    case "\\set": return .setVariable(name)
    default: return .other
    }
  }

  /// `USE sales`, `USE DATABASE sales`, `USE ROLE admin`; schemas and warehouses change nothing that we
  /// follow.
  private mutating func use() throws(Unread) -> SQLStatement.Effect {
    if acceptKind("ROLE") { return .useRole(try name()) }
    if acceptKind("SECONDARY") || acceptKind("SCHEMA") || acceptKind("WAREHOUSE") { return .other }
    // In Databricks a database is a schema.
    if dialect == .databricks, !acceptKind("CATALOG") { return .other }
    _ = acceptKind("DATABASE") || acceptKind("CATALOG")
    let name = try name()
    try expectEnd()
    return .useDatabase(name)
  }

  private mutating func set() throws(Unread) -> SQLStatement.Effect {
    _ = accept("LOCAL")
    if acceptKind("ROLE") || accept("SESSION", "AUTHORIZATION") {
      return .useRole(acceptAny(["NONE", "DEFAULT"]) ? nil : try nameOrString())
    }
    _ = acceptAny(["SESSION", "VARIABLE", "VAR"])
    if let next, next.kind != .word { return .other }
    let name = try name()
    if acceptSymbol("="), let next, next.kind == .string, position + 1 == tokens.endIndex {
      settingValue = Located(next.text, place(next.range))
    }
    return .setVariable(name)
  }
}
