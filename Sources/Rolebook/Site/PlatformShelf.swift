/// The permissions and roles of one platform: ranges of the catalog's lists.
struct PlatformShelf: Sendable {
  let name: String
  let permissions: Range<Int>
  let roles: Range<Int>
  /// The runs of permissions with the same service, in order.
  let services: [ServiceShelf]
  /// Whether some of its roles hold permissions.
  let hasMatrix: Bool

  /// Those of a catalog, ordered by name.
  static func all(of catalog: Catalog) -> [PlatformShelf] {
    let permissions = ranges(catalog.permissions.map(\.platform))
    let roles = ranges(catalog.roles.map(\.platform))
    return Set(permissions.keys).union(roles.keys).sorted().map { name in
      let own = roles[name] ?? 0..<0
      let range = permissions[name] ?? 0..<0
      return PlatformShelf(
        name: name, permissions: range, roles: own,
        services: catalog.permissions.runs(range, by: \.service)
          .map { ServiceShelf(name: $0.name, permissions: $0.range) },
        hasMatrix: catalog.roles[own].contains { !$0.permissions.isEmpty })
    }
  }

  private static func ranges(_ names: [String]) -> [String: Range<Int>] {
    let runs = names.runs(names.indices, by: \.self)
    return Dictionary(runs.map { ($0.name, $0.range) }, uniquingKeysWith: { $1 })
  }
}

/// The permissions of one service: a range of the catalog's list.
struct ServiceShelf: Sendable {
  let name: String
  let permissions: Range<Int>
}

extension Array {
  /// The runs of elements in a range that have the same name, in order.
  func runs(_ range: Range<Int>, by name: (Element) -> String) -> [(name: String, range: Range<Int>)] {
    var runs: [(name: String, range: Range<Int>)] = []
    for index in range {
      let name = name(self[index])
      if let last = runs.last, last.name == name {
        runs[runs.count - 1].range = last.range.lowerBound..<index + 1
      } else {
        runs.append((name, index..<index + 1))
      }
    }
    return runs
  }
}
