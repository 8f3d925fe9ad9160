/// One statement of a page's SQL, with what it does to access.
public struct SQLStatement: Sendable {
  public enum Effect: Sendable {
    case createDatabase(SQLName)
    case createSchema(SQLName, owner: SQLName?)
    case createTable(SQLName)
    case createRole(SQLName)
    /// The password as written, without quotes; nil where none is given or it is disabled.
    case createUser(SQLName, password: Located<String>?)
    case alterUser(SQLName, password: Located<String>?)
    case createGroup(SQLName)
    case grant(SQLGrant)
    case revoke(SQLGrant)
    case grantRole(SQLMembership)
    case revokeRole(SQLMembership)
    case defaultPrivileges(SQLDefaultPrivileges)
    /// `ALTER SCHEMA s OWNER TO x`.
    case changeOwner(Located<Securable>, to: SQLName)
    /// `USE name`, `\c name`: the statements after it run there.
    case useDatabase(SQLName)
    case setVariable(SQLName)
    /// Read, and without effect on access: `SELECT`, `COMMENT`, …
    case other
    /// Not understood; kept as text. The reason is in words: "`WAREHOUSE` where `TO` should stand".
    case unread(String)
  }

  public let effect: Effect
  /// As written, white space folded and comments dropped, without its semicolon.
  public let text: String
  public let place: Place
  /// Whether a semicolon ends it.
  public let isTerminated: Bool
  /// Memberships that a CREATE gives beside its effect: `CREATE USER u IN GROUP g`.
  public internal(set) var memberships: [SQLMembership] = []
}

/// A name in SQL: folded as its dialect folds, without quotes.
public struct SQLName: Sendable, Hashable {
  public let value: String
  public let place: Place
  /// `<name>`, `YOUR_NAME`, `${name}`, `$name`: for the reader to fill in.
  public let isPlaceholder: Bool

  public static func == (left: SQLName, right: SQLName) -> Bool { left.value == right.value }
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// `GRANT SELECT ON ALL TABLES IN SCHEMA s TO ROLE r`; in BigQuery, roles in the privileges' place.
public struct SQLGrant: Sendable {
  /// Upper case: `SELECT`, `ALL`, `SELECT (email)` for columns; ids of roles in BigQuery:
  /// `roles/bigquery.dataEditor`.
  public let privileges: [SQLName]
  public let securables: [Located<Securable>]
  public let grantees: [SQLName]
  /// `FOR TABLES IN SCHEMA` of Redshift: what is created there later counts too.
  public let includesFutureTables: Bool
}

/// `GRANT ROLE a TO b`.
public struct SQLMembership: Sendable {
  public let roles: [SQLName]
  public let members: [SQLName]
}

/// `ALTER DEFAULT PRIVILEGES FOR USER a IN SCHEMA s GRANT SELECT ON TABLES TO ROLE r`.
public struct SQLDefaultPrivileges: Sendable {
  /// Whose new objects it covers; empty for whoever runs it.
  public let creators: [SQLName]
  /// Empty for every schema.
  public let schemas: [SQLName]
  public let grant: SQLGrant
  public let isRevoke: Bool
}
