/// The roles that together hold certain permissions and the least besides.
public struct RoleCover: Sendable, Equatable {
  /// Ascending, as they were numbered.
  public let roles: [Int]
  /// All that they hold together.
  public let held: PermissionSet

  /// How much they hold beyond these permissions.
  public func excess(beyond wanted: PermissionSet) -> Int { held.subtracting(wanted).count }
}

extension RoleCover {
  /// The roles that hold all wanted permissions and in sum the fewest; of equal ones, the fewest roles. Exact:
  /// branches on a permission still open, and leaves what cannot become better than the best so far.
  ///
  /// Nil where some permission is in none of the roles.
  public init?(of wanted: PermissionSet, from roles: [(role: Int, permissions: PermissionSet)]) {
    let useful = roles.filter { !$0.permissions.intersection(wanted).isEmpty }
    let kept = Self.undominated(useful, wanted)
    var search = CoverSearch(wanted: wanted, candidates: kept)
    guard let best = search.run() else { return nil }
    self = best
  }

  /// Without roles in whose place another gives as much of what is wanted, and nothing more besides.
  private static func undominated(
    _ roles: [(role: Int, permissions: PermissionSet)], _ wanted: PermissionSet
  ) -> [CoverSearch.Candidate] {
    let all = roles.map { role in
      CoverSearch.Candidate(
        role: role.role, permissions: role.permissions, gift: role.permissions.intersection(wanted),
        rest: role.permissions.subtracting(wanted))
    }
    var kept: [CoverSearch.Candidate] = []
    for candidate in all.sorted(by: { $0.order < $1.order })
    where !kept.contains(where: { $0.dominates(candidate) }) {
      kept.append(candidate)
    }
    return kept
  }
}

/// A depth-first search over sets of roles, the smallest additions first.
private struct CoverSearch {
  struct Candidate {
    let role: Int
    let permissions: PermissionSet
    /// What it holds of the wanted permissions, and beyond them.
    let gift: PermissionSet
    let rest: PermissionSet

    /// Small rests first and, among those, large gifts: a role can be dominated by an earlier one only.
    var order: (Int, Int, Int) { (rest.count, -gift.count, role) }

    func dominates(_ other: Candidate) -> Bool {
      other.gift.isSubset(of: gift) && rest.isSubset(of: other.rest)
    }
  }

  let wanted: PermissionSet
  /// Wanted permission → the roles that hold it.
  private let holders: [Int: [Candidate]]
  private var best: RoleCover?
  private var bestSize = Int.max

  init(wanted: PermissionSet, candidates: [Candidate]) {
    self.wanted = wanted
    holders = Dictionary(
      uniqueKeysWithValues: wanted.indices.map { permission in
        (permission, candidates.filter { $0.gift.contains(permission) })
      })
  }

  mutating func run() -> RoleCover? {
    guard holders.values.allSatisfy({ !$0.isEmpty }) else { return nil }
    extend([], held: wanted.subtracting(wanted))
    return best
  }

  private mutating func extend(_ chosen: [Int], held: PermissionSet) {
    guard let choice = narrowest(wanted.subtracting(held), held) else {
      (best, bestSize) = (RoleCover(roles: chosen.sorted(), held: held), held.count)
      return
    }
    for (size, candidate) in choice where isBetter(size, chosen.count + 1) {
      extend(chosen + [candidate.role], held: held.union(candidate.permissions))
    }
  }

  private func isBetter(_ size: Int, _ count: Int) -> Bool {
    (size, count) < (bestSize, best?.roles.count ?? Int.max)
  }

  /// The holders of the open permission that costs most, with what would be held then; nil where none is open.
  private func narrowest(_ open: PermissionSet, _ held: PermissionSet) -> [(size: Int, candidate: Candidate)]?
  {
    var narrowest: [(size: Int, candidate: Candidate)]?
    for permission in open.indices {
      let sized = (holders[permission] ?? []).map { (held.count(with: $0.permissions), $0) }
        .sorted { ($0.0, $0.1.role) < ($1.0, $1.1.role) }
      if (sized.first?.0 ?? 0) > (narrowest?.first?.size ?? -1) { narrowest = sized }
    }
    return narrowest
  }
}

extension Catalog {
  /// The documented roles that hold these permissions and the least besides, among those that can be granted on
  /// a securable, are not deprecated, and are not kept for a service's own agents:
  /// https://cloud.google.com/iam/docs/service-agents
  public func smallestCover(
    of wanted: PermissionSet, platform: String?, on securable: Securable
  ) -> RoleCover? {
    let holders = Set(wanted.indices.flatMap { permissions[$0].holders.map(\.role) })
    let usable = holders.sorted().filter { index in
      let role = roles[index]
      return (platform == nil || role.platform == platform) && role.declaration.stage != .deprecated
        && !role.id.lowercased().hasSuffix("serviceagent")
        && role.lowestResource(above: securable) == nil
    }
    return RoleCover(of: wanted, from: usable.map { ($0, roles[$0].permissions) })
  }
}
