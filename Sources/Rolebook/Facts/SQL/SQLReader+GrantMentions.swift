extension SQLReader {
  /// What a `GRANT` or `REVOKE` names; nothing where its grantees are not understood.
  mutating func grantMentions() -> [SQLMention] {
    _ = accept("GRANT", "OPTION", "FOR") || accept("ADMIN", "OPTION", "FOR")
    var found: [SQLMention] = []
    let grantsRole = accept("ROLE") || accept("DATABASE", "ROLE")
    if grantsRole || isPlainMembership {
      found += roles(kind: grantsRole && dialect != .postgres ? .role : nil)
      guard acceptAny(["TO", "FROM"]) else { return [] }
    } else {
      guard advance(past: ["ON", "FOR"]), let objects = objects() else { return [] }
      found += objects
      guard acceptAny(["TO", "FROM"]) else { return [] }
    }
    return recipients().map { found + $0 } ?? []
  }

  /// `a, b`, or with the word before each: `ROLE a, ROLE b`.
  private mutating func roles(kind: ScriptObject.Kind?) -> [SQLMention] {
    var found: [SQLMention] = []
    repeat {
      _ = accept("ROLE")
      guard let name = try? name() else { break }
      found.append(SQLMention(kind: kind, name: name, act: .use))
    } while acceptSymbol(",")
    return found
  }

  /// What stands after `ON` or `FOR`; nil where its kind is none that we follow.
  private mutating func objects() -> [SQLMention]? {
    if acceptAny(["ALL", "FUTURE"]) || next?.keyword == "TABLES" {
      guard advance(past: ["IN"]), let kind = acceptKind() else { return nil }
      return namesOf(kind, .use)
    }
    if accept("ACCOUNT") { return [] }
    if let kind = acceptKind() { return namesOf(kind, .use) }
    let found = namesOf(.table, .use)
    // Another word before the name: `ON INTEGRATION s3`, `ON FUNCTION f(int)`.
    if ["TO", "FROM"].contains(next?.keyword) { return found }
    return advance(to: ["TO", "FROM"]) ? [] : nil
  }

  private mutating func advance(to keywords: Set<String>) -> Bool {
    while let next, !keywords.contains(next.keyword) { skip() }
    return !isAtEnd
  }

  /// The grantees, each with the kind that its dialect takes it for; nil where something else follows.
  mutating func recipients() -> [SQLMention]? {
    var found: [SQLMention] = []
    repeat {
      let kind = recipientKind()
      guard let name = try? nameOrString() else { return nil }
      _ = accept("WITH", "GRANT", "OPTION") || accept("WITH", "ADMIN", "OPTION")
      found.append(SQLMention(kind: kind, name: name, act: .receive))
    } while acceptSymbol(",")
    if accept("GRANTED", "BY") { _ = try? name() }
    _ = acceptAny(["CASCADE", "RESTRICT"])
    return isAtEnd ? found : nil
  }

  /// In PostgreSQL users and groups are roles, and in Redshift a bare name is a user.
  private mutating func recipientKind() -> ScriptObject.Kind? {
    let written: ScriptObject.Kind? =
      accept("DATABASE", "ROLE") || accept("ROLE")
      ? .role : accept("USER") ? .user : accept("GROUP") ? .group : nil
    switch dialect {
    case .redshift: return written ?? .user
    case .snowflake: return written
    default: return nil
    }
  }
}
