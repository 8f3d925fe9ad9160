extension Truth {
  /// The platform of the site that it is about: the one that is given, else the one that documents most of its roles,
  /// else of its permissions, else of what roles belong to. Nil where there is none, or several.
  public func platform(in catalog: Catalog) -> String? {
    if let givenPlatform { return catalog.platformNames.contains(givenPlatform) ? givenPlatform : nil }
    let documented = catalog.roles.map { ($0.platform, $0.id) }
    return Self.most(documented.filter { role($0.1) != nil }.map(\.0))
      ?? Self.most(catalog.permissions.filter { holds($0.name) }.map(\.platform))
      ?? Self.most(documented.filter { families[family(ofRole: $0.1)] != nil }.map(\.0))
  }

  /// The platform that is named most often.
  private static func most(_ platforms: [String]) -> String? {
    let counts = platforms.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let most = counts.values.max()
    let found = counts.filter { $0.value == most }.keys
    return found.count == 1 ? found.first : nil
  }
}

extension Catalog {
  /// The platforms that pages are about, ordered.
  public var platformNames: [String] { Set(pages.compactMap(\.platform)).sorted() }
}
