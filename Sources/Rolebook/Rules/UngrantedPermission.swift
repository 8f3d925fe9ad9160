extension Rule {
  static let ungrantedPermission = Rule(
    "ungranted-permission", .names, .warning,
    "A permission is held by no role, not even by the one that administers its service"
  ) { catalog in
    let declared = catalog.permissions.indices.filter { catalog.permissions[$0].isDeclared }
    let services = Dictionary(grouping: declared) { catalog.permissions[$0].serviceKey }
    let history = Set(catalog.pages.filter(\.isSuperseded).map(\.file))
    let meant = MeantPermissions(catalog).all
    return services.keys.sorted().compactMap { service in
      finding(services[service] ?? [], catalog) {
        catalog.permissions[$0].isUngranted(history) && !meant.contains($0)
      }
    }
  }

  /// All ungranted permissions of a service have one cause.
  private static func finding(_ service: [Int], _ catalog: Catalog, isUngranted: (Int) -> Bool) -> Finding? {
    let first = catalog.permissions[service[0]]
    guard catalog.completeServices[first.platform]?.contains(first.service) == true else { return nil }
    let ungranted = service.filter(isUngranted)
    guard !ungranted.isEmpty else { return nil }
    if let admin = catalog.administrator(of: service) { return finding(ungranted, admin, catalog) }
    let things = Dictionary(grouping: service) { catalog.permissions[$0].thing }
    for (_, permissions) in things.sorted(by: { $0.key < $1.key }) {
      let found = permissions.filter(isUngranted)
      if !found.isEmpty, let admin = catalog.administrator(of: permissions) {
        return finding(found, admin, catalog)
      }
    }
    return nil
  }

  private static func finding(_ ungranted: [Int], _ admin: Role, _ catalog: Catalog) -> Finding? {
    let declared = ungranted.compactMap { catalog.permissions[$0].declarations.first?.name }
    return Finding(
      "no role holds \(namesInWords(declared.map(\.value)))", at: declared[0].place,
      related: [
        Related("not even `\(admin.id)`, which holds most of its kind", at: admin.declaration.id.place)
      ]
        + declared.dropFirst().prefix(3).map { Related("no role holds this one", at: $0.place) },
      help: "add it to the roles that hold it, or correct its name",
      facts: [admin.platform] + declared.map(\.value))
  }
}

extension Permission {
  fileprivate var serviceKey: String { "\(platform) \(service)" }

  /// Whether a current page declares it as something that can be granted, and no role holds it.
  fileprivate func isUngranted(_ history: Set<FileID>) -> Bool {
    guard holders.isEmpty, let declaration = declarations.first, !declaration.isMatrixRow else {
      return false
    }
    return stage != .reserved && stage != .deprecated && !history.contains(declaration.name.place.file)
  }
}

extension Catalog {
  /// The role named as an administrator that holds most of these permissions, at least half. Where none is
  /// documented, roles are documented in part, and nothing follows from a permission that none of them holds.
  fileprivate func administrator(of group: [Int]) -> Role? {
    let admins = Set(group.flatMap { permissions[$0].holders.map(\.role) }).filter {
      roles[$0].isAdministrator
    }
    let counts = admins.map { role in
      (role: role, count: group.count { roles[role].permissions.contains($0) })
    }
    let best = counts.filter { $0.count * 2 >= group.count }.max { ($0.count, $1.role) < ($1.count, $0.role) }
    return best.map { roles[$0.role] }
  }
}

extension Role {
  fileprivate var isAdministrator: Bool {
    let word = id.lowercased()
    return declaration.origin != .column
      && ["admin", "administrator", "owner"].contains { word.hasSuffix($0) }
  }
}
