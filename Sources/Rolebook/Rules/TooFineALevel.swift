extension Rule {
  static let tooFineALevel = Rule(
    "too-fine-a-level", .guides, .warning, "A role is granted below the lowest resource it can be granted on"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      let tooFine = guide.given.filter { $0.rival == nil && $0.lowestResource(above: catalog) != nil }
      return firstOfEach(tooFine).map { finding($0.first, $0.others, guide, catalog) }
    }
  }

  /// Grants of one role on one securable are one fault.
  private static func firstOfEach(_ given: [GivenRole]) -> [(first: GivenRole, others: [GivenRole])] {
    var groups: [(first: GivenRole, others: [GivenRole])] = []
    for role in given {
      if let index = groups.firstIndex(where: { $0.first.agrees(with: role) }) {
        groups[index].others.append(role)
      } else {
        groups.append((role, []))
      }
    }
    return groups
  }

  private static func finding(
    _ given: GivenRole, _ others: [GivenRole], _ guide: Guide, _ catalog: Catalog
  ) -> Finding {
    let role = catalog.roles[given.role]
    let lowest = given.lowestResource(above: catalog)
    let securable = given.securable
    return Finding(
      "`\(given.name(in: catalog))` cannot be granted on \(securable.inWords)", at: given.place,
      related: [lowest.map { Related("its lowest resource is declared here", at: $0.place) }].compactMap(
        \.self)
        + others.map { Related("and granted there here", at: $0.place) },
      help:
        "grant it on a \(lowest?.value.lowercased() ?? "project"), or another role on the \(securable.kind.rawValue)",
      facts: [catalog.pages[guide.page].path, role.id, securable.text])
  }
}

extension GivenRole {
  /// The lowest resource of the role, where the grant lies below it.
  fileprivate func lowestResource(above catalog: Catalog) -> Located<String>? {
    securableSource == .stated ? catalog.roles[role].lowestResource(above: securable) : nil
  }

  /// As its place has it: a step says the title, tables and statements the id.
  func name(in catalog: Catalog) -> String {
    source == .step ? catalog.roles[role].title : catalog.roles[role].id
  }
}
