import Testing

@testable import Rolebook

@Suite struct RoleCoverTests {
  private func set(_ members: [Int]) -> PermissionSet {
    members.reduce(into: PermissionSet(capacity: 200)) { $0.insert($1) }
  }

  private func cover(_ wanted: [Int], _ roles: [[Int]]) -> RoleCover? {
    RoleCover(of: set(wanted), from: roles.enumerated().map { ($0, set($1)) })
  }

  @Test func takesTheFewestPermissionsInSum() throws {
    let pair = try #require(cover([1, 2], [Array(1...9), [1, 3], [2, 3]]))
    #expect(pair.roles == [1, 2] && pair.excess(beyond: set([1, 2])) == 1)
    let single = try #require(cover([1, 2], [[1, 2, 3], [1, 4], [2, 5]]))
    #expect(single.roles == [0])
  }

  @Test func prefersFewerRolesWhereTheyHoldTheSame() throws {
    #expect(try #require(cover([1, 2], [[1], [2], [1, 2]])).roles == [2])
    #expect(try #require(cover([1, 2, 3], [[1, 2], [3], [4, 2], [1]])).roles == [0, 1])
  }

  @Test func isNothingWhereAPermissionIsInNoRole() {
    #expect(cover([1, 2], [[1, 3]]) == nil)
    #expect(cover([], [[1]])?.roles == [])
  }

  @Test func agreesWithTryingEverySet() throws {
    var random = SmallRandom(state: 7)
    for _ in 0..<300 {
      let roles = (0..<9).map { _ in (0..<14).filter { _ in random.next() % 3 == 0 } }
      let wanted = (0..<14).filter { _ in random.next() % 4 == 0 }
      let found = cover(wanted, roles)
      let best = bruteForce(wanted, roles)
      #expect(found.map { [$0.held.count, $0.roles.count] } == best, "\(wanted) from \(roles)")
      if let found {
        #expect(set(wanted).isSubset(of: found.held))
        #expect(found.roles.reduce(set([])) { $0.union(set(roles[$1])) } == found.held)
      }
    }
  }

  /// The size and number of roles of the best of all sets; nil where none covers.
  private func bruteForce(_ wanted: [Int], _ roles: [[Int]]) -> [Int]? {
    (0..<(1 << roles.count)).compactMap { mask -> [Int]? in
      let chosen = roles.indices.filter { mask >> $0 & 1 == 1 }
      let held = Set(chosen.flatMap { roles[$0] })
      return held.isSuperset(of: wanted) ? [held.count, chosen.count] : nil
    }
    .min { ($0[0], $0[1]) < ($1[0], $1[1]) }
  }
}

/// A linear congruential generator: the same numbers in every run.
private struct SmallRandom {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
