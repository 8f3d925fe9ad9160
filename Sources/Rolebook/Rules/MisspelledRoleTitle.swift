extension Rule {
  static let misspelledRoleTitle = Rule(
    "misspelled-role-title", .names, .error, "A role is given another title than where it is declared"
  ) { catalog in
    let titles = DeclaredTitles(catalog)
    let tables = catalog.statingPages.flatMap { index in
      catalog.facts[index].compactMap { fact -> Finding? in
        guard case .assignment(let assignment) = fact else { return nil }
        return misspelling(in: assignment, titles, on: catalog.pages[index], catalog)
      }
    }
    return tables + catalog.titles.compactMap { misspelling(in: $0, titles, catalog) }
  }

  /// A title beside an id, or instead of one.
  private static func misspelling(
    in assignment: RoleAssignment, _ titles: DeclaredTitles, on page: Page, _ catalog: Catalog
  ) -> Finding? {
    if let title = assignment.title {
      guard let known = catalog.names.role(id: assignment.role.value, platform: page.platform),
        let declared = catalog.roles[known].declaration.title, declared.value != title.value
      else { return nil }
      // Another role's title may be the right one, and the id the wrong one.
      let isOther = !catalog.names.roles(title: title.value, platform: page.platform).isEmpty
      return finding(title, declared, of: catalog.roles[known].id, isSafe: !isOther)
    }
    guard assignment.origin == .table,
      let role = titles.role(meantBy: assignment.role.value, platform: page.platform),
      let declared = catalog.roles[role].declaration.title
    else { return nil }
    return finding(assignment.role, declared, of: catalog.roles[role].id)
  }

  private static func misspelling(in written: WrittenTitle, _ titles: DeclaredTitles, _ catalog: Catalog)
    -> Finding?
  {
    if let role = written.role {
      guard let declared = catalog.roles[role].declaration.title else { return nil }
      return titles.misspelling(in: written, of: role).map {
        finding($0, declared, of: catalog.roles[role].id)
      }
    }
    guard
      let role = titles.role(
        meantBy: written.title.value, platform: catalog.pages[written.page].platform),
      let declared = catalog.roles[role].declaration.title
    else { return nil }
    return finding(written.title, declared, of: catalog.roles[role].id)
  }

  private static func finding(
    _ written: Located<String>, _ declared: Located<String>, of role: String, isSafe: Bool = true
  ) -> Finding {
    Finding(
      "`\(role)` is called `\(declared.value)`, not `\(written.value)`", at: written.place,
      related: [Related("the title is declared here", at: declared.place)],
      help: "write `\(declared.value)`",
      fix: Fix(isSafe: isSafe, edits: [Edit(written.place, declared.value)]),
      facts: [role, declared.value, written.value])
  }
}

extension Catalog {
  /// The pages where a role stands under a title that nobody can find: what they assign is not known.
  var pagesWithMisspelledTitles: Set<Int> {
    let declared = DeclaredTitles(self)
    let misspelled = titles.filter { written in
      written.role == nil
        && declared.role(meantBy: written.title.value, platform: pages[written.page].platform) != nil
    }
    return Set(misspelled.map(\.page))
  }
}
