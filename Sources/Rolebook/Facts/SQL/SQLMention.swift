/// A name in a statement: what kind of thing it names, and what the statement does with it.
public struct SQLMention: Sendable {
  public enum Act: Sendable {
    case create, drop
    /// `USE name`, `\c name`: what follows runs there.
    case enter
    /// Granted on, granted as a role, owned by: the thing must exist.
    case use
    /// Who is granted something.
    case receive
    /// Named without being needed yet: `DEFAULT_ROLE = name`.
    case refer
    /// A variable, given a value or read.
    case set, read
  }

  /// Nil for an account that the statement does not call a role, a user or a group.
  public let kind: ScriptObject.Kind?
  public let name: SQLName
  public let act: Act
  /// Whether it may exist already, or be missing: `IF EXISTS`, `IF NOT EXISTS`, `OR REPLACE`.
  public var guardedBy: Guard?

  public enum Guard: Sendable { case ifExists, ifNotExists, orReplace }
}

extension ScriptObject.Kind {
  /// Kinds whose names stand for the same sort of thing: a grantee is a role, a user or a group.
  enum Family: Hashable { case account, database, schema, table, warehouse, variable }

  var family: Family {
    switch self {
    case .role, .user, .group: .account
    case .database: .database
    case .schema, .dataset: .schema
    case .table, .view: .table
    case .warehouse: .warehouse
    case .variable: .variable
    }
  }
}

extension SQLMention {
  var family: ScriptObject.Kind.Family { kind?.family ?? .account }

  /// What it names, in words: "role `reporting`".
  var kindInWords: String { kind?.rawValue ?? "account" }
}
