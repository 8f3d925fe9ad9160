/// What access is on.
public struct Securable: Hashable, Comparable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case organization, folder, project, dataset, database, schema, table, view
    case allTables = "all tables"
    case futureTables = "future tables"
    case allViews = "all views"
    case futureViews = "future views"
    case allSchemas = "all schemas"
    case futureSchemas = "future schemas"
    case role, user, group, account, warehouse, integration, stage, sequence, function, procedure, language
    /// Anything else: its kind is the beginning of its name, `external location landing`.
    case other
  }

  public let kind: Kind
  /// The name, folded as its dialect folds names and joined by dots: `devices.user_devices`. Empty for
  /// the project at hand.
  public let name: String
  /// Whether the name of a set is a database's: `all tables in database shop`.
  public let isInDatabase: Bool

  public init(_ kind: Kind, _ name: String = "", isInDatabase: Bool = false) {
    self.kind = kind
    self.name = name
    self.isInDatabase = isInDatabase || kind == .allSchemas || kind == .futureSchemas
  }

  public static let project = Securable(.project)

  /// In words: `project`, `dataset sales`, `all tables in schema devices`.
  public var text: String {
    if kind == .other { return name }
    if isSet { return "\(kind.rawValue) in \(isInDatabase ? "database" : "schema") \(name)" }
    return name.isEmpty ? kind.rawValue : "\(kind.rawValue) \(name)"
  }

  /// Whether it is the tables, views or schemas that lie in something, rather than a thing with a name.
  public var isSet: Bool {
    switch kind {
    case .allTables, .futureTables, .allViews, .futureViews, .allSchemas, .futureSchemas: true
    default: false
    }
  }

  /// Whether it is the part of a set that is yet to come.
  public var isFuture: Bool { kind == .futureTables || kind == .futureViews || kind == .futureSchemas }

  /// Whether a grant here holds for `other` too: on itself and on all below it, never above.
  public func covers(_ other: Securable) -> Bool {
    if self == other { return true }
    guard rank < other.rank else { return false }
    return name.isEmpty || other.name == name || other.name.hasPrefix(name + ".")
  }

  /// From the outside in, then by name.
  public static func < (left: Securable, right: Securable) -> Bool {
    (left.rank, left.text) < (right.rank, right.text)
  }

  /// Levels from the outside in.
  private var rank: Int {
    switch kind {
    case .organization: 0
    case .folder: 1
    case .project: 2
    case .dataset, .database: 3
    case .schema, .allSchemas, .futureSchemas: 4
    case .allTables, .futureTables, .allViews, .futureViews: 5
    case .table, .view: 6
    default: 7
    }
  }
}
