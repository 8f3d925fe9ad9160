extension SQLReader {
  /// Words after `CREATE`, `ALTER` or `DROP` that name a kind of object, or lead to one.
  static let objects: Set<String> = accessless.union(modifiers).union([
    "DATABASE", "CATALOG", "SCHEMA", "TABLE", "VIEW", "ROLE", "USER", "GROUP", "DEFAULT", "OR", "IF",
  ])

  static let modifiers: Set<String> = [
    "TEMP", "TEMPORARY", "TRANSIENT", "EXTERNAL", "MATERIALIZED", "SECURE", "GLOBAL", "LOCAL", "UNLOGGED",
    "DYNAMIC", "ICEBERG", "HYBRID", "EVENT", "FOREIGN", "RECURSIVE", "STREAMING", "LIVE", "SNAPSHOT",
    "SEMANTIC",
  ]

  /// Kinds of object that nobody's access to tables and schemas depends on.
  static let accessless: Set<String> = [
    "INDEX", "UNIQUE", "FUNCTION", "PROCEDURE", "SEQUENCE", "TYPE", "EXTENSION", "WAREHOUSE", "STAGE",
    "TRIGGER", "STORAGE", "FILE", "SESSION", "CAPACITY", "RESERVATION", "CONNECTION", "DATASHARE",
    "LIBRARY", "MODEL", "PUBLICATION", "SUBSCRIPTION", "SERVER", "POLICY", "NETWORK", "RESOURCE", "TASK",
    "STREAM", "PIPE", "SHARE", "TAG", "MASKING", "ROW", "SECURITY", "API", "NOTIFICATION", "LOCATION",
    "VOLUME", "CREDENTIAL", "SERVICE", "RECIPIENT", "PROVIDER", "ASSIGNMENT", "SEARCH", "AGGREGATE", "CAST",
    "COLLATION", "CONVERSION", "DOMAIN", "OPERATOR", "RULE", "STATISTICS", "TABLESPACE", "TEXT", "LANGUAGE",
    "ACCESS", "ACCOUNT", "SECRET", "STREAMLIT", "NOTEBOOK", "COMPUTE", "IMAGE", "GIT", "ALERT", "PASSWORD",
    "AUTHENTICATION", "APPLICATION", "FAILOVER", "REPLICATION", "IDENTITY", "RLS", "VECTOR", "SYSTEM",
    "LARGE", "ROUTINE", "AGGREGATION", "PROJECTION", "PACKAGES", "WIDGET", "INTEGRATION", "MANAGED",
    "PROJECT", "ORGANIZATION", "BI_CAPACITY", "DATA", "CORTEX", "TRANSFORM", "METASTORE",
  ]

  /// The rest of a `CREATE`.
  mutating func create() throws(Unread) -> SQLStatement.Effect {
    _ = accept("OR", "REPLACE") || accept("OR", "ALTER") || accept("OR", "REFRESH")
    let isExternal = next?.keyword == "EXTERNAL"
    while acceptAny(Self.modifiers) {}
    guard let kind = next?.keyword else { throw Unread("nothing after `CREATE`") }
    if Self.accessless.contains(kind) { return .other }
    let kindInWords = nextInWords
    skip()
    // `CREATE DATABASE ROLE d.r`, `CREATE USER MAPPING`, `CREATE TABLE FUNCTION`.
    let isRole = kind == "DATABASE" && acceptKind("ROLE")
    if accept("MAPPING") || accept("FUNCTION") || accept("DATA", "WRAPPER") { return .other }
    let ifNotExists = accept("IF", "NOT", "EXISTS")
    if isExternal || ifNotExists || holds("CLONE") || holds("SHARE") { traits.insert(.mayHoldMore) }
    guard let effect = try createObject(isRole ? "ROLE" : kind) else {
      throw Unread("`CREATE` of \(kindInWords) is not read")
    }
    return effect
  }

  private mutating func createObject(_ kind: String) throws(Unread) -> SQLStatement.Effect? {
    switch kind {
    case "DATABASE" where dialect == .databricks: return try schema()
    case "DATABASE", "CATALOG": return try database()
    case "SCHEMA": return try schema()
    case "TABLE", "VIEW": return .createTable(try name())
    case "ROLE", "USER", "GROUP": return try account(kind)
    default: return nil
    }
  }

  /// `CREATE DATABASE d WITH OWNER = u`.
  private mutating func database() throws(Unread) -> SQLStatement.Effect {
    let name = try name()
    while let token = next {
      skip()
      guard token.keyword == "OWNER" else { continue }
      _ = acceptSymbol("=")
      owner = try self.name()
    }
    return .createDatabase(name)
  }

  /// `CREATE SCHEMA s AUTHORIZATION u`; the grants that PostgreSQL allows in its tail are not read.
  private mutating func schema() throws(Unread) -> SQLStatement.Effect {
    if let grant = tokens[position...].firstIndex(where: { $0.keyword == "GRANT" }) {
      position = grant
      throw Unread("a `GRANT` inside a `CREATE SCHEMA`")
    }
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
      case "NOINHERIT": traits.insert(.inheritsNothing)
      case "SUPERUSER", "CREATEUSER": traits.insert(.isSuperuser)
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
    while acceptAny(Self.modifiers) {}
    guard let kind = next?.keyword else { throw Unread("nothing after `ALTER`") }
    if Self.accessless.contains(kind) { return .other }
    let kindInWords = nextInWords
    skip()
    if kind == "DATABASE", acceptKind("ROLE") { return .other }
    if accept("MAPPING") || accept("DATA", "WRAPPER") { return .other }
    _ = accept("IF", "EXISTS")
    _ = acceptKind("ONLY")
    switch kind {
    case "USER", "ROLE": return try alterAccount()
    case "GROUP": return try alterGroup()
    case "TABLE", "VIEW", "SCHEMA", "DATABASE", "CATALOG": return try alterOwner(of: ownedKind(kind))
    default: throw Unread("`ALTER` of \(kindInWords) is not read")
    }
  }

  private func ownedKind(_ word: String) -> Securable.Kind {
    switch word {
    case "SCHEMA": dialect == .bigquery ? .dataset : .schema
    case "DATABASE" where dialect == .databricks: .schema
    case "DATABASE", "CATALOG": .database
    default: Securable.Kind(rawValue: word.lowercased()) ?? .table
    }
  }

  /// The rest of a `DROP`.
  mutating func drop() throws(Unread) -> SQLStatement.Effect {
    while acceptAny(Self.modifiers) {}
    guard let word = next?.keyword, word != "OWNED", !Self.accessless.contains(word) else { return .other }
    let kindInWords = nextInWords
    skip()
    if accept("MAPPING") || accept("FUNCTION") || accept("DATA", "WRAPPER") { return .other }
    let isRole = word == "DATABASE" && acceptKind("ROLE")
    guard Self.objects.contains(word) else { throw Unread("`DROP` of \(kindInWords) is not read") }
    _ = accept("IF", "EXISTS")
    let kind = isRole ? .role : ownedKind(word)
    return .drop(try names().map { Located(Securable(kind, $0.value), $0.place) })
  }

  private mutating func alterAccount() throws(Unread) -> SQLStatement.Effect {
    if accept("ALL") { return .other }
    let name = try nameOrString()
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
    let objects = try defaultObjects()
    try expect(isRevoke ? "FROM" : "TO")
    let grantees = try grantees()
    try expectEnd()
    let grant = SQLGrant(
      privileges: privileges, securables: schemas.map { Located(objects.future(in: $0.value), $0.place) },
      grantees: grantees, includesFutureTables: objects.kind == .table)
    return .defaultPrivileges(
      SQLDefaultPrivileges(
        objects: objects.kind, creators: creators, schemas: schemas, grant: grant, isRevoke: isRevoke))
  }

  /// What the default privileges are on: `TABLES`, `SEQUENCES`, `FUNCTIONS`, …
  private mutating func defaultObjects() throws(Unread) -> DefaultObjects {
    guard let word = next?.keyword, let kind = DefaultObjects.kinds[word] else {
      throw Unread("\(nextInWords) where `TABLES` should stand")
    }
    skip()
    if word == "LARGE" { _ = accept("OBJECTS") }
    return DefaultObjects(word: word.lowercased(), kind: kind)
  }

  private mutating func creators() throws(Unread) -> [SQLName] {
    guard acceptAny(["USER", "ROLE"]) else { throw Unread("\(nextInWords) where `USER` should stand") }
    return try names()
  }
}

private struct DefaultObjects {
  static let kinds: [String: Securable.Kind] = [
    "TABLES": .table, "SEQUENCES": .sequence, "FUNCTIONS": .function, "ROUTINES": .function,
    "PROCEDURES": .procedure, "SCHEMAS": .schema, "TYPES": .other, "LARGE": .other,
  ]

  let word: String
  let kind: Securable.Kind

  func future(in schema: String) -> Securable {
    kind == .table
      ? Securable(.futureTables, schema) : Securable(.other, "future \(word) in schema \(schema)")
  }
}
