/// Puts the roles of each platform in the order of their permission sets.
enum RoleOrder {
  /// Fills in each role's direct neighbours and equals. Roles without permissions have none.
  static func compare(_ roles: inout [Role], _ permissions: [Permission]) {
    let counts = roles.map(\.permissions.count)
    for role in roles.indices where counts[role] > 0 {
      // Every role above holds the rarest permission too.
      let indices = roles[role].permissions.indices
      guard let rarest = indices.min(by: { permissions[$0].holders.count < permissions[$1].holders.count })
      else { continue }
      let above = permissions[rarest].holders.map(\.role).filter {
        $0 != role && roles[role].permissions.isSubset(of: roles[$0].permissions)
      }
      roles[role].equal = above.filter { counts[$0] == counts[role] }
      let larger = above.filter { counts[$0] > counts[role] }.sorted { (counts[$0], $0) < (counts[$1], $1) }
      roles[role].supersets = smallest(of: larger, roles)
    }
    for role in roles.indices {
      for above in roles[role].supersets { roles[above].subsets.append(role) }
    }
  }

  /// Those that hold no other of them; the candidates come smallest first.
  private static func smallest(of candidates: [Int], _ roles: [Role]) -> [Int] {
    /// Whether the candidate's set is larger than the other's and takes it in.
    func holds(_ candidate: Int, _ other: Int) -> Bool {
      roles[other].permissions.isSubset(of: roles[candidate].permissions)
        && roles[other].permissions != roles[candidate].permissions
    }
    var kept: [Int] = []
    for candidate in candidates where !kept.contains(where: { holds(candidate, $0) }) {
      kept.append(candidate)
    }
    return kept.sorted()
  }
}
