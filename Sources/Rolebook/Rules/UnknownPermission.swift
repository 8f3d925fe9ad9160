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

  init(_ catalog: Catalog) {
    self.catalog = catalog
    let permissions = catalog.permissions.filter(\.isDeclared)
    declared = Dictionary(grouping: permissions, by: \.platform).mapValues { $0.map(\.name) }
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

  /// Where a service is documented in part, an unlisted name may be right; one that differs from a declared one
  /// by a slip of the pen is likely not.
  private func slip(_ name: Located<String>, _ platform: String, _ use: String) -> Finding? {
    guard catalog.names.permission(name.value, platform: platform).map({ !catalog.permissions[$0].isDeclared }) ?? true,
      let meant = declared[platform]?.first(where: { Suggestion.isSlip(name.value, for: $0) }),
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

  private func isUnlisted(_ name: String, _ platform: String) -> Bool {
    if let known = catalog.names.permission(name, platform: platform), catalog.permissions[known].isDeclared {
      return false
    }
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
    let first = catalog.permissions.first { $0.platform == platform && $0.service == service && $0.isDeclared }
    let place = first?.declarations.first?.name.place
    return place.map { [Related("the permissions of `\(service)` are declared here", at: $0)] } ?? []
  }
}
