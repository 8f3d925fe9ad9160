/// A set of permissions as bits over their indices in the catalog.
public struct PermissionSet: Sendable, Hashable {
  public private(set) var words: [UInt64]

  /// The empty set, with room for this many permissions.
  public init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  public mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

  public func contains(_ index: Int) -> Bool {
    index >> 6 < words.count && words[index >> 6] & (1 << UInt64(index & 63)) != 0
  }

  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  public mutating func formUnion(_ other: PermissionSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  public func union(_ other: PermissionSet) -> PermissionSet {
    var result = self
    result.formUnion(other)
    return result
  }

  /// How many both hold together.
  func count(with other: PermissionSet) -> Int {
    zip(words, other.words).reduce(0) { $0 + ($1.0 | $1.1).nonzeroBitCount }
  }

  public func intersection(_ other: PermissionSet) -> PermissionSet {
    var result = self
    for index in words.indices { result.words[index] &= other.words[index] }
    return result
  }

  public func subtracting(_ other: PermissionSet) -> PermissionSet {
    var result = self
    for index in words.indices { result.words[index] &= ~other.words[index] }
    return result
  }

  public func isSubset(of other: PermissionSet) -> Bool {
    for index in words.indices where words[index] & ~other.words[index] != 0 { return false }
    return true
  }

  /// The indices it holds, ascending.
  public var indices: [Int] {
    var result: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        result.append(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }
}
