extension Rule {
  static let reservedPermissionGranted = Rule(
    "reserved-permission-granted", .names, .info,
    "A role or a guide names a permission that is reserved and does nothing yet"
  ) { catalog in
    var uses: [Int: [NamedPermission]] = [:]
    for named in NamedPermission.all(of: catalog) where named.use == .entry || named.use == .requirement {
      guard !catalog.pages[named.page].isSuperseded,
        let index = catalog.names.permission(named.name.value, platform: named.platform),
        catalog.permissions[index].stage == .reserved
      else { continue }
      uses[index, default: []].append(named)
    }
    return uses.keys.sorted().compactMap { finding(uses[$0] ?? [], catalog.permissions[$0]) }
  }

  private static func finding(_ uses: [NamedPermission], _ permission: Permission) -> Finding? {
    guard let first = uses.first, let stage = permission.declarations.first?.stages.first else { return nil }
    return Finding(
      "`\(permission.name)` is reserved and gives nothing yet", at: first.name.place,
      label: uses.count == 1 ? nil : "named in \(uses.count) places",
      related: [Related("declared as reserved here", at: stage.place)]
        + uses.dropFirst().prefix(3).map { Related("\($0.words) it too", at: $0.name.place) },
      help: "leave it out, or correct its stage if it is in use now",
      facts: [permission.platform, permission.name])
  }
}
