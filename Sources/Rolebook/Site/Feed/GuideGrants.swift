/// All that a guide grants: the roles it assigns and the rights that its SQL gives.
struct GuideGrants: Sendable {
  struct Grant: Sendable {
    /// The options that must be taken, one of each group that its scope speaks of; none where it always holds.
    let options: [String]
    /// Nil for a role that is assigned to whoever the guide is about.
    let grantee: String?
    let role: String?
    /// Upper case; empty where a role is granted.
    let privileges: [String]
    let securable: Securable
    /// The SQL, as written.
    let statement: String?
    let place: Place
    /// The page's path and the grant's own name, unique in the feed.
    fileprivate(set) var id = ""
    /// The option it belongs to; `a+b` where it takes both, nil where it always holds.
    var option: String? { options.isEmpty ? nil : options.joined(separator: "+") }

    /// The places it is written at.
    fileprivate(set) var sources: [String]
  }

  /// Ordered by id.
  private(set) var grants: [Grant]

  init(_ guide: Guide, in catalog: Catalog, places: PlaceIDs) {
    let platform = catalog.pages[guide.page].platform
    let assignments = guide.assignments.flatMap {
      Self.grants(of: $0, in: catalog, platform: platform, places)
    }
    grants = Self.merge(assignments) + guide.script.blocks.flatMap { Self.grants(of: $0, places) }
    nameAll(of: catalog.pages[guide.page].path)
    grants.sort { $0.id < $1.id }
  }

  /// The grants that hold when this option is taken.
  func grants(inOption id: String) -> [Grant] {
    grants.filter { $0.options.isEmpty || $0.options.contains(id) }
  }

  /// A role that a table and a step assign alike is granted once.
  private static func merge(_ grants: [Grant]) -> [Grant] {
    var merged: [Grant] = []
    for grant in grants {
      let known = merged.firstIndex {
        $0.role == grant.role && $0.securable == grant.securable && $0.options == grant.options
      }
      if let known { merged[known].sources += grant.sources } else { merged.append(grant) }
    }
    return merged
  }

  private static func grants(
    of assignment: RoleAssignment, in catalog: Catalog, platform: String?, _ places: PlaceIDs
  ) -> [Grant] {
    let written = assignment.role.value
    let known = catalog.names.role(written, platform: platform)
    return scopes(assignment.options).map { options in
      Grant(
        options: options, grantee: nil, role: known.map { catalog.roles[$0].id } ?? written, privileges: [],
        securable: assignment.securable, statement: nil, place: assignment.role.place,
        sources: [places.id(of: assignment)])
    }
  }

  private static func grants(of block: ScriptBlock, _ places: PlaceIDs) -> [Grant] {
    block.statements.filter(\.grantsAccess).flatMap { statement in
      let source = places.id(of: statement, options: block.options)
      return scopes(block.options).flatMap { grants(of: statement, options: $0, source) }
    }
  }

  private static func grants(of statement: SQLStatement, options: [String], _ source: String) -> [Grant] {
    rights(of: statement.effect).map { right in
      Grant(
        options: options, grantee: right.grantee, role: right.role, privileges: right.privileges,
        securable: right.securable, statement: statement.text, place: statement.place, sources: [source])
    }
  }

  private typealias Right = (grantee: String, role: String?, privileges: [String], securable: Securable)

  private static func rights(of effect: SQLStatement.Effect) -> [Right] {
    switch effect {
    case .grant(let grant): rights(of: grant, on: grant.securables.map(\.value))
    case .defaultPrivileges(let statement):
      rights(of: statement.grant, on: statement.grant.securables.map(\.value))
    case .grantRole(let membership):
      membership.members.flatMap { member in
        membership.roles.map { role in
          (member.value, role.value, [], Securable(.role, role.value))
        }
      }
    default: []
    }
  }

  /// A statement may name several grantees, roles and securables: each grant has one of each.
  private static func rights(of grant: SQLGrant, on securables: [Securable]) -> [Right] {
    let roles = grant.privileges.map(\.value).filter { $0.contains("/") }
    let privileges = grant.privileges.map(\.value).filter { !$0.contains("/") }.sorted()
    return grant.grantees.flatMap { grantee in
      securables.flatMap { securable -> [Right] in
        let byRole = roles.map { (grantee.value, Optional($0), [String](), securable) }
        return byRole + (privileges.isEmpty ? [] : [(grantee.value, nil, privileges, securable)])
      }
    }
  }

  /// Every way to take one option of each group.
  private static func scopes(_ options: OptionScope) -> [[String]] {
    options.groups.reduce([[]]) { scopes, group in
      scopes.flatMap { scope in group.map { scope + [$0] } }
    }
  }

  private mutating func nameAll(of path: String) {
    var counts: [String: Int] = [:]
    for index in grants.indices {
      let grant = grants[index]
      let what = grant.role ?? grant.privileges.joined(separator: ",")
      let parts = [grant.option, grant.grantee, what, grant.securable.text].compactMap(\.self)
      let id = path + "#" + parts.joined(separator: ":")
      let count = counts[id, default: 0] + 1
      counts[id] = count
      grants[index].id = count > 1 ? "\(id)~\(count)" : id
    }
  }
}
