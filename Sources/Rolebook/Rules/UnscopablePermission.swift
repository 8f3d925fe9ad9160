extension Rule {
  static let unscopablePermission = Rule(
    "unscopable-permission", .guides, .warning,
    "A permission is required or granted on something on which it does nothing"
  ) { catalog in
    catalog.judgedGuides.flatMap { unscopable($0, catalog) }
  }

  private static func unscopable(_ guide: Guide, _ catalog: Catalog) -> [Finding] {
    var seen: Set<Place> = []
    return (guide.requirements + guide.options.flatMap(\.permissions)).compactMap { requirement in
      let name = requirement.permission
      guard requirement.securableSource == .stated, let reach = PermissionReach(name.value),
        reach.excludes(requirement.securable), seen.insert(name.place).inserted
      else { return nil }
      return finding(name, on: requirement.securable, reach, guide, catalog)
    }
  }

  private static func finding(
    _ permission: Located<String>, on securable: Securable, _ reach: PermissionReach, _ guide: Guide,
    _ catalog: Catalog
  ) -> Finding {
    let page = catalog.pages[guide.page]
    let name = permission.value
    let known = catalog.names.permission(name, platform: page.platform)
    let declared = known.flatMap { catalog.permissions[$0].declarations.first?.name.place }
    return Finding(
      "`\(name)` does nothing on \(securable.inWords)", at: permission.place,
      label: "it works on a \(reach.lowest), or above",
      related: declared.map { [Related("`\(name)` is declared here", at: $0)] } ?? [],
      help: "put it on the \(reach.lowest)", facts: [page.path, name, securable.text])
  }
}
