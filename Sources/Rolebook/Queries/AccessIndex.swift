/// Who holds what, without the pages that say so: all that a question about access needs, and small enough to be
/// kept between runs.
public struct AccessIndex: Sendable, Equatable {
  public struct Permission: Sendable, Equatable {
    public let platform: String
    public let name: String
  }

  public struct Role: Sendable, Equatable {
    public let platform: String
    public let id: String
    /// The id where it has none.
    public let title: String
    public let stage: Stage
    /// As written; nil where nobody says it.
    public let lowestResource: String?
    /// Where it is declared: the file, relative to the root, and the line, from 1.
    public let file: String
    public let line: Int
    public let permissions: PermissionSet
    /// What it holds under a condition only.
    public let conditions: [Condition]
  }

  public struct Condition: Sendable, Equatable {
    /// An index into the permissions.
    public let permission: Int
    /// As written: `own projects only`.
    public let text: String
  }

  /// Ordered by platform and name.
  public let permissions: [Permission]
  /// Ordered by platform and id.
  public let roles: [Role]

  init(permissions: [Permission], roles: [Role]) {
    self.permissions = permissions
    self.roles = roles
  }

  public init(of catalog: Catalog) {
    permissions = catalog.permissions.map { Permission(platform: $0.platform, name: $0.name) }
    var conditions: [Int: [Condition]] = [:]
    for (index, permission) in catalog.permissions.enumerated() {
      for holder in permission.conditionalHolders {
        conditions[holder.role, default: []].append(Condition(permission: index, text: holder.condition))
      }
    }
    roles = catalog.roles.enumerated().map { index, role in
      let place = role.declaration.id.place
      let file = catalog.files[Int(place.file)]
      return Role(
        platform: role.platform, id: role.id, title: role.title, stage: role.declaration.stage,
        lowestResource: role.declaration.lowestResource?.value, file: file.path,
        line: file.text.position(at: Int(place.span.start)).line, permissions: role.permissions,
        conditions: conditions[index] ?? [])
    }
  }

  /// The empty set of its permissions.
  var noPermissions: PermissionSet { PermissionSet(capacity: permissions.count) }
}

extension AccessIndex {
  /// The permissions with this name, one of each platform that has it.
  public func permissions(named name: String) -> [Int] {
    permissions.indices.filter { permissions[$0].name == name }
  }

  /// The roles with this id; else those with this title; else those whose id ends in this name, as
  /// `roles/bigquery.dataViewer` does in `dataViewer`.
  public func roles(named name: String) -> [Int] {
    for fits in [{ $0.id == name }, { $0.title == name }, { $0.shortName == name }] as [(Role) -> Bool] {
      let found = roles.indices.filter { fits(roles[$0]) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Each role's short name, or its id where another role has the same.
  public func shortNames(of indices: [Int]) -> [String] {
    var counts: [Substring: Int] = [:]
    for role in roles { counts[role.shortName, default: 0] += 1 }
    return indices.map { counts[roles[$0].shortName] == 1 ? String(roles[$0].shortName) : roles[$0].id }
  }
}

extension AccessIndex.Role {
  /// The last part of its id: `dataViewer`.
  public var shortName: Substring {
    let start = id.utf8.lastIndex {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":")
    }
    return start.map { id[id.utf8.index(after: $0)...] } ?? id[...]
  }

  /// Whether it is kept for a service's own agents: https://cloud.google.com/iam/docs/service-agents
  var isForServiceAgents: Bool { id.lowercased().hasSuffix("serviceagent") }

  /// Whether it may be a part of a smallest set.
  var mayCover: Bool { stage != .deprecated && !isForServiceAgents }

  /// Whether it can be granted on a thing of this kind.
  func isGrantable(on kind: Securable.Kind) -> Bool {
    lowestResource.map { !kind.isBelow(lowestResource: $0) } ?? true
  }
}
