extension SQLReader {
  /// What the statement names, told by the words before each name; also where its effect is not understood.
  mutating func mentions() -> [SQLMention] {
    let reads = variablesRead()
    guard let first = next else { return reads }
    if first.kind == .command { return commandMentions(first) + reads }
    skip()
    switch first.keyword {
    case "CREATE": return createMentions() + reads
    case "DROP": return dropMentions() + reads
    case "ALTER": return alterMentions() + reads
    case "GRANT", "REVOKE": return grantMentions() + reads
    case "USE": return useMentions() + reads
    case "SET": return setMentions() + reads
    case "DECLARE" where dialect == .bigquery || dialect == .databricks:
      return namesOf(.variable, .set) + reads
    default: return reads
    }
  }

  /// Snowflake's `$name`, psql's `:name` and the `${name}` of templates, which alone counts as a placeholder.
  private func variablesRead() -> [SQLMention] {
    tokens.compactMap { token in
      guard token.kind == .word, token.isPlaceholder, let name = variableName(token.text) else { return nil }
      let isTemplate = token.text.hasPrefix("${")
      return SQLMention(
        kind: .variable, name: SQLName(value: name, place: place(token.range), isPlaceholder: isTemplate),
        act: .read)
    }
  }

  private func commandMentions(_ token: SQLToken) -> [SQLMention] {
    var reader = self
    switch reader.effect() {
    case .useDatabase(let name): return [SQLMention(kind: .database, name: name, act: .enter)]
    case .setVariable(let name): return [SQLMention(kind: .variable, name: name, act: .set)]
    default: return []
    }
  }

  private mutating func createMentions() -> [SQLMention] {
    let replaces = accept("OR", "REPLACE")
    while acceptAny(Self.modifiers) {}
    guard let kind = acceptKind() else { return [] }
    let guardedBy: SQLMention.Guard? =
      accept("IF", "NOT", "EXISTS") ? .ifNotExists : replaces ? .orReplace : nil
    if kind == .schema, accept("AUTHORIZATION") {
      guard let name = try? name() else { return [] }
      return [
        SQLMention(kind: .schema, name: name, act: .create, guardedBy: guardedBy),
        SQLMention(kind: nil, name: name, act: .use),
      ]
    }
    let start = position
    guard let name = try? name() else { return [] }
    let created = SQLMention(kind: kind, name: name, act: .create, guardedBy: guardedBy)
    return [created] + qualifiers(of: name, kind, from: start) + tailMentions(of: kind)
  }

  /// `IN ROLE a`, `AUTHORIZATION u`, `DEFAULT_ROLE = a` and their like after what is created or changed.
  private mutating func tailMentions(of kind: ScriptObject.Kind) -> [SQLMention] {
    guard kind.family != .table else { return [] }
    var found: [SQLMention] = []
    while let token = next {
      skip()
      switch token.keyword {
      case "AUTHORIZATION", "OWNER":
        _ = accept("TO") || acceptSymbol("=")
        found += namesOf(nil, .use)
      case "IN" where acceptAny(["ROLE", "GROUP"]), "ADD" where accept("USER"), "DROP" where accept("USER"):
        found += namesOf(nil, .use)
      case "ROLE", "ADMIN", "USER":
        if kind.family == .account, dialect != .snowflake { found += namesOf(nil, .use) }
      case "RENAME": if accept("TO") { found += namesOf(kind, .create) }
      case "DEFAULT_ROLE": found += settingOf(.role)
      case "DEFAULT_WAREHOUSE", "WAREHOUSE": found += settingOf(.warehouse)
      default: break
      }
    }
    return found
  }

  /// The name after `DEFAULT_ROLE =`, which may stand in quotes.
  private mutating func settingOf(_ kind: ScriptObject.Kind) -> [SQLMention] {
    guard acceptSymbol("="), let token = next else { return [] }
    guard token.kind == .string else { return namesOf(kind, .refer) }
    skip()
    let name = SQLName(
      value: token.isPlaceholder ? token.text : fold(token.text, isQuoted: false, dialect),
      place: place(token.range), isPlaceholder: token.isPlaceholder)
    return [SQLMention(kind: kind, name: name, act: .refer)]
  }

  private mutating func dropMentions() -> [SQLMention] {
    while acceptAny(Self.modifiers) {}
    guard let kind = acceptKind() else { return [] }
    _ = accept("IF", "EXISTS")
    return namesOf(kind, .drop)
  }

  private mutating func alterMentions() -> [SQLMention] {
    if accept("DEFAULT", "PRIVILEGES") { return defaultMentions() }
    guard let kind = acceptKind() else { return [] }
    let guardedBy: SQLMention.Guard? = accept("IF", "EXISTS") ? .ifExists : nil
    let start = position
    guard let name = try? name() else { return [] }
    let changed = SQLMention(kind: kind, name: name, act: .use, guardedBy: guardedBy)
    return [changed] + qualifiers(of: name, kind, from: start) + tailMentions(of: kind)
  }

  private mutating func defaultMentions() -> [SQLMention] {
    var found: [SQLMention] = []
    if accept("FOR"), acceptAny(["USER", "ROLE"]) { found += namesOf(nil, .use) }
    if accept("IN", "SCHEMA") { found += namesOf(.schema, .use) }
    guard acceptAny(["GRANT", "REVOKE"]), advance(past: ["TO", "FROM"]) else { return [] }
    return recipients().map { found + $0 } ?? []
  }

  private mutating func useMentions() -> [SQLMention] {
    if accept("SECONDARY") { return [] }
    if accept("ROLE") { return namesOf(.role, .use) }
    if accept("WAREHOUSE") { return namesOf(.warehouse, .use) }
    if accept("SCHEMA") { return namesOf(.schema, .use) }
    let isCatalog = acceptAny(["DATABASE", "CATALOG"])
    let start = position
    guard let name = try? name(), isAtEnd else { return [] }
    if dialect == .databricks, !isCatalog { return [SQLMention(kind: .schema, name: name, act: .use)] }
    // `USE sales.raw` enters the database of that schema.
    if name.value.contains("."), !name.isPlaceholder {
      return qualifiers(of: name, .schema, from: start, .enter)
    }
    return [SQLMention(kind: .database, name: name, act: .enter)]
  }

  /// `SET a = 1`, `SET (a, b) = (1, 2)`; in PostgreSQL and Redshift what is set is a parameter.
  private mutating func setMentions() -> [SQLMention] {
    guard dialect == .snowflake || dialect == .databricks || dialect == .bigquery else { return [] }
    _ = acceptAny(["SESSION", "LOCAL", "VARIABLE", "VAR"])
    _ = acceptSymbol("(")
    return namesOf(.variable, .set)
  }
}

extension SQLReader {
  mutating func namesOf(_ kind: ScriptObject.Kind?, _ act: SQLMention.Act) -> [SQLMention] {
    var found: [SQLMention] = []
    repeat {
      let start = position
      guard let name = try? name() else { break }
      found.append(SQLMention(kind: kind, name: name, act: act))
      if let kind { found += qualifiers(of: name, kind, from: start) }
    } while acceptSymbol(",")
    return found
  }

  /// The schema and the database that a name says its thing lies in.
  func qualifiers(
    of name: SQLName, _ kind: ScriptObject.Kind, from start: Int, _ act: SQLMention.Act = .use
  ) -> [SQLMention] {
    let outer: ScriptObject.Kind
    switch kind.family {
    case .table: outer = .schema
    // What stands before a BigQuery dataset is its project.
    case .schema where dialect != .bigquery: outer = .database
    default: return []
    }
    guard !name.isPlaceholder, let dot = name.value.lastIndex(of: ".") else { return [] }
    let place = qualifierPlace(from: start) ?? name.place
    let qualifier = SQLName(value: String(name.value[..<dot]), place: place, isPlaceholder: false)
    return [SQLMention(kind: outer, name: qualifier, act: act)]
      + qualifiers(of: qualifier, outer, from: start, act)
  }

  /// The tokens up to the last dot of the name that starts here and has just been read.
  private func qualifierPlace(from start: Int) -> Place? {
    guard let dot = tokens[start..<position].lastIndex(where: { $0.isSymbol(".") }), dot > start else {
      return nil
    }
    return place(tokens[start].range.lowerBound..<tokens[dot - 1].range.upperBound)
  }

  /// Steps past the next of these keywords that stands outside parentheses.
  mutating func advance(past keywords: Set<String>) -> Bool {
    var depth = 0
    while let token = next {
      skip()
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
      if depth == 0, keywords.contains(token.keyword) { return true }
    }
    return false
  }

  /// Steps over a word that says of what kind the name after it is.
  mutating func acceptKind() -> ScriptObject.Kind? {
    if accept("DATABASE", "ROLE") { return .role }
    guard let kind = next.flatMap({ Self.kinds[$0.keyword] }) else { return nil }
    let start = position
    skip()
    // `CREATE USER MAPPING FOR …` creates no user.
    if next?.keyword == "MAPPING" {
      position = start
      return nil
    }
    return kind == .schema && dialect == .bigquery ? .dataset : kind
  }

  private static let kinds: [String: ScriptObject.Kind] = [
    "DATABASE": .database, "CATALOG": .database, "SCHEMA": .schema, "TABLE": .table, "VIEW": .view,
    "ROLE": .role, "USER": .user, "GROUP": .group, "WAREHOUSE": .warehouse,
  ]
}

/// The name in `$name`, `${name}`, `:name` or `:'name'`, in lower case; nil for what else these signs begin.
func variableName(_ text: String) -> String? {
  guard let sign = text.first, sign == "$" || sign == ":" else { return nil }
  let name = text.dropFirst().drop { "{'\"".contains($0) }.reversed().drop { "}'\"".contains($0) }.reversed()
  guard let first = name.first, first.isLetter || first == "_" else { return nil }
  guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { return nil }
  return String(name).lowercased()
}
