/// All that a guide grants: the roles it assigns and the rights that its SQL gives.
struct GuideGrants: Sendable {
  struct Grant: Sendable {
    /// The option it belongs to; nil where it holds in all.
    let option: String?
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
    /// The places it is written at.
    fileprivate(set) var sources: [String]
  }

  private(set) var grants: [Grant]

  init(_ guide: Guide, in catalog: Catalog, places: PlaceIDs) {
    let assignments = catalog.facts[guide.page].flatMap { fact -> [Grant] in
      guard case .assignment(let assignment) = fact else { return [] }
      return Self.grants(of: assignment, in: catalog, platform: catalog.pages[guide.page].platform, places)
    }
    grants = Self.merge(assignments) + guide.script.blocks.flatMap { Self.grants(of: $0, places) }
    nameAll(of: catalog.pages[guide.page].path)
  }

  /// The grants that hold when this option is taken.
  func grants(inOption id: String) -> [Grant] { grants.filter { $0.option == nil || $0.option == id } }

  /// A role that a table and a step assign alike is granted once.
  private static func merge(_ grants: [Grant]) -> [Grant] {
    var merged: [Grant] = []
    for grant in grants {
      let known = merged.firstIndex {
        $0.role == grant.role && $0.securable == grant.securable && $0.option == grant.option
      }
      if let known { merged[known].sources += grant.sources } else { merged.append(grant) }
    }
    return merged
  }

  private static func grants(
    of assignment: RoleAssignment, in catalog: Catalog, platform: String?, _ places: PlaceIDs
  ) -> [Grant] {
    let written = assignment.role.value
    let known =
      catalog.names.role(id: written, platform: platform)
      ?? catalog.names.role(title: written, platform: platform)
    return scopes(assignment.options).map { option in
      Grant(
        option: option, grantee: nil, role: known.map { catalog.roles[$0].id } ?? written, privileges: [],
        securable: assignment.securable, statement: nil, place: assignment.role.place,
        sources: [places.id(of: assignment)])
    }
  }

  private static func grants(of block: ScriptBlock, _ places: PlaceIDs) -> [Grant] {
    block.statements.filter(\.grantsAccess).flatMap { statement in
      let source = places.id(of: statement, options: block.options)
      return scopes(block.options).flatMap { grants(of: statement, option: $0, source) }
    }
  }

  private static func grants(of statement: SQLStatement, option: String?, _ source: String) -> [Grant] {
    rights(of: statement.effect).map { right in
      Grant(
        option: option, grantee: right.grantee, role: right.role, privileges: right.privileges,
        securable: right.securable, statement: statement.text, place: statement.place, sources: [source])
    }
  }

  private typealias Right = (grantee: String, role: String?, privileges: [String], securable: Securable)

  private static func rights(of effect: SQLStatement.Effect) -> [Right] {
    switch effect {
    case .grant(let grant): rights(of: grant, on: grant.securables.map(\.value))
    case .defaultPrivileges(let statement):
      rights(of: statement.grant, on: statement.schemas.map { Securable(.futureTables, $0.value) })
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

  private static func scopes(_ options: OptionScope) -> [String?] { options.isEmpty ? [nil] : options.names }

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
