extension Rule {
  static let unknownRole = Rule(
    "unknown-role", .names, .error, "A role is named that the pages of its platform do not declare"
  ) { catalog in
    let shelves = RoleShelf.all(of: catalog)
    let cases = DeclaredCases(catalog)
    let stated = NamedRole.all(of: catalog).compactMap { named in
      named.isID && cases.role(meantBy: named) != nil ? nil : shelves[named.platform]?.finding(named)
    }
    let prose = catalog.strangers.compactMap { stranger in
      shelves[catalog.pages[stranger.page].platform ?? ""]?.nearMiss(stranger.name)
    }
    return stated + columns(of: catalog, shelves) + prose
  }

  private static func columns(of catalog: Catalog, _ shelves: [String: RoleShelf]) -> [Finding] {
    catalog.statingPages.flatMap { index -> [Finding] in
      let ids = catalog.facts[index].compactMap { fact -> Located<String>? in
        guard case .role(let role) = fact, role.origin == .column else { return nil }
        return role.id
      }
      guard let shelf = shelves[catalog.pages[index].platform ?? ""], ids.count > 1 else { return [] }
      let all = Set(ids.map(\.value))
      return ids.compactMap { shelf.finding(column: $0, beside: all) }
    }
  }
}
