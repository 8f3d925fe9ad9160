extension Rule {
  static let unscopablePermission = Rule(
    "unscopable-permission", .guides, .warning,
    "A permission is required or granted on something on which it does nothing"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      unscopable(guide, catalog) + vainRoles(guide, catalog)
    }
  }

  private static func unscopable(_ guide: Guide, _ catalog: Catalog) -> [Finding] {
    var seen: Set<Place> = []
    return (guide.requirements + guide.options.flatMap(\.permissions)).compactMap { requirement in
      let name = requirement.permission
      guard requirement.securableSource == .stated, let reach = PermissionReach(name.value),
        reach.excludes(requirement.securable), seen.insert(name.place).inserted
      else { return nil }
      return finding(
        "`\(name.value)` does nothing on \(requirement.securable.inWords)", at: name.place, name.value,
        on: requirement.securable, reach, guide, catalog)
    }
  }

  /// Roles that hold nothing but such permissions, and do not declare their lowest resource.
  private static func vainRoles(_ guide: Guide, _ catalog: Catalog) -> [Finding] {
    var seen: Set<Place> = []
    return guide.given.compactMap { given in
      let role = catalog.roles[given.role]
      guard given.securableSource == .stated, role.declaration.lowestResource == nil,
        let first = role.permissions.indices.first, seen.insert(given.place).inserted
      else { return nil }
      let names = role.permissions.indices.map { catalog.permissions[$0].name }
      guard names.allSatisfy({ PermissionReach($0)?.excludes(given.securable) == true }),
        let reach = PermissionReach(catalog.permissions[first].name)
      else { return nil }
      return finding(
        "no permission of `\(given.name(in: catalog))` does anything on \(given.securable.inWords)",
        at: given.place, names[0], on: given.securable, reach, guide, catalog)
    }
  }

  private static func finding(
    _ message: String, at place: Place, _ permission: String, on securable: Securable,
    _ reach: PermissionReach, _ guide: Guide, _ catalog: Catalog
  ) -> Finding {
    let page = catalog.pages[guide.page]
    let known = catalog.names.permission(permission, platform: page.platform)
    let declared = known.flatMap { catalog.permissions[$0].declarations.first?.name.place }
    return Finding(
      message, at: place, label: "it works on a \(reach.lowest) or above",
      related: declared.map { [Related("`\(permission)` is declared here", at: $0)] } ?? [],
      help: "put it on the \(reach.lowest)", facts: [page.path, permission, securable.text])
  }
}
