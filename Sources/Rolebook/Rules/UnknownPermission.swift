extension Rule {
  static let unknownPermission = Rule(
    "unknown-permission", .names, .error,
    "A permission is named that the pages of its service, which document it in full, do not declare"
  ) { catalog in
    let judge = PermissionJudge(catalog)
    let stated = catalog.pages.indices.flatMap { page in
      catalog.facts[page].flatMap { judge.judge($0, on: catalog.pages[page]) }
    }
    let prose = catalog.strangers.compactMap { judge.judge($0) }
    return stated + prose
  }
}

/// Tells names of complete services that no page declares.
private struct PermissionJudge {
  private let catalog: Catalog
  /// Platform → its declared names.
  private let declared: [String: [String]]
  /// Platform → the services of those names.
  private let services: [String: Set<String>]
  /// Names that stand in tables which look like permission tables and could not be read: `unread-table` says so.
  private let unread: Set<String>

  init(_ catalog: Catalog) {
    self.catalog = catalog
    let permissions = catalog.permissions.filter(\.isDeclared)
    declared = Dictionary(grouping: permissions, by: \.platform).mapValues { $0.map(\.name) }
    services = Dictionary(grouping: permissions, by: \.platform).mapValues { Set($0.map(\.service)) }
    unread = Set(
      catalog.facts.joined().flatMap { fact -> [String] in
        guard case .table(let table) = fact else { return [] }
        return table.unreadNames
      })
  }

  /// Where a fact stands, an unlisted name is an error.
  func judge(_ fact: Fact, on page: Page) -> [Finding] {
    let platform = page.platform ?? ""
    switch fact {
    case .role(let role):
      return role.entries.filter(\.isExact)
        .compactMap { finding($0.name, platform, "`\(role.id.value)` holds") }
    case .requirement(let requirement):
      return [finding(requirement.permission, platform, "this page requires")].compactMap { $0 }
    default: return []
    }
  }

  /// In prose a name is a finding only where it is a near miss of a declared one.
  func judge(_ stranger: Stranger) -> Finding? {
    let platform = catalog.pages[stranger.page].platform ?? ""
    let name = stranger.name
    guard isUnlisted(name.value, platform), let help = suggestion(name.value, platform) else { return nil }
    var finding = Finding(
      "unknown permission `\(name.value)`", at: name.place, help: help, facts: [platform, name.value])
    finding.severity = .warning
    return finding
  }

  private func finding(_ name: Located<String>, _ platform: String, _ use: String) -> Finding? {
    guard isUnlisted(name.value, platform) else { return slip(name, platform, use) }
    let service = nameParts(name.value).service
    return Finding(
      "unknown permission `\(name.value)`", at: name.place, label: "\(use) it, and no page declares it",
      related: complete(service, platform),
      help: suggestion(name.value, platform) ?? "declare it in a permissions table, or drop it",
      facts: [platform, name.value, use])
  }

  /// Where a service is documented in part or not at all, an unlisted name may be right; one that differs from a
  /// declared one by a slip of the pen is likely not.
  private func slip(_ name: Located<String>, _ platform: String, _ use: String) -> Finding? {
    guard !isDeclared(name.value, platform),
      let meant = declared[platform]?.first(where: { Suggestion.isSlip(name.value, for: $0) })
        ?? nameOfNearService(name.value, platform),
      let known = catalog.names.permission(meant, platform: platform),
      let place = catalog.permissions[known].declarations.first?.name.place
    else { return nil }
    var finding = Finding(
      "unknown permission `\(name.value)`", at: name.place, label: "\(use) it, and no page declares it",
      related: [Related("a name much like it is declared here", at: place)], help: "did you mean `\(meant)`?",
      facts: [platform, name.value, use])
    finding.severity = .warning
    return finding
  }

  /// The name with a service that is almost the same, where nobody documents the one that is written.
  private func nameOfNearService(_ name: String, _ platform: String) -> String? {
    let service = nameParts(name).service
    let known = services[platform] ?? []
    guard service.utf8.count > 3, !known.contains(service) else { return nil }
    let rest = name.dropFirst(service.count)
    return known.sorted().first {
      editDistance(service, $0, limit: 2) <= 2 && isDeclared($0 + rest, platform)
    }
    .map { $0 + rest }
  }

  private func isDeclared(_ name: String, _ platform: String) -> Bool {
    catalog.names.permission(name, platform: platform).map { catalog.permissions[$0].isDeclared } ?? false
  }

  private func isUnlisted(_ name: String, _ platform: String) -> Bool {
    if isDeclared(name, platform) || unread.contains(name) { return false }
    return catalog.completeServices[platform]?.contains(nameParts(name).service) == true
  }

  private func suggestion(_ name: String, _ platform: String) -> String? {
    let service = nameParts(name).service + "."
    return Suggestion((declared[platform] ?? []).filter { $0.hasPrefix(service) }).question(for: name)
  }

  /// The page that documents the service in full.
  private func complete(_ service: String, _ platform: String) -> [Related] {
    for page in catalog.pages where page.platform == platform {
      if let place = page.frontMatter.complete?.first(where: { $0.value == service })?.place {
        return [Related("all permissions of `\(service)` are declared here", at: place)]
      }
    }
    let first = catalog.permissions.first {
      $0.platform == platform && $0.service == service && $0.isDeclared
    }
    let place = first?.declarations.first?.name.place
    return place.map { [Related("the permissions of `\(service)` are declared here", at: $0)] } ?? []
  }
}
