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
    /// `DROP ROLE a, b`: things of kinds that we follow.
    case drop([Located<Securable>])
    /// `USE name`, `\c name`: the statements after it run there.
    case useDatabase(SQLName)
    /// `USE ROLE name`, `SET ROLE name`: the statements after it run as that role; nil for one's own again.
    case useRole(SQLName?)
    case setVariable(SQLName)
    /// Read, and without effect on access: `SELECT`, `COMMENT`, …
    case other
    /// Not understood; kept as text. The reason is in words, "`WAREHOUSE` where `TO` should stand", and its
    /// place is the word that is not understood.
    case unread(Located<String>)
  }

  public let effect: Effect
  /// As written, white space folded and comments dropped, without its semicolon.
  public let text: String
  public let place: Place
  public let end: End
  /// Memberships that a CREATE gives beside its effect: `CREATE USER u IN GROUP g`.
  public internal(set) var memberships: [SQLMembership] = []
  /// The names in it, in the order written for each part; also where its effect is not understood.
  public internal(set) var mentions: [SQLMention] = []
  /// The comments above it, and behind it on its line.
  public internal(set) var comments: [SQLComment] = []
  /// What of it another dialect has for sure and its own has not.
  public internal(set) var foreignSyntax: ForeignSyntax?
  /// Whom a new database belongs to, where that is said: `CREATE DATABASE d OWNER u`.
  public internal(set) var owner: SQLName?
  /// The string that it sets a variable to, where it sets one to a string.
  public internal(set) var settingValue: Located<String>?
  public internal(set) var traits: Set<Trait> = []

  /// What else is known of what a CREATE makes or an ALTER changes.
  public enum Trait: Sendable {
    /// It may have been there before, or be full from the start: `IF NOT EXISTS`, `CLONE`.
    case mayHoldMore
    /// PostgreSQL's `NOINHERIT`: the account has its roles' rights only after `SET ROLE`.
    case inheritsNothing
    /// Every right is the account's without a grant.
    case isSuperuser
  }
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
  /// Whether members have the roles' rights; nil where the member's own attribute says it.
  public var inherits: Bool?
}

/// `ALTER DEFAULT PRIVILEGES FOR USER a IN SCHEMA s GRANT SELECT ON TABLES TO ROLE r`.
public struct SQLDefaultPrivileges: Sendable {
  /// What the objects are: `.table`, `.function`, …
  public let objects: Securable.Kind
  /// Whose new objects it covers; empty for whoever runs it.
  public let creators: [SQLName]
  /// Empty for every schema.
  public let schemas: [SQLName]
  public let grant: SQLGrant
  public let isRevoke: Bool
}
