extension Rule {
  static let unknownRole = Rule(
    "unknown-role", .names, .error, "A role is named that the pages of its platform do not declare"
  ) { catalog in
    let shelves = RoleShelf.all(of: catalog)
    let cases = DeclaredCases(catalog)
    return NamedRole.all(of: catalog).compactMap { named in
      cases.role(meantBy: named) == nil ? shelves[named.platform]?.finding(named) : nil
    }
  }
}

/// The declared roles of one platform.
private struct RoleShelf {
  private let platform: String
  private let catalog: Catalog
  private let ids: [String]
  private let grammar: IDGrammar

  /// The shelves of the platforms that declare roles; elsewhere no name can be missing.
  static func all(of catalog: Catalog) -> [String: RoleShelf] {
    catalog.names.roleIDs.reduce(into: [:]) { shelves, platform in
      shelves[platform.key] = RoleShelf(platform.key, platform.value.keys.sorted(), catalog)
    }
  }

  private init(_ platform: String, _ ids: [String], _ catalog: Catalog) {
    self.platform = platform
    self.ids = ids
    self.catalog = catalog
    grammar = IDGrammar(catalog.settings.platforms[platform])
  }

  /// Only ids of services whose roles are documented are judged, and near misses: `roles/run.invoker` is another
  /// page's.
  func finding(_ named: NamedRole) -> Finding? {
    let name = named.name
    guard name.value.hasPrefix(grammar.rolePrefix.isEmpty ? "roles/" : grammar.rolePrefix),
      catalog.names.role(name.value, platform: platform) == nil,
      catalog.names.roles(title: name.value, platform: platform).isEmpty, isDocumented(name.value)
    else { return nil }
    return Finding(
      "unknown role `\(name.value)`", at: name.place, label: "\(named.words), and no page declares it",
      help: Suggestion(ids).question(for: name.value) ?? "declare it in a role section, or drop it",
      facts: [platform, name.value, named.words])
  }

  private func isDocumented(_ id: String) -> Bool {
    let service = id.prefix { $0 != "." }
    let known = ids.filter { $0.hasPrefix(service + ".") }
    return service.count < id.count && (known.count >= 3 || !Suggestion(known).candidates(for: id).isEmpty)
  }
}
