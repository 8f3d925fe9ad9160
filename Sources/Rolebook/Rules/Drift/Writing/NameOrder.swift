/// Where new names belong among those that are written: into their order, or behind their kind where they have none.
struct NameOrder {
  private let written: [String]
  /// What they are ordered by; nil where they are not.
  private let key: (@Sendable (String) -> String)?

  init(_ written: [String]) {
    self.written = written
    let orders: [@Sendable (String) -> String] = [{ $0 }, { $0.lowercased() }]
    key = orders.first { order in
      let keys = written.map(order)
      return zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }
    }
  }

  /// The new names by the index of the written one that they go before; the count of those for the end.
  func placed(_ names: [String]) -> [(index: Int, names: [String])] {
    let order = key ?? { $0 }
    return Dictionary(grouping: names, by: index(for:)).sorted { $0.key < $1.key }.map { index, names in
      (index: index, names: names.sorted { (order($0), $0) < (order($1), $1) })
    }
  }

  private func index(for name: String) -> Int {
    if let key {
      let wanted = key(name)
      return written.firstIndex { wanted < key($0) } ?? written.count
    }
    let stem = stem(of: name)
    return written.lastIndex { self.stem(of: $0) == stem }.map { $0 + 1 } ?? written.count
  }

  /// A name without its verb.
  private func stem(of name: String) -> Substring {
    name.lastIndex { ".:".contains($0) }.map { name[..<$0] } ?? ""
  }
}
