extension Rule {
  static let brokenHierarchy = Rule(
    "broken-hierarchy", .patterns, .error, "A role lacks what a page says it takes over from a smaller role"
  ) { catalog in
    let chains = catalog.currentStatingPages.flatMap { page in
      catalog.facts[page].flatMap { fact -> [Finding] in
        guard case .chain(let chain) = fact else { return [] }
        return broken(chain, catalog.pages[page].platform, catalog)
      }
    }
    return chains + MatrixConflict.inherited(of: catalog).map(denied)
  }

  private static func broken(_ chain: RoleChain, _ platform: String?, _ catalog: Catalog) -> [Finding] {
    zip(chain.roles, chain.roles.dropFirst()).compactMap { small, large in
      guard let lower = catalog.names.role(small.value, platform: platform),
        let upper = catalog.names.role(large.value, platform: platform)
      else { return nil }
      return finding(catalog.roles[lower], catalog.roles[upper], at: large.place, catalog)
    }
  }

  private static func finding(_ lower: Role, _ upper: Role, at place: Place, _ catalog: Catalog) -> Finding? {
    let lacking = upper.lacking(of: lower, catalog)
    guard !upper.permissions.isEmpty, let first = lacking.first,
      let entry = zip(lower.entries, lower.gifts).first(where: { $0.1.contains(first) })?.0
    else { return nil }
    let names = lacking.map { catalog.permissions[$0].name }
    return Finding(
      "`\(upper.id)` lacks \(namesInWords(names)), which `\(lower.id)` holds", at: place,
      label: "said to hold all of `\(lower.id)`",
      related: [
        Related("`\(lower.id)` holds `\(names[0])`", at: entry.name.place),
        Related("the list of `\(upper.id)`", at: upper.declaration.id.place),
      ], help: "correct the chain, or one of the two lists",
      facts: [upper.platform, lower.id, upper.id] + names)
  }

  private static func denied(_ conflict: MatrixConflict) -> Finding {
    Finding(
      "a matrix denies `\(conflict.role.id)` `\(conflict.mark.value)`, which it inherits",
      at: conflict.mark.place, related: [conflict.other], help: "correct the mark, or what the role inherits",
      facts: [conflict.role.platform, conflict.role.id, conflict.mark.value])
  }
}

extension Role {
  /// What the other role holds and this one does not. What an own pattern names and nobody declares is not lacking,
  /// and what an unknown role would bring is not known.
  func lacking(of other: Role, _ catalog: Catalog) -> [Int] {
    let inherited = entries.filter { $0.kind == .role }
      .map { catalog.names.role(id: $0.name.value, platform: platform) }
    guard !inherited.contains(nil) else { return [] }
    let all = entries + inherited.flatMap { catalog.roles[$0!].entries }
    let patterns = all.filter(\.hasWildcard).map { Wildcard($0.name.value) }
    return other.permissions.subtracting(permissions).indices.filter { index in
      !patterns.contains { $0.matches(catalog.permissions[index].name) }
    }
  }
}
