extension SQLReader {
  /// The rest of a `GRANT`, or of a `REVOKE`.
  mutating func grant(isRevoke: Bool) throws(Unread) -> SQLStatement.Effect {
    if isRevoke, acceptOptionFor() { return .other }
    let preposition = isRevoke ? "FROM" : "TO"
    if acceptRoleKind() || isPlainMembership {
      let membership = try membership(preposition)
      return isRevoke ? .revokeRole(membership) : .grantRole(membership)
    }
    let grant = try namesBigQueryRole ? roleGrant(preposition) : privilegeGrant(preposition)
    return isRevoke ? .revoke(grant) : .grant(grant)
  }

  /// `GRANT OPTION FOR`, `ADMIN OPTION FOR`: who may pass a right on is not followed.
  private mutating func acceptOptionFor() -> Bool {
    ["GRANT", "ADMIN", "INHERIT", "SET"].contains { accept($0, "OPTION", "FOR") }
  }

  private mutating func acceptRoleKind() -> Bool {
    let kinds = [["ROLE"], ["DATABASE", "ROLE"], ["APPLICATION", "ROLE"]]
    return kinds.contains { acceptKind($0) }
  }

  /// PostgreSQL's `GRANT a TO b`. Elsewhere what looks like it grants a system privilege.
  var isPlainMembership: Bool {
    (dialect == .postgres || dialect == nil) && !holds("ON") && !holds("FOR")
  }

  private mutating func membership(_ preposition: String) throws(Unread) -> SQLMembership {
    let roles = try names()
    try expect(preposition)
    var membership = SQLMembership(roles: roles, members: try grantees())
    if accept("WITH") { try readMembershipOptions(&membership) }
    try skipGrantTail()
    try expectEnd()
    return membership
  }

  /// `ADMIN OPTION`, `INHERIT FALSE, SET TRUE`.
  private mutating func readMembershipOptions(_ membership: inout SQLMembership) throws(Unread) {
    repeat {
      let isInherit = next?.keyword == "INHERIT"
      guard acceptAny(["ADMIN", "INHERIT", "SET"]) else {
        throw Unread("\(nextInWords) where `ADMIN` should stand")
      }
      let isFalse = next?.keyword == "FALSE"
      guard acceptAny(["OPTION", "TRUE", "FALSE"]) else {
        throw Unread("\(nextInWords) where `OPTION` should stand")
      }
      if isInherit { membership.inherits = !isFalse }
    } while acceptSymbol(",")
  }

  private var namesBigQueryRole: Bool {
    guard let next, next.kind == .quotedName else { return false }
    return next.text.hasPrefix("roles/") || next.text.contains("/roles/")
      || (dialect == .bigquery && next.isPlaceholder)
  }

  /// ``GRANT `roles/bigquery.dataViewer` ON SCHEMA sales TO "user:a@example.com"``.
  private mutating func roleGrant(_ preposition: String) throws(Unread) -> SQLGrant {
    let roles = try list { (reader: inout SQLReader) throws(Unread) -> SQLName in
      try reader.bigQueryRole()
    }
    try expect("ON")
    let kind = try bigQueryKind()
    let securables = try names().map { Located(Securable(kind, $0.value), $0.place) }
    return try finish(roles, securables, preposition)
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
    if let system = systemSecurable(privileges, preposition) {
      return try finish(privileges, [system], preposition)
    }
    let isScoped = accept("FOR")
    let securables = try isScoped ? scope() : grantObjects(for: privileges)
    return try finish(privileges, securables, preposition, includesFutureTables: isScoped)
  }

  /// Redshift's `GRANT CREATE USER TO ROLE r` is on no one thing.
  private func systemSecurable(_ privileges: [SQLName], _ preposition: String) -> Located<Securable>? {
    guard dialect == .redshift, next?.keyword == preposition else { return nil }
    let verbs = Set(privileges.map { $0.value.prefix { $0 != " " } })
    guard verbs.isSubset(of: Self.systemVerbs) else { return nil }
    return Located(Securable(.other, "system"), privileges[0].place)
  }

  private static let systemVerbs: Set<Substring> = [
    "CREATE", "DROP", "ALTER", "ACCESS", "TRUNCATE", "VACUUM", "ANALYZE", "CANCEL", "IGNORE", "EXPLAIN",
  ]

  private mutating func finish(
    _ privileges: [SQLName], _ securables: [Located<Securable>], _ preposition: String,
    includesFutureTables: Bool = false
  ) throws(Unread) -> SQLGrant {
    try expect(preposition)
    let grantees = try grantees()
    try skipGrantTail()
    try expectEnd()
    try refuseMany(grants: securables.count * grantees.count)
    return SQLGrant(
      privileges: privileges, securables: securables, grantees: grantees,
      includesFutureTables: includesFutureTables)
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
    if words == ["TEMP"] { words = ["TEMPORARY"] }
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

  /// A statement is told with each of its grants, and so must not be long and grant much.
  private func refuseMany(grants: Int) throws(Unread) {
    let length = (tokens.last?.range.upperBound ?? 0) - (tokens.first?.range.lowerBound ?? 0)
    guard grants > Self.mostGrants || grants * length > Self.mostBytes else { return }
    throw Unread("\(grants) grants in one statement")
  }

  private static let mostGrants = 2_000
  /// Of a statement times its grants.
  private static let mostBytes = 8 << 20

  /// Grantees with their kinds.
  mutating func grantees() throws(Unread) -> [SQLName] {
    try list { (reader: inout SQLReader) throws(Unread) -> SQLName in
      _ = Self.granteeKinds.contains { reader.acceptKind($0) }
      let grantee = try reader.nameOrString()
      // Redshift writes it after each grantee.
      _ = reader.accept("WITH", "GRANT", "OPTION")
      return grantee
    }
  }

  private static let granteeKinds = [
    ["DATABASE", "ROLE"], ["APPLICATION", "ROLE"], ["SERVICE", "PRINCIPAL"], ["RLS", "POLICY"], ["ROLE"],
    ["USER"], ["GROUP"], ["SHARE"], ["APPLICATION"], ["IAM_ROLE"], ["ACCOUNT"], ["NAMESPACE"],
  ]

  /// What may follow the grantees without changing who gets what.
  private mutating func skipGrantTail() throws(Unread) {
    _ = accept("WITH", "GRANT", "OPTION") || accept("WITH", "ADMIN", "OPTION")
    if accept("GRANTED", "BY") { _ = try name() }
    _ = accept("COPY", "CURRENT", "GRANTS") || accept("REVOKE", "CURRENT", "GRANTS")
    _ = accept("VIA", "DATA", "CATALOG")
    // Redshift's `ASSUMEROLE … FOR COPY, UNLOAD`.
    if accept("FOR") { _ = try names() }
    _ = acceptAny(["CASCADE", "RESTRICT"])
  }
}
