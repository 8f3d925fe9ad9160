/// What each of two roles has that the other has not.
public struct RoleComparison: Sendable {
  public let left: Int
  public let right: Int
  /// Indices into the index's permissions, ascending.
  public let shared: [Int]
  public let onlyLeft: [Int]
  public let onlyRight: [Int]

  public init(_ left: Int, _ right: Int, in index: AccessIndex) {
    let (one, other) = (index.roles[left].permissions, index.roles[right].permissions)
    self.left = left
    self.right = right
    shared = one.intersection(other).indices
    onlyLeft = one.subtracting(other).indices
    onlyRight = other.subtracting(one).indices
  }

  /// How the first role stands to the second.
  public enum Relation: String, Sendable { case equal, less, more, other }

  public var relation: Relation {
    switch (onlyLeft.isEmpty, onlyRight.isEmpty) {
    case (true, true): .equal
    case (true, false): .less
    case (false, true): .more
    case (false, false): .other
    }
  }
}
