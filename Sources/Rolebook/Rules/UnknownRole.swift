extension Rule {
  static let unknownRole = Rule(
    "unknown-role", .names, .error, "A role is named that the pages of its platform do not declare"
  ) { catalog in
    let shelves = RoleShelf.all(of: catalog)
    let cases = DeclaredCases(catalog)
    let stated = NamedRole.all(of: catalog).compactMap { named in
      cases.role(meantBy: named) == nil
        ? shelves[named.platform]?.finding(named.name, "\(named.words), and no page declares it") : nil
    }
    let prose = catalog.strangers.compactMap { stranger in
      shelves[catalog.pages[stranger.page].platform ?? ""]?.nearMiss(stranger.name)
    }
    return stated + prose
  }
}
