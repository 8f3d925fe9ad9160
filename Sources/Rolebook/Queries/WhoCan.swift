/// The roles that hold certain permissions, and the fewest permissions that roles together must give for them.
public struct WhoCan: Sendable {
  /// Where the roles are to be granted; a role whose lowest resource lies further out is none of the answer.
  public let level: Securable.Kind
  /// Indices into the index's permissions, of one platform, in the order they were asked.
  public let wanted: [Int]
  /// The roles that hold all of them and can be granted there: those with the fewest permissions first.
  public let roles: [Int]
  /// The roles that hold all of them, some under a condition only.
  public let conditional: [Int]
  /// The roles that together hold all of them and the least besides; nil where some permission is in no role.
  public let cover: RoleCover?
  /// The permissions that no role holds that can be granted there.
  public let unheld: [Int]

  /// Answers for permissions of one platform. Roles that are deprecated, or kept for a service's own agents, are
  /// listed and cover nothing.
  public init(_ wanted: [Int], on level: Securable.Kind, in index: AccessIndex) {
    var set = index.noPermissions
    for permission in wanted { set.insert(permission) }
    let platforms = Set(wanted.map { index.permissions[$0].platform })
    let usable = index.roles.indices.filter {
      platforms.contains(index.roles[$0].platform) && index.roles[$0].isGrantable(on: level)
    }
    let candidates = usable.filter { index.roles[$0].mayCover }
    self.level = level
    self.wanted = wanted
    roles = usable.filter { set.isSubset(of: index.roles[$0].permissions) }.sorted {
      (index.roles[$0].permissions.count, index.roles[$0].id)
        < (index.roles[$1].permissions.count, index.roles[$1].id)
    }
    conditional = usable.filter { index.roles[$0].holdsUnderCondition(set) }
    cover = RoleCover(of: set, from: candidates.map { ($0, index.roles[$0].permissions) })
    unheld = wanted.filter { permission in
      !usable.contains { index.roles[$0].permissions.contains(permission) }
    }
  }

  /// The wanted permissions as a set.
  public func set(in index: AccessIndex) -> PermissionSet {
    wanted.reduce(into: index.noPermissions) { $0.insert($1) }
  }
}

extension AccessIndex.Role {
  /// Whether it holds all of these, but some only under a condition.
  fileprivate func holdsUnderCondition(_ wanted: PermissionSet) -> Bool {
    guard !conditions.isEmpty, !wanted.isSubset(of: permissions) else { return false }
    var all = permissions
    for condition in conditions { all.insert(condition.permission) }
    return wanted.isSubset(of: all)
  }
}
