extension Rule {
  static let misdescribedPermission = Rule(
    "misdescribed-permission", .guides, .info, "The purpose of a permission describes another permission"
  ) { catalog in
    let resources = resourcesOfServices(catalog)
    return catalog.judgedGuides.flatMap { guide in
      let platform = catalog.pages[guide.page].platform ?? ""
      var seen: Set<Place> = []
      return (guide.requirements + guide.options.flatMap(\.permissions)).compactMap {
        requirement -> Finding? in
        let service = nameParts(requirement.permission.value).service
        guard let action = DescribedAction(reading: requirement.purpose),
          let name = action.permission(
            insteadOf: requirement.permission.value, resources: resources[platform]?[service] ?? []),
          let described = catalog.names.permission(name, platform: platform),
          catalog.permissions[described].isDeclared, seen.insert(requirement.permission.place).inserted
        else { return nil }
        return finding(requirement.permission, described: catalog.permissions[described], guide, catalog)
      }
    }
  }

  /// Platform → service → the resources of its declared permissions.
  private static func resourcesOfServices(_ catalog: Catalog) -> [String: [String: Set<String>]] {
    catalog.permissions.reduce(into: [:]) { resources, permission in
      guard permission.isDeclared else { return }
      resources[permission.platform, default: [:]][permission.service, default: []].insert(
        permission.resource)
    }
  }

  private static func finding(
    _ written: Located<String>, described: Permission, _ guide: Guide, _ catalog: Catalog
  ) -> Finding {
    let source = catalog.files[Int(written.place.file)].text.text(written.place.span)
    return Finding(
      "the purpose of `\(written.value)` describes `\(described.name)`", at: written.place,
      related: described.declarations.prefix(1).map {
        Related("`\(described.name)` is declared here", at: $0.name.place)
      },
      help: "require `\(described.name)`, or say what `\(written.value)` is for",
      fix: Fix(
        isSafe: false, edits: [Edit(written.place, source.replacing(written.value, with: described.name))]),
      facts: [catalog.pages[guide.page].path, written.value, described.name])
  }
}
