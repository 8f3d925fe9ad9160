/// A mark of a matrix that another place contradicts.
struct MatrixConflict {
  let role: Role
  /// The permission, at its mark.
  let mark: Located<String>
  let holds: Bool
  let other: Related
  /// Whether the other place gives the permission by way of a role that this one inherits.
  var isInherited = false

  var finding: Finding {
    Finding(
      holds
        ? "a matrix gives `\(role.id)` `\(mark.value)`, and another place does not"
        : "a matrix denies `\(role.id)` `\(mark.value)`, and another place gives it",
      at: mark.place, related: [other], help: "correct the one that is out of date",
      facts: [role.platform, role.id, mark.value, holds ? "yes" : "no"])
  }

  /// Every mark that contradicts the role's own list or an earlier mark, without those that a chain of roles explains.
  static func all(of catalog: Catalog) -> [MatrixConflict] {
    found(in: catalog).filter { !$0.isInherited }
  }

  /// Marks that deny what the role inherits.
  static func inherited(of catalog: Catalog) -> [MatrixConflict] { found(in: catalog).filter(\.isInherited) }

  private static func found(in catalog: Catalog) -> [MatrixConflict] {
    var marks = EarlierMarks()
    return catalog.currentStatingPages.flatMap { page in
      catalog.facts[page].flatMap { fact -> [MatrixConflict] in
        guard case .role(let column) = fact, column.origin == .column,
          let index = catalog.names.role(column.id.value, platform: column.platform)
        else { return [] }
        let role = catalog.roles[index]
        let listed = role.declaration.origin == .column ? nil : ListedRole(role, catalog)
        let yes = column.entries.map(\.name).compactMap {
          listed?.refusal(of: $0) ?? marks.conflict($0, holds: true, index, role)
        }
        let no = column.refusals.compactMap {
          listed?.grant(of: $0) ?? marks.conflict($0, holds: false, index, role)
        }
        return yes + no
      }
    }
  }
}

/// The first mark that each role has for each permission.
private struct EarlierMarks {
  /// By the role's index, and the permission.
  private var marks: [Int: [String: (place: Place, holds: Bool)]] = [:]

  mutating func conflict(
    _ mark: Located<String>, holds: Bool, _ index: Int, _ role: Role
  ) -> MatrixConflict? {
    guard let earlier = marks[index]?[mark.value] else {
      marks[index, default: [:]][mark.value] = (mark.place, holds)
      return nil
    }
    guard earlier.holds != holds else { return nil }
    return MatrixConflict(
      role: role, mark: mark, holds: holds,
      other: Related(earlier.holds ? "it is given here" : "it is denied here", at: earlier.place))
  }
}

/// What a role's own list gives, apart from its columns.
private struct ListedRole {
  private let role: Role
  private let catalog: Catalog
  private let entries: ArraySlice<RoleEntry>
  /// Permission → the entry that gives it.
  private let givers: [Int: Int]

  init?(_ role: Role, _ catalog: Catalog) {
    guard !role.declaration.entries.isEmpty else { return nil }
    self.role = role
    self.catalog = catalog
    let entries = role.entries.prefix(role.declaration.entries.count)
    self.entries = entries
    // What the role lists itself comes before what it inherits.
    let order =
      entries.indices.filter { entries[$0].kind == .pattern }
      + entries.indices.filter { entries[$0].kind == .role }
    givers = order.reduce(into: [:]) { givers, index in
      for permission in role.gifts[index] where givers[permission] == nil { givers[permission] = index }
    }
  }

  /// The conflict of a "no" with an entry that gives the permission.
  func grant(of mark: Located<String>) -> MatrixConflict? {
    guard let permission = catalog.names.permission(mark.value, platform: role.platform),
      let giver = givers[permission]
    else { return nil }
    let entry = entries[giver]
    return MatrixConflict(
      role: role, mark: mark, holds: false,
      other: Related("`\(entry.name.value)` brings it", at: entry.name.place),
      isInherited: entry.kind == .role)
  }

  /// The conflict of a "yes" with a list that names others of the service and not this one.
  func refusal(of mark: Located<String>) -> MatrixConflict? {
    guard let permission = catalog.names.permission(mark.value, platform: role.platform),
      givers[permission] == nil, speaks(of: mark.value)
    else { return nil }
    return MatrixConflict(
      role: role, mark: mark, holds: true,
      other: Related("the role's own list lacks it", at: role.declaration.id.place))
  }

  private func speaks(of name: String) -> Bool {
    var namesService = false
    for entry in entries {
      if entry.kind == .role {
        if catalog.names.role(id: entry.name.value, platform: role.platform) == nil { return false }
      } else if entry.hasWildcard, Wildcard(entry.name.value).matches(name) {
        return false
      } else if serviceOf(entry.name.value) == serviceOf(name) {
        namesService = true
      }
    }
    return namesService
  }

  private func serviceOf(_ name: String) -> Substring { name.prefix { $0 != "." && $0 != ":" } }
}
