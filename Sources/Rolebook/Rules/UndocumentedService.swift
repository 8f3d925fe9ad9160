extension Rule {
  static let undocumentedService = Rule(
    "undocumented-service", .names, .info,
    "Roles or guides name permissions of a service that no page declares"
  ) { catalog in
    let judge = PermissionJudge(catalog)
    let declared = Dictionary(grouping: catalog.permissions.filter(\.isDeclared), by: \.platform)
      .mapValues { Set($0.map(\.service)) }
    var order: [String] = []
    var uses: [String: [NamedPermission]] = [:]
    for named in NamedPermission.all(of: catalog) where !catalog.pages[named.page].isSuperseded {
      let service = nameParts(named.name.value).service
      // A platform that declares no permission at all does not set out to document them.
      guard service != named.name.value, let known = declared[named.platform], !known.contains(service),
        judge.verdict(on: named.name.value, named.platform) == nil
      else { continue }
      let key = named.platform + " " + service
      if uses[key] == nil { order.append(key) }
      uses[key, default: []].append(named)
    }
    return order.compactMap { finding(uses[$0] ?? []) }
  }

  private static func finding(_ uses: [NamedPermission]) -> Finding? {
    guard let first = uses.first else { return nil }
    let service = nameParts(first.name.value).service
    return Finding(
      "no page declares a permission of `\(service)`", at: first.name.place,
      label: uses.count == 1 ? nil : "named in \(uses.count) places",
      related: uses.dropFirst().prefix(3).map { Related("\($0.words) this one", at: $0.name.place) },
      help: "declare the permissions of `\(service)` that you name, so that they have a meaning",
      facts: [first.platform, service])
  }
}
