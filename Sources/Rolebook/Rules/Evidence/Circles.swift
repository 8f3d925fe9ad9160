/// The circles that one runs into by going from each index to its next one, each starting at its smallest index.
///
/// An index has one next at most, so that every index is passed once.
func circles(following next: [Int?]) -> [[Int]] {
  var walkOf = [Int](repeating: -1, count: next.count)
  var found: [[Int]] = []
  for start in next.indices {
    var current: Int? = start
    while let index = current, walkOf[index] < 0 {
      walkOf[index] = start
      current = next[index]
    }
    if let entry = current, walkOf[entry] == start { found.append(circle(through: entry, next)) }
  }
  return found
}

private func circle(through entry: Int, _ next: [Int?]) -> [Int] {
  var members = [entry]
  while let following = next[members[members.count - 1]], following != entry { members.append(following) }
  let first = members.indices.min { members[$0] < members[$1] } ?? 0
  return Array(members[first...] + members[..<first])
}
