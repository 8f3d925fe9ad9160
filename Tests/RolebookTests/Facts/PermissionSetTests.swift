import Testing

@testable import Rolebook

@Suite struct PermissionSetTests {
  private func set(_ indices: [Int], capacity: Int = 200) -> PermissionSet {
    var set = PermissionSet(capacity: capacity)
    for index in indices { set.insert(index) }
    return set
  }

  @Test func holdsWhatWasPutIn() {
    let indices = [0, 1, 63, 64, 127, 128, 199]
    let some = set(indices)
    #expect(some.indices == indices && some.count == 7)
    #expect((0..<200).filter(some.contains) == indices)
    #expect(!some.contains(5_000))
  }

  @Test func knowsItsUnionsAndDifferences() {
    #expect(set([1, 64]).union(set([2, 64])).indices == [1, 2, 64])
    #expect(set([1, 64, 130]).subtracting(set([64])).indices == [1, 130])
    #expect(set([1]).isSubset(of: set([1, 2])) && !set([1, 70]).isSubset(of: set([1, 2])))
    #expect(set([]).isSubset(of: set([])) && set([]).isEmpty && !set([199]).isEmpty)
  }

  @Test func isEmptyWithoutRoom() {
    #expect(PermissionSet(capacity: 0).isEmpty && PermissionSet(capacity: 0).indices == [])
    #expect(!PermissionSet(capacity: 0).contains(0))
  }
}
