/// Names by the sums of what is left of them without one of their bytes, so that those that are one slip away from another name
/// are found without a look at all.
struct SlipIndex: Sendable {
  /// A slip in a longer name is looked for in vain.
  private static let longest = 64

  private var names: [UInt64: [String]] = [:]

  init(_ names: some Sequence<String>) {
    for name in names where !name.isEmpty && name.utf8.count <= Self.longest {
      for rest in Self.rests(of: name) { self.names[rest, default: []].append(name) }
    }
  }

  /// The names that differ from this one by one byte more, less or other, or by two in each other's places.
  func near(_ name: String) -> Set<String> {
    guard name.utf8.count <= Self.longest else { return [] }
    return Set(Self.rests(of: name).flatMap { names[$0] ?? [] }).filter {
      editDistance(name, $0, limit: 1) == 1
    }
  }

  /// The sums of the name itself and of all that is left of it without one byte.
  private static func rests(of name: String) -> Set<UInt64> {
    let sums = ByteSums(Array(name.utf8))
    return Set((0..<name.utf8.count).map(sums.without) + [sums.whole])
  }
}
