extension Rule {
  static let emptyPattern = Rule(
    "empty-pattern", .patterns, .error,
    "A role's pattern matches no permission of a service documented in full"
  ) { catalog in
    let declared = Dictionary(grouping: catalog.permissions.filter(\.isDeclared), by: \.platform)
    let services = declared.mapValues { Set($0.map(\.service)) }
    let expansion = RoleExpansion(catalog.permissions, catalog.names)
    return catalog.roles.flatMap { role in
      zip(role.entries, role.expansion).compactMap { entry, count -> Finding? in
        guard count == 0, entry.hasWildcard else { return nil }
        let service = nameParts(entry.name.value).service
        if let meant = entry.respelled.first(where: { !expansion.expand($0, role.platform).isEmpty }) {
          return misspelled(entry, meant: meant, nameParts(meant).service, role, catalog)
        }
        if catalog.completeServices[role.platform]?.contains(service) == true {
          return finding(entry, role, catalog)
        }
        return slip(service, among: services[role.platform] ?? [], role).map {
          misspelled(entry, meant: $0 + entry.name.value.dropFirst(service.count), $0, role, catalog)
        }
      }
    }
  }

  private static func finding(_ entry: RoleEntry, _ role: Role, _ catalog: Catalog) -> Finding {
    let service = nameParts(entry.name.value).service
    let names = catalog.permissions.filter { $0.platform == role.platform && $0.service == service }
    let patterns = Set(names.map { "\($0.service).\($0.resource).*" }).sorted()
    return Finding(
      "`\(entry.name.value)` matches no permission", at: entry.name.place,
      label: "`\(role.id)` gets nothing through it",
      help: Suggestion(patterns).question(for: entry.name.value)
        ?? "correct the pattern, or declare the permissions that it stands for",
      facts: [role.platform, role.id, entry.name.value])
  }

  /// The service that was meant: one that the role's id or its other entries name, and that differs from a
  /// service which nobody documents by a letter.
  private static func slip(_ service: String, among known: Set<String>, _ role: Role) -> String? {
    guard service.utf8.count >= 5, !known.contains(service) else { return nil }
    let own =
      role.entries.filter { $0.kind == .pattern }.map { nameParts($0.name.value).service }
      + role.id.split { $0 == "/" || $0 == "." }.map(String.init)
    return Set(own).intersection(known).sorted().first {
      $0.lowercased() == service.lowercased() || editDistance($0, service, limit: 1) == 1
    }
  }

  private static func misspelled(
    _ entry: RoleEntry, meant: String, _ service: String, _ role: Role, _ catalog: Catalog
  ) -> Finding {
    let first = catalog.permissions.first {
      $0.platform == role.platform && $0.service == service && $0.isDeclared
    }
    let place = first?.declarations.first?.name.place
    var finding = Finding(
      "`\(entry.name.value)` matches no permission", at: entry.name.place,
      label: "no page documents a service `\(nameParts(entry.name.value).service)`",
      related: place.map { [Related("permissions of `\(service)` are declared here", at: $0)] } ?? [],
      help: "did you mean `\(meant)`?",
      facts: [role.platform, role.id, entry.name.value])
    finding.severity = .warning
    return finding
  }
}

extension RoleEntry {
  /// The pattern with a dot for each colon, and a colon for each dot.
  fileprivate var respelled: [String] {
    [(":", "."), (".", ":")].map { name.value.replacing($0, with: $1) }.filter { $0 != name.value }
  }
}
