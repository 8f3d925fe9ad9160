/// What the entries of a role's declaration give: the declared permissions, and names that nobody declares.
struct EntryReach {
  private let catalog: Catalog
  private let expansion: RoleExpansion

  init(_ catalog: Catalog) {
    self.catalog = catalog
    expansion = RoleExpansion(catalog.permissions, catalog.names)
  }

  /// The permissions that one entry gives, by name.
  func names(of entry: RoleEntry, _ platform: String) -> [String] {
    switch entry.kind {
    case .role:
      let parent = catalog.names.role(id: entry.name.value, platform: platform)
      return parent.map { catalog.roles[$0].permissions.indices.map { catalog.permissions[$0].name } } ?? []
    case .pattern where entry.hasWildcard:
      let found = expansion.expand(entry.name.value, platform)
      return found.isEmpty ? [entry.name.value] : found.map { catalog.permissions[$0].name }
    case .pattern: return [entry.name.value]
    case .title: return []
    }
  }

  /// What a declaration gives beyond another one, each at the entry that gives it. A pattern of the other takes in
  /// undeclared names too.
  func excess(of declaration: RoleDeclaration, over other: RoleDeclaration) -> [Located<String>] {
    let platform = declaration.platform
    // What an unknown role would bring is not known.
    guard other.entries.allSatisfy({ isKnown($0, platform) }) else { return [] }
    // What the other holds under a condition contradicts nothing.
    let held = Set((other.entries + other.conditions.map(\.entry)).flatMap { names(of: $0, platform) })
    let patterns = other.entries.filter(\.hasWildcard).map { Wildcard($0.name.value) }
    var seen: Set<String> = []
    return declaration.entries.flatMap { entry in
      names(of: entry, platform).filter { name in
        !held.contains(name) && !patterns.contains { $0.matches(name) } && seen.insert(name).inserted
      }.map { Located($0, entry.name.place) }
    }
  }

  private func isKnown(_ entry: RoleEntry, _ platform: String) -> Bool {
    entry.kind != .role || catalog.names.role(id: entry.name.value, platform: platform) != nil
  }
}
