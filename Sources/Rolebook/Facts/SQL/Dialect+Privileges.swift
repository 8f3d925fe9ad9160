extension Dialect {
  /// The privileges that the dialect's manual lists for a kind of thing, `ALL` aside; nil where the list is
  /// open or we do not keep it.
  func privileges(on kind: Securable.Kind) -> Set<String>? {
    switch self {
    case .postgres: Self.postgresPrivileges[kind.element]
    case .redshift: Self.redshiftPrivileges[kind.element]
    case .snowflake: Self.snowflakePrivileges[kind.element]
    case .databricks: Self.databricksPrivileges[kind.element]
    case .bigquery: nil
    }
  }

  /// Every privilege that one of the lists has; other words are not ours to judge.
  static let knownPrivileges: Set<String> =
    [postgresPrivileges, redshiftPrivileges, snowflakePrivileges, databricksPrivileges].flatMap(\.values)
    .reduce(into: []) { $0.formUnion($1) }

  private static let postgresPrivileges: [Securable.Kind: Set<String>] = [
    .table: [
      "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN", "RULE",
    ],
    .view: ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN", "RULE"],
    .sequence: ["USAGE", "SELECT", "UPDATE"],
    .database: ["CREATE", "CONNECT", "TEMPORARY"],
    .schema: ["CREATE", "USAGE"],
    .function: ["EXECUTE"], .procedure: ["EXECUTE"], .language: ["USAGE"],
  ]

  private static let redshiftPrivileges: [Securable.Kind: Set<String>] = [
    .table: [
      "SELECT", "INSERT", "UPDATE", "DELETE", "DROP", "REFERENCES", "ALTER", "TRUNCATE", "TRIGGER", "RULE",
    ],
    .view: [
      "SELECT", "INSERT", "UPDATE", "DELETE", "DROP", "REFERENCES", "ALTER", "TRUNCATE", "TRIGGER", "RULE",
    ],
    .database: ["CREATE", "TEMPORARY", "USAGE", "ALTER"],
    .schema: ["CREATE", "USAGE", "ALTER", "DROP"],
    .function: ["EXECUTE"], .procedure: ["EXECUTE"], .language: ["USAGE"],
  ]

  private static let snowflakePrivileges: [Securable.Kind: Set<String>] = [
    // Dynamic and external tables count as tables here.
    .table: [
      "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "EVOLVE SCHEMA", "REBUILD",
      "APPLYBUDGET", "MONITOR", "OPERATE", "OWNERSHIP",
    ],
    .view: ["SELECT", "REFERENCES", "APPLYBUDGET", "MONITOR", "OPERATE", "OWNERSHIP"],
    .database: [
      "USAGE", "MODIFY", "MONITOR", "CREATE SCHEMA", "CREATE DATABASE ROLE", "REFERENCE_USAGE",
      "IMPORTED PRIVILEGES", "APPLYBUDGET", "OWNERSHIP",
    ],
    .warehouse: ["USAGE", "OPERATE", "MONITOR", "MODIFY", "APPLYBUDGET", "OWNERSHIP"],
    .integration: ["USAGE", "USE_ANY_ROLE", "MONITOR", "OPERATE", "OWNERSHIP"],
    .stage: ["USAGE", "READ", "WRITE", "OWNERSHIP"],
    .sequence: ["USAGE", "OWNERSHIP"],
    .function: ["USAGE", "MONITOR", "OWNERSHIP"], .procedure: ["USAGE", "MONITOR", "OWNERSHIP"],
    .schema: [
      "USAGE", "MODIFY", "MONITOR", "ADD SEARCH OPTIMIZATION", "APPLYBUDGET", "OWNERSHIP", "CREATE TABLE",
      "CREATE VIEW", "CREATE MATERIALIZED VIEW", "CREATE EXTERNAL TABLE", "CREATE STAGE", "CREATE FUNCTION",
      "CREATE PROCEDURE", "CREATE SEQUENCE", "CREATE TASK", "CREATE STREAM", "CREATE PIPE",
      "CREATE FILE FORMAT", "CREATE TEMPORARY TABLE", "CREATE MODEL", "CREATE VOLUME",
    ],
  ]

  private static let databricksPrivileges: [Securable.Kind: Set<String>] = [
    .table: ["SELECT", "MODIFY", "APPLY TAG", "MANAGE", "REFRESH", "READ_METADATA", "OWN", "BROWSE"],
    .view: ["SELECT", "MODIFY", "APPLY TAG", "MANAGE", "REFRESH", "READ_METADATA", "OWN", "BROWSE"],
    // A registered model counts as a function.
    .function: [
      "EXECUTE", "MANAGE", "APPLY TAG", "CREATE MODEL VERSION", "SELECT", "READ_METADATA", "OWN", "BROWSE",
    ],
    .schema: belowSchema,
    .database: belowSchema.union(["USE CATALOG", "CREATE SCHEMA", "BROWSE"]),
  ]

  private static let belowSchema: Set<String> = [
    "USE SCHEMA", "USAGE", "CREATE", "CREATE TABLE", "CREATE VIEW", "CREATE FUNCTION", "CREATE VOLUME",
    "CREATE MODEL", "CREATE MODEL VERSION", "CREATE MATERIALIZED VIEW", "SELECT", "MODIFY", "EXECUTE",
    "READ VOLUME", "WRITE VOLUME", "REFRESH", "APPLY TAG", "MANAGE", "EXTERNAL USE SCHEMA", "READ_METADATA",
    "CREATE_NAMED_FUNCTION", "MODIFY_CLASSPATH", "OWN", "BROWSE",
  ]
}

extension Securable.Kind {
  /// The kind of a set's elements.
  var element: Self {
    switch self {
    case .allTables, .futureTables: .table
    case .allViews, .futureViews: .view
    case .allSchemas, .futureSchemas: .schema
    default: self
    }
  }
}

extension Securable {
  /// Whether no such thing has this privilege, by the dialect's manual.
  func lacks(_ privilege: String, _ dialect: Dialect) -> Bool {
    let name = privilege.firstRange(of: " (").map { String(privilege[..<$0.lowerBound]) } ?? privilege
    guard Dialect.knownPrivileges.contains(name), let listed = dialect.privileges(on: kind) else {
      return false
    }
    // In PostgreSQL a sequence may be named where a table is.
    if dialect == .postgres, kind == .table, name == "USAGE" { return false }
    return !listed.contains(name)
  }
}

extension GrantedAccess.Event {
  /// Whether the database refuses it.
  func isInvalid(_ dialect: Dialect) -> Bool { securable.lacks(privilege, dialect) }
}
