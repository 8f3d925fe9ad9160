/// What access is on.
public struct Securable: Hashable, Comparable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case organization, folder, project, dataset, database, schema, table, view
    case allTables = "all tables"
    case futureTables = "future tables"
    case role
  }

  public let kind: Kind
  /// The name, folded as its dialect folds names and joined by dots: `devices.user_devices`. Empty for
  /// the project at hand.
  public let name: String

  public init(_ kind: Kind, _ name: String = "") {
    self.kind = kind
    self.name = name
  }

  public static let project = Securable(.project)

  /// In words: `project`, `dataset sales`, `all tables in schema devices`.
  public var text: String {
    switch kind {
    case .allTables, .futureTables: "\(kind.rawValue) in schema \(name)"
    default: name.isEmpty ? kind.rawValue : "\(kind.rawValue) \(name)"
    }
  }

  /// Whether a grant here holds for `other` too: on itself and on all below it, never above.
  public func covers(_ other: Securable) -> Bool {
    if self == other { return true }
    guard rank < other.rank else { return false }
    return name.isEmpty || other.name == name || other.name.hasPrefix(name + ".")
  }

  /// From the outside in, then by name.
  public static func < (left: Securable, right: Securable) -> Bool {
    (left.rank, left.kind.rawValue, left.name) < (right.rank, right.kind.rawValue, right.name)
  }

  /// Levels from the outside in.
  private var rank: Int {
    switch kind {
    case .organization: 0
    case .folder: 1
    case .project: 2
    case .dataset, .database: 3
    case .schema: 4
    case .allTables, .futureTables: 5
    case .table, .view: 6
    case .role: 7
    }
  }
}
