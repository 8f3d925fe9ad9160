extension SQLReader {
  /// Words after `CREATE` or `ALTER` that name a kind of object, or lead to one.
  static let objects: Set<String> = accessless.union(modifiers).union([
    "DATABASE", "CATALOG", "SCHEMA", "TABLE", "VIEW", "ROLE", "USER", "GROUP", "DEFAULT", "OR", "IF",
  ])

  private static let modifiers: Set<String> = [
    "TEMP", "TEMPORARY", "TRANSIENT", "EXTERNAL", "MATERIALIZED", "SECURE", "GLOBAL", "LOCAL", "UNLOGGED",
  ]

  /// Kinds of object that nobody's access to tables and schemas depends on.
  private static let accessless: Set<String> = [
    "INDEX", "UNIQUE", "FUNCTION", "PROCEDURE", "SEQUENCE", "TYPE", "EXTENSION", "WAREHOUSE", "STAGE",
    "TRIGGER", "STORAGE", "FILE", "SESSION", "CAPACITY", "RESERVATION", "CONNECTION", "DATASHARE",
    "LIBRARY", "MODEL",
  ]

  /// The rest of a `CREATE`.
  mutating func create() throws(Unread) -> SQLStatement.Effect {
    _ = accept("OR", "REPLACE")
    while acceptAny(Self.modifiers) {}
    guard let kind = next?.keyword else { throw Unread("nothing after `CREATE`") }
    if Self.accessless.contains(kind) { return .other }
    let kindInWords = nextInWords
    skip()
    _ = accept("IF", "NOT", "EXISTS")
    switch kind {
    case "DATABASE", "CATALOG": return .createDatabase(try name())
    case "SCHEMA": return try schema()
    case "TABLE", "VIEW": return .createTable(try name())
    case "ROLE", "USER", "GROUP": return try account(kind)
    default: throw Unread("`CREATE` of \(kindInWords) is not read")
    }
  }

  /// `CREATE SCHEMA s AUTHORIZATION u`; the grants that PostgreSQL allows in its tail are not read.
  private mutating func schema() throws(Unread) -> SQLStatement.Effect {
    if holds("GRANT") { throw Unread("a `GRANT` inside a `CREATE SCHEMA`") }
    if accept("AUTHORIZATION") {
      let owner = try name()
      return .createSchema(owner, owner: owner)
    }
    let name = try name()
    return .createSchema(name, owner: accept("AUTHORIZATION") ? try self.name() : nil)
  }

  /// `CREATE ROLE|USER|GROUP name` with its options.
  private mutating func account(_ kind: String) throws(Unread) -> SQLStatement.Effect {
    let name = try name()
    let options = try accountOptions(of: name)
    switch kind {
    case "GROUP": return .createGroup(name)
    // PostgreSQL's users are roles that may log in.
    case "ROLE" where !options.mayLogIn && options.password == nil: return .createRole(name)
    default: return .createUser(name, password: options.password)
    }
  }

  private mutating func accountOptions(
    of name: SQLName
  ) throws(Unread) -> (password: Located<String>?, mayLogIn: Bool) {
    var password: Located<String>?
    var mayLogIn = false
    while let token = next {
      skip()
      switch token.keyword {
      case "PASSWORD": password = readPassword()
      case "IDENTIFIED" where accept("BY"): password = readPassword()
      case "LOGIN": mayLogIn = true
      case "IN" where acceptAny(["ROLE", "GROUP"]):
        memberships.append(SQLMembership(roles: try names(), members: [name]))
      case "USER", "ROLE", "ADMIN": memberships.append(SQLMembership(roles: [name], members: try names()))
      default: break
      }
    }
    return (password, mayLogIn)
  }

  /// The string after `PASSWORD`; nil for `DISABLE` and `NULL`.
  private mutating func readPassword() -> Located<String>? {
    _ = acceptSymbol("=")
    guard let token = next, token.kind == .string || token.kind == .quotedName || token.isPlaceholder else {
      return nil
    }
    skip()
    return Located(token.text, place(token.range))
  }

  /// The rest of an `ALTER`.
  mutating func alter() throws(Unread) -> SQLStatement.Effect {
    if accept("DEFAULT", "PRIVILEGES") { return try defaultPrivileges() }
    guard let kind = next?.keyword else { throw Unread("nothing after `ALTER`") }
    if Self.accessless.contains(kind) { return .other }
    let kindInWords = nextInWords
    skip()
    _ = accept("IF", "EXISTS")
    switch kind {
    case "USER", "ROLE": return try alterAccount()
    case "GROUP": return try alterGroup()
    case "DATABASE", "CATALOG": return try alterOwner(of: .database)
    case "SCHEMA": return try alterOwner(of: dialect == .bigquery ? .dataset : .schema)
    case "TABLE": return try alterOwner(of: .table)
    case "VIEW": return try alterOwner(of: .view)
    default: throw Unread("`ALTER` of \(kindInWords) is not read")
    }
  }

  private mutating func alterAccount() throws(Unread) -> SQLStatement.Effect {
    let name = try name()
    let password = try accountOptions(of: name).password
    // `ROLE` in an ALTER's tail is a setting, not a list of members.
    memberships = []
    return .alterUser(name, password: password)
  }

  /// `ALTER GROUP g ADD USER u`.
  private mutating func alterGroup() throws(Unread) -> SQLStatement.Effect {
    let group = try name()
    let isRemoval = accept("DROP", "USER")
    guard isRemoval || accept("ADD", "USER") else { throw Unread("\(nextInWords) where `ADD` should stand") }
    let membership = SQLMembership(roles: [group], members: try names())
    try expectEnd()
    return isRemoval ? .revokeRole(membership) : .grantRole(membership)
  }

  /// `ALTER SCHEMA s OWNER TO x`; other changes of a thing are nobody's access.
  private mutating func alterOwner(of kind: Securable.Kind) throws(Unread) -> SQLStatement.Effect {
    let name = try name()
    guard accept("OWNER", "TO") || accept("SET", "OWNER", "TO") else { return .other }
    return .changeOwner(Located(Securable(kind, name.value), name.place), to: try self.name())
  }

  /// The rest of an `ALTER DEFAULT PRIVILEGES`.
  private mutating func defaultPrivileges() throws(Unread) -> SQLStatement.Effect {
    let creators = accept("FOR") ? try creators() : []
    let schemas = accept("IN", "SCHEMA") ? try names() : []
    let isRevoke = accept("REVOKE")
    if isRevoke { _ = accept("GRANT", "OPTION", "FOR") } else { try expect("GRANT") }
    let privileges = try privileges()
    try expect("ON")
    try expect("TABLES")
    try expect(isRevoke ? "FROM" : "TO")
    let grantees = try grantees()
    try expectEnd()
    let grant = SQLGrant(
      privileges: privileges,
      securables: schemas.map { Located(Securable(.futureTables, $0.value), $0.place) },
      grantees: grantees, includesFutureTables: true)
    return .defaultPrivileges(
      SQLDefaultPrivileges(creators: creators, schemas: schemas, grant: grant, isRevoke: isRevoke))
  }

  private mutating func creators() throws(Unread) -> [SQLName] {
    guard acceptAny(["USER", "ROLE"]) else { throw Unread("\(nextInWords) where `USER` should stand") }
    return try names()
  }
}
