extension SQLReader {
  /// The rest of a `GRANT`, or of a `REVOKE`.
  mutating func grant(isRevoke: Bool) throws(Unread) -> SQLStatement.Effect {
    if isRevoke, accept("GRANT", "OPTION", "FOR") || accept("ADMIN", "OPTION", "FOR") { return .other }
    let preposition = isRevoke ? "FROM" : "TO"
    if accept("ROLE") || accept("DATABASE", "ROLE") || isPlainMembership {
      let membership = try membership(preposition)
      return isRevoke ? .revokeRole(membership) : .grantRole(membership)
    }
    let grant = try namesBigQueryRole ? roleGrant(preposition) : privilegeGrant(preposition)
    return isRevoke ? .revoke(grant) : .grant(grant)
  }

  /// PostgreSQL's `GRANT a TO b`. Elsewhere what looks like it grants a system privilege.
  private var isPlainMembership: Bool {
    (dialect == .postgres || dialect == nil) && !holds("ON") && !holds("FOR")
  }

  private mutating func membership(_ preposition: String) throws(Unread) -> SQLMembership {
    let roles = try names()
    try expect(preposition)
    let members = try grantees()
    try expectEnd()
    return SQLMembership(roles: roles, members: members)
  }

  private var namesBigQueryRole: Bool {
    guard let next, next.kind == .quotedName else { return false }
    return next.text.hasPrefix("roles/") || next.text.contains("/roles/")
  }

  /// ``GRANT `roles/bigquery.dataViewer` ON SCHEMA sales TO "user:a@example.com"``.
  private mutating func roleGrant(_ preposition: String) throws(Unread) -> SQLGrant {
    let roles = try list { (reader: inout SQLReader) throws(Unread) -> SQLName in
      try reader.bigQueryRole()
    }
    try expect("ON")
    let kind = try bigQueryKind()
    let securables = try names().map { Located(Securable(kind, $0.value), $0.place) }
    try expect(preposition)
    let grantees = try grantees()
    try expectEnd()
    return SQLGrant(
      privileges: roles, securables: securables, grantees: grantees, includesFutureTables: false)
  }

  private mutating func bigQueryRole() throws(Unread) -> SQLName {
    guard namesBigQueryRole, let token = next else {
      throw Unread("\(nextInWords) where a role should stand")
    }
    skip()
    return SQLName(value: token.text, place: place(token.range), isPlaceholder: token.isPlaceholder)
  }

  private mutating func bigQueryKind() throws(Unread) -> Securable.Kind {
    _ = accept("EXTERNAL")
    if accept("SCHEMA") { return .dataset }
    if accept("TABLE") { return .table }
    if accept("VIEW") { return .view }
    if accept("PROJECT") { return .project }
    throw Unread("\(nextInWords) where `SCHEMA`, `TABLE` or `VIEW` should stand")
  }

  private mutating func privilegeGrant(_ preposition: String) throws(Unread) -> SQLGrant {
    let privileges = try privileges()
    let isScoped = accept("FOR")
    let securables = try isScoped ? scope() : grantObjects()
    try expect(preposition)
    let grantees = try grantees()
    try expectEnd()
    return SQLGrant(
      privileges: privileges, securables: securables, grantees: grantees, includesFutureTables: isScoped)
  }

  mutating func privileges() throws(Unread) -> [SQLName] {
    try list { (reader: inout SQLReader) throws(Unread) -> SQLName in try reader.privilege() }
  }

  /// One privilege of one or more words: `SELECT`, `CREATE TABLE`, `ALL PRIVILEGES`, `SELECT (email)`.
  private mutating func privilege() throws(Unread) -> SQLName {
    let start = position
    var words: [String] = []
    while let next, next.kind == .word, !["ON", "FOR", "TO", "FROM"].contains(next.keyword) {
      words.append(next.keyword)
      skip()
    }
    guard !words.isEmpty, !words.contains("") else {
      throw Unread("\(nextInWords) where a privilege should stand")
    }
    if words == ["ALL", "PRIVILEGES"] { words = ["ALL"] }
    var value = words.joined(separator: " ")
    if acceptSymbol("(") { value += " (\(try columns()))" }
    let range = tokens[start].range.lowerBound..<tokens[position - 1].range.upperBound
    return SQLName(value: value, place: place(range), isPlaceholder: false)
  }

  private mutating func columns() throws(Unread) -> String {
    let columns = try names().map(\.value).joined(separator: ", ")
    guard acceptSymbol(")") else { throw Unread("\(nextInWords) where `)` should stand") }
    return columns
  }

  /// What stands after `ON`.
  private mutating func grantObjects() throws(Unread) -> [Located<Securable>] {
    try expect("ON")
    if accept("ALL", "TABLES", "IN", "SCHEMA") { return try securables(.allTables) }
    if accept("FUTURE", "TABLES", "IN", "SCHEMA") { return try securables(.futureTables) }
    if accept("SCHEMA") { return try securables(dialect == .bigquery ? .dataset : .schema) }
    if acceptAny(["DATABASE", "CATALOG"]) { return try securables(.database) }
    if accept("VIEW") { return try securables(.view) }
    _ = accept("TABLE")
    return try securables(.table)
  }

  /// Redshift's `FOR TABLES IN SCHEMA s`: the tables of today and those to come.
  private mutating func scope() throws(Unread) -> [Located<Securable>] {
    guard accept("TABLES", "IN", "SCHEMA") else {
      throw Unread("\(nextInWords) where `TABLES IN SCHEMA` should stand")
    }
    return try securables(.allTables)
  }

  private mutating func securables(_ kind: Securable.Kind) throws(Unread) -> [Located<Securable>] {
    try names().map { Located(Securable(kind, $0.value), $0.place) }
  }

  /// Grantees with their kinds, and what may follow them without changing who gets what.
  mutating func grantees() throws(Unread) -> [SQLName] {
    let grantees = try list { (reader: inout SQLReader) throws(Unread) -> SQLName in
      _ = reader.accept("DATABASE", "ROLE") || reader.acceptAny(["ROLE", "USER", "GROUP"])
      let grantee = try reader.nameOrString()
      _ = reader.accept("WITH", "GRANT", "OPTION") || reader.accept("WITH", "ADMIN", "OPTION")
      return grantee
    }
    if accept("GRANTED", "BY") { _ = try name() }
    _ = acceptAny(["CASCADE", "RESTRICT"])
    return grantees
  }
}
