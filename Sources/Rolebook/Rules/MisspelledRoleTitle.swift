extension Rule {
  static let misspelledRoleTitle = Rule(
    "misspelled-role-title", .names, .error, "A role is given another title than where it is declared"
  ) { catalog in
    catalog.pages.indices.flatMap { index in
      catalog.facts[index].compactMap { fact -> Finding? in
        guard case .assignment(let assignment) = fact, let title = assignment.title else { return nil }
        return misspelling(title, of: assignment.role, on: catalog.pages[index], catalog)
      }
    }
  }

  private static func misspelling(
    _ title: Located<String>, of role: Located<String>, on page: Page, _ catalog: Catalog
  ) -> Finding? {
    guard let known = catalog.names.role(id: role.value, platform: page.platform),
      let declared = catalog.roles[known].declaration.title, declared.value != title.value
    else { return nil }
    return Finding(
      "`\(role.value)` is called `\(declared.value)`, not `\(title.value)`", at: title.place,
      related: [Related("the title is declared here", at: declared.place)],
      help: "write `\(declared.value)`",
      fix: Fix(isSafe: true, edits: [Edit(title.place, declared.value)]),
      facts: [role.value, declared.value, title.value])
  }
}
