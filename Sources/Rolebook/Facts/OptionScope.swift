/// The options that a fact of a guide belongs to.
///
/// Options of one group are alternatives: one of those named must be taken. A fact inside the sections of two
/// groups needs one of each. A scope that names none holds whatever the reader chooses.
public struct OptionScope: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// The named options, those of each group together.
  public let groups: [[String]]

  public init(groups: [[String]] = []) { self.groups = groups }

  /// Options of one group.
  public init(arrayLiteral options: String...) { groups = options.isEmpty ? [] : [options] }

  public var isEmpty: Bool { groups.isEmpty }
  public var names: [String] { groups.flatMap { $0 } }

  /// Whether a reader who took these options is meant.
  public func holds(for chosen: [String]) -> Bool {
    groups.allSatisfy { $0.contains { chosen.contains($0) } }
  }

  /// Whether the other scope holds whenever this one does.
  public func implies(_ other: OptionScope) -> Bool {
    other.groups.allSatisfy { wide in groups.contains { Set($0).isSubset(of: wide) } }
  }

  /// Both scopes at once: where they name the same group, the inner one counts.
  func narrowed(by inner: OptionScope, groupOf: (String) -> String) -> OptionScope {
    let inside = Set(inner.names.map(groupOf))
    return OptionScope(groups: groups.filter { !inside.contains(groupOf($0.first ?? "")) } + inner.groups)
  }
}
