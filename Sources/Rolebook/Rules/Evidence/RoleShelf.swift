/// The declared roles of one platform, by what they have in common: `roles/bigquery.user` and
/// `roles/bigquery.admin` are of one family.
struct RoleShelf {
  private let platform: String
  private let catalog: Catalog
  private let families: [Substring: [String]]
  private let grammar: IDGrammar
  private let prefix: String

  /// The shelves of the platforms that declare roles; elsewhere no name can be missing.
  static func all(of catalog: Catalog) -> [String: RoleShelf] {
    let declared = catalog.roles.filter { $0.declaration.origin != .column }
    return Dictionary(grouping: declared, by: \.platform).reduce(into: [:]) { shelves, platform in
      shelves[platform.key] = RoleShelf(platform.key, platform.value.map(\.id), catalog)
    }
  }

  private init(_ platform: String, _ ids: [String], _ catalog: Catalog) {
    let settings = catalog.settings.platforms[platform]
    self.platform = platform
    self.catalog = catalog
    families = Dictionary(grouping: ids, by: roleFamily)
    grammar = IDGrammar(settings)
    prefix = settings?.rolePrefix ?? (settings?.role == nil ? "roles/" : "")
  }

  /// Only ids of services whose roles are documented are judged, and near misses: `roles/run.invoker` is another
  /// page's.
  func finding(_ named: NamedRole) -> Finding? {
    let id = named.name.value
    guard isStrange(id) else { return nil }
    let family = families[roleFamily(id)] ?? []
    let near = near(id)
    guard !near.isEmpty || (named.isID && family.count >= 3 && !roleFamily(id).isEmpty) else { return nil }
    var finding = finding(named.name, label: "\(named.words), and no page declares it", near)
    let isCertain = near.contains { isCalled(named.title, $0) }
    if family.isEmpty || roleFamily(id).isEmpty, !isCertain { finding.severity = .warning }
    return finding
  }

  /// In prose only what all but is a declared id is a finding.
  func nearMiss(_ name: Located<String>) -> Finding? {
    guard isStrange(name.value) else { return nil }
    let near = near(name.value)
    guard !near.isEmpty else { return nil }
    var finding = finding(name, label: "no page declares it", near)
    finding.severity = .warning
    return finding
  }

  /// The role of a matrix's column that nothing else declares, where it is a declared one with a slip that has no
  /// column beside it.
  func finding(column: Located<String>, beside columns: Set<String>) -> Finding? {
    let family = families[roleFamily(column.value)] ?? []
    let near =
      (family.filter { Suggestion.isSlip(column.value, for: $0) } + slips(column.value)
      + slips(column.value, of: columns))
      .filter { !columns.contains($0) }
    guard !near.isEmpty, !isDeclared(column.value), columns.contains(where: isDeclared) else { return nil }
    var finding = finding(column, label: "this column is about it, and nothing else declares it", near)
    finding.severity = .warning
    return finding
  }

  /// Whether a section or a row declares it, and not a column alone.
  private func isDeclared(_ id: String) -> Bool { families[roleFamily(id)]?.contains(id) == true }

  private func isStrange(_ id: String) -> Bool {
    catalog.names.role(id, platform: platform) == nil
      && catalog.names.roles(title: id, platform: platform).isEmpty
  }

  private func isCalled(_ title: String?, _ id: String) -> Bool {
    guard let title, let role = catalog.names.role(id: id, platform: platform) else { return false }
    return catalog.roles[role].title == title
  }

  /// The declared ids that this one may be; one without the prefix of roles is told by a slip in it only.
  private func near(_ id: String) -> [String] {
    guard let family = families[roleFamily(id)], grammar.isRole(id), id.hasPrefix(prefix) else {
      return slips(id)
    }
    return Suggestion(family).candidates(for: id)
  }

  /// The declared role of a family whose name is a letter off.
  private func slips(_ id: String) -> [String] {
    let family = roleFamily(id)
    guard family.utf8.count >= prefix.utf8.count + 5 else { return [] }
    let rest = id.dropFirst(family.count)
    return families.keys.filter { abs($0.utf8.count - family.utf8.count) <= 1 }
      .filter { editDistance(String($0), String(family), limit: 1) == 1 }
      .map { String($0) + rest }.filter { catalog.names.role(id: $0, platform: platform) != nil }.sorted()
  }

  /// The declared role of the family that all columns beside it are of, where that is a letter off.
  private func slips(_ id: String, of columns: Set<String>) -> [String] {
    let others = Set(columns.filter { $0 != id }.map(roleFamily))
    guard others.count == 1, let family = others.first, family.utf8.count >= 3, roleFamily(id) != family,
      editDistance(String(family), String(roleFamily(id)), limit: 1) == 1
    else { return [] }
    let meant = String(family + id.dropFirst(roleFamily(id).count))
    return isDeclared(meant) ? [meant] : []
  }

  private func finding(_ name: Located<String>, label: String, _ near: [String]) -> Finding {
    let declared = near.first.flatMap { catalog.names.role(id: $0, platform: platform) }
    return Finding(
      "unknown role `\(name.value)`", at: name.place, label: label,
      related: declared.map {
        [Related("a name much like it is declared here", at: catalog.roles[$0].declaration.id.place)]
      } ?? [],
      help: Suggestion(near).question(for: name.value) ?? "declare it in a role section, or drop it",
      facts: [platform, name.value, label])
  }
}

/// An id without its last part: `roles/bigquery`; empty where it has one part only.
func roleFamily(_ id: String) -> Substring {
  id.lastIndex { $0 == "." || $0 == ":" }.map { id[..<$0] } ?? ""
}
