/// One privilege on one securable; a claim needs some of them, by DESIGN's table of proofs.
struct AccessNeed: Hashable, Sendable {
  let privilege: String
  let securable: Securable

  init(_ privilege: String, _ securable: Securable) {
    self.privilege = privilege
    self.securable = securable
  }

  /// In words: `USAGE on schema devices`.
  var text: String { "\(privilege) on \(securable.text)" }

  /// Whether default privileges can stand in for it: a right on the tables of a schema.
  var isOnAllTables: Bool { securable.kind == .allTables }
}

extension Claim {
  /// What the claim needs in a dialect with privileges; nil where the dialect has no such access.
  func needs(in dialect: Dialect) -> [AccessNeed]? {
    var needs: [AccessNeed] = []
    for right in access.value.rights where right != .member {
      guard let more = right.needs(on: object.value, dialect) else { return nil }
      needs += more.filter { !needs.contains($0) }
    }
    return needs
  }
}

extension Access.Right {
  /// What this right needs on a securable; nil where the dialect has no such access.
  fileprivate func needs(on object: Securable, _ dialect: Dialect) -> [AccessNeed]? {
    switch (self, object.kind) {
    case (.use, .database): Self.useDatabase(object.name, dialect)
    case (.use, _): object.schema.map { Self.useSchema($0, dialect) }
    case (.read, _): tableNeeds(["SELECT"], on: object, dialect)
    case (.write, _):
      tableNeeds(
        dialect == .databricks ? ["MODIFY", "SELECT"] : ["INSERT", "UPDATE", "DELETE"], on: object, dialect)
    case (.create, .schema): Self.useSchema(object.name, dialect) + [Self.createTable(object, dialect)]
    case (.create, .database): [AccessNeed(dialect.createSchema, object)]
    case (.privilege(let name), _): Self.privilegeNeeds(name, on: object)
    case (.create, _), (.member, _): nil
    }
  }

  private func tableNeeds(_ privileges: [String], on object: Securable, _ dialect: Dialect) -> [AccessNeed]? {
    guard let tables = object.tables else { return nil }
    let way = object.schema.map { Self.useSchema($0, dialect) } ?? []
    return way + privileges.map { AccessNeed($0, tables) }
  }

  /// Whoever may log in to PostgreSQL and Redshift may use the database.
  private static func useDatabase(_ name: String, _ dialect: Dialect) -> [AccessNeed] {
    switch dialect {
    case .snowflake: [AccessNeed("USAGE", Securable(.database, name))]
    case .databricks: [AccessNeed("USE CATALOG", Securable(.database, name))]
    case .postgres, .redshift, .bigquery: []
    }
  }

  private static func useSchema(_ name: String, _ dialect: Dialect) -> [AccessNeed] {
    let database = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
    let schema = AccessNeed(dialect == .databricks ? "USE SCHEMA" : "USAGE", Securable(.schema, name))
    return useDatabase(database, dialect) + [schema]
  }

  private static func createTable(_ schema: Securable, _ dialect: Dialect) -> AccessNeed {
    AccessNeed(dialect == .snowflake || dialect == .databricks ? "CREATE TABLE" : "CREATE", schema)
  }

  /// Privileges by name stand for themselves; a schema's tables are meant where a schema has no such right.
  private static func privilegeNeeds(_ name: String, on object: Securable) -> [AccessNeed] {
    let isOnTables = object.kind != .schema || tablePrivileges.contains(name)
    let target = isOnTables ? object.tables ?? object : object
    if name == "ALL" { return target.allPrivileges.map { AccessNeed($0, target) } }
    return [AccessNeed(name == "TEMP" ? "TEMPORARY" : name, target)]
  }
}

/// Privileges that tables have and schemas have not.
let tablePrivileges: Set<String> = [
  "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER",
]

extension Dialect {
  fileprivate var createSchema: String {
    self == .snowflake || self == .databricks ? "CREATE SCHEMA" : "CREATE"
  }
}

extension Securable {
  /// The name of the schema that it is, or lies in; nil for a table without one.
  var schema: String? {
    if isInDatabase { return nil }
    return switch kind {
    case .schema, .allTables, .futureTables, .allViews, .futureViews: name
    case .table, .view: name.lastIndex(of: ".").map { String(name[..<$0]) }
    default: nil
    }
  }

  /// The tables that access to it is about; nil where there is no saying.
  fileprivate var tables: Securable? {
    switch kind {
    case .table, .view, .allTables, .allViews: self
    case .schema: Securable(.allTables, name)
    default: nil
    }
  }

  /// What `ALL` says here of the rights that we follow.
  var allPrivileges: [String] {
    switch kind {
    case .schema, .allSchemas, .futureSchemas: ["USAGE", "CREATE"]
    case .database: ["CREATE"]
    case .table, .view, .allTables, .futureTables, .allViews, .futureViews:
      ["SELECT", "INSERT", "UPDATE", "DELETE"]
    default: ["ALL"]
    }
  }
}
