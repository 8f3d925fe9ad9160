import Testing

@testable import Rolebook

@Suite struct RoleOrderTests {
  @Test func findsTheNeighboursThatABruteForceFinds() async {
    var random = Numbers(state: 7)
    for _ in 0..<40 {
      let sets = (0..<8).map { _ in Set((0..<6).filter { _ in random.below(3) > 0 }) }
      let roles = await catalog(of: sets).roles
      for role in sets.indices {
        #expect(Set(roles[role].equal) == Set(sets.indices.filter { $0 != role && sets[$0] == sets[role] && !sets[role].isEmpty }))
        #expect(Set(roles[role].supersets) == direct(above: role, sets), "\(role) of \(sets)")
        let below = sets.indices.filter { direct(above: $0, sets).contains(role) }
        #expect(Set(roles[role].subsets) == Set(below))
      }
    }
  }

  /// The sets above one with none between; a set without members has no neighbours.
  private func direct(above role: Int, _ sets: [Set<Int>]) -> Set<Int> {
    guard !sets[role].isEmpty else { return [] }
    let above = sets.indices.filter { sets[role].isStrictSubset(of: sets[$0]) }
    return Set(above.filter { candidate in !above.contains { sets[$0].isStrictSubset(of: sets[candidate]) } })
  }

  private func catalog(of sets: [Set<Int>]) async -> Catalog {
    let sections = sets.enumerated().map { index, set in
      "## `roles/r.\(index)`\n\nText.\n\n" + set.sorted().map { "- `a.b.p\($0)`\n" }.joined()
    }
    return await Stated("reference", sections.joined(separator: "\n")).catalog
  }
}

/// Random numbers that are the same on every run: splitmix64.
private struct Numbers {
  var state: UInt64

  mutating func below(_ count: UInt64) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % count)
  }
}
