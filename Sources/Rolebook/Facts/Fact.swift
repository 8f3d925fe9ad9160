import Markdown

/// One statement of a page, with the place where it is written.
public enum Fact: Sendable {
  case permission(PermissionDeclaration)
  case role(RoleDeclaration)
  case requirement(Requirement)
  case assignment(RoleAssignment)
  case claim(Claim)
  case script(ScriptBlock)
  case step(Step)
  case stepReference(StepReference)
  case table(ReadTable)
  case chain(RoleChain)
  /// An option named by a table's row or a fence that the page does not have.
  case unknownOption(Located<String>)
  case unplacedOption(UnplacedOption)
}

/// How settled a permission or role is.
public enum Stage: String, Sendable, CaseIterable { case ga, beta, alpha, deprecated, reserved }

/// A reference page says that a permission exists.
public struct PermissionDeclaration: Sendable {
  public let platform: String
  public let name: Located<String>
  /// Each stage that its row states: in a column, and after the name.
  public let stages: [Located<Stage>]
  public let description: Passage
  /// Permissions that the description names.
  public let seeAlso: [Located<String>]
  /// Whether it is a row of a matrix, which declares only what no permissions table documents in full.
  var isMatrixRow = false

  public var stage: Stage { stages.first?.value ?? .ga }
}

/// A piece of a page's text: as plain text, and as the nodes it is made of.
public struct Passage: Sendable {
  public let text: String
  public let place: Place
  /// Nodes of the page's document, for rendering it with its links.
  public let nodes: [Range<Int>]
}

/// A reference page says which patterns a role holds.
public struct RoleDeclaration: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case basic, predefined, custom
    case database = "database role"
  }

  /// How it is declared: by a section, a row of a roles table, or a column of a matrix.
  public enum Origin: Sendable { case section, row, column }

  public let platform: String
  public let origin: Origin
  public let id: Located<String>
  public internal(set) var title: Located<String>?
  public internal(set) var kind: Located<Kind>?
  /// Each stage that it states: in a field or column, and after its id.
  public internal(set) var stages: [Located<Stage>]
  public internal(set) var description: Passage?
  public internal(set) var lowestResource: Located<String>?
  public let entries: [RoleEntry]
  /// Permissions that a matrix marks as not held, each at its mark.
  var refusals: [Located<String>] = []

  public var stage: Stage { stages.first?.value ?? .ga }
}

/// One line of a role's list: a pattern, or all permissions of another role.
public struct RoleEntry: Sendable {
  public enum Kind: Sendable { case pattern, role }

  public let kind: Kind
  /// As written, without code marks: `bigquery.tables.*`.
  public let name: Located<String>

  /// Whether it is a pattern that stands for several permissions.
  public var hasWildcard: Bool { kind == .pattern && name.value.utf8.contains(UInt8(ascii: "*")) }
  /// Whether it is one permission, named in full.
  public var isExact: Bool { kind == .pattern && !hasWildcard }
}

/// A guide says that its task needs a permission, or that an option's custom role holds it.
public struct Requirement: Sendable {
  public let permission: Located<String>
  public let securable: Securable
  public let purpose: String
  public let options: OptionScope
  public var securableSource = SecurableSource.stated
}

/// Where the securable of a fact comes from.
public enum SecurableSource: Sendable {
  case stated
  /// Nobody names one: the project at hand.
  case assumed
  /// One is named in words that nobody understands; taken for the project.
  case unread
}

/// A guide says that an option assigns a role.
public struct RoleAssignment: Sendable {
  public enum Origin: Sendable { case table, step }

  /// The role's id or title, as written.
  public let role: Located<String>
  /// The title that a roles table gives beside the id.
  public let title: Located<String>?
  public let securable: Securable
  public let options: OptionScope
  public let origin: Origin
  public var securableSource = SecurableSource.stated
  /// Whether a step leaves it to the reader, with *or*, *if* or *optionally*.
  public var isOffered = false
}

/// A row of an access table: what a role may do, to be proved by the page's SQL.
public struct Claim: Sendable {
  public let grantee: Located<String>
  public let access: Located<Access>
  public let object: Located<Securable>
  public let options: OptionScope
  /// The row, for carets that take in all of it.
  public let row: Place
}

/// What a claim says that its role may do.
public struct Access: Hashable, Sendable {
  public enum Right: Hashable, Sendable {
    case use, read, write, create, member
    /// Privileges by name stand for themselves: `SELECT`.
    case privilege(String)
  }

  public let rights: [Right]
  public let includesFutureTables: Bool
  /// As written: `read, future tables too`.
  public let text: String
}

/// SQL from one fenced code block.
public struct ScriptBlock: Sendable {
  public let options: OptionScope
  /// The database that the fence's `database=` names.
  public let database: Located<String>?
  public let statements: [SQLStatement]
  /// That of the page, or the one that the fence names; nil where neither says one.
  public let dialect: Dialect?
  public let place: Place
}

/// A table of a page, and what it was read as.
public struct ReadTable: Sendable {
  public enum Reading: Sendable, Equatable {
    /// The name of the shape and how many facts it gave.
    case shape(String, facts: Int)
    /// No shape fits; an ordinary table.
    case plain
    /// Looks like this shape, but gave nothing.
    case unread(String, why: String)
    case ambiguous([String])
  }

  public let node: Int
  public let headers: [String]
  public let rows: Int
  /// The names in its first column, where it was not read.
  public let unreadNames: [String]
  public let reading: Reading
  /// The shape that it would state facts in, if its page said what kind it is.
  let unstated: String?
  /// Why it was read so, in words for `rolebook tables`.
  public let reason: String
  public let place: Place
}
