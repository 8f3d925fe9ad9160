extension SQLReader {
  /// Verbs that a statement may begin with.
  static let verbs: Set<String> = harmless.union([
    "CREATE", "GRANT", "REVOKE", "ALTER", "USE", "SET", "DECLARE", "DROP",
  ])

  /// Verbs of statements that change nobody's access.
  private static let harmless: Set<String> = [
    "SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE", "COPY", "UNLOAD", "COMMENT", "BEGIN", "START",
    "COMMIT", "ROLLBACK", "END", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "ANALYZE", "VACUUM", "TRUNCATE",
    "LIST", "VALUES", "RESET",
  ]

  /// What the statement does.
  mutating func effect() -> SQLStatement.Effect {
    do throws(Unread) {
      if tokens.contains(where: { $0.kind == .unclosed }) { throw Unread("a quote is not closed") }
      return try readEffect()
    } catch {
      memberships = []
      return .unread(error.reason)
    }
  }

  private mutating func readEffect() throws(Unread) -> SQLStatement.Effect {
    guard let first = next else { throw Unread("nothing to read") }
    if first.kind == .command { return command(first) }
    skip()
    switch first.keyword {
    case "CREATE": return try create()
    case "GRANT": return try grant(isRevoke: false)
    case "REVOKE": return try grant(isRevoke: true)
    case "ALTER": return try alter()
    case "USE": return try use()
    case "SET": return try set()
    case "DECLARE": return .setVariable(try name())
    case let verb where Self.harmless.contains(verb): return .other
    default: throw Unread("a statement with `\(first.text)` is not read")
    }
  }

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

  /// `USE sales`, `USE DATABASE sales`; roles, schemas and warehouses change nothing that we follow.
  private mutating func use() throws(Unread) -> SQLStatement.Effect {
    if acceptAny(["ROLE", "SECONDARY", "SCHEMA", "WAREHOUSE"]) { return .other }
    let saysDatabase = acceptAny(["DATABASE", "CATALOG"])
    let name = try name()
    try expectEnd()
    return dialect == .databricks && !saysDatabase ? .other : .useDatabase(name)
  }

  private mutating func set() throws(Unread) -> SQLStatement.Effect {
    // Whose name the statements after these run under is not followed.
    if accept("ROLE") || accept("SESSION", "AUTHORIZATION") { throw Unread("`SET ROLE` is not followed") }
    _ = acceptAny(["SESSION", "LOCAL", "VARIABLE", "VAR"])
    if let next, next.kind != .word { return .other }
    return .setVariable(try name())
  }
}
