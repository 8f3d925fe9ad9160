extension Rule {
  static let uncoveredRequirement = Rule(
    "uncovered-requirement", .guides, .error, "An option does not grant a permission that its task requires"
  ) { catalog in
    catalog.guides.filter { !catalog.pages[$0.page].isSuperseded }.flatMap { guide -> [Finding] in
      let failing = guide.combinations.filter { combination in
        combination.grantsAnything && combination.coverage.contains { !$0.missing.isEmpty }
          && !guide.assignsUnknownRole(to: combination.options, catalog)
      }
      return uncovered(guide, failing, catalog)
    }
  }

  /// One finding for each requirement, with all choices of options that fail it.
  private static func uncovered(_ guide: Guide, _ failing: [Combination], _ catalog: Catalog) -> [Finding] {
    let platform = catalog.pages[guide.page].platform
    let required = guide.requirements.isEmpty ? guide.options.flatMap(\.permissions) : guide.requirements
    var seen: Set<Place> = []
    return required.compactMap { requirement in
      guard let permission = catalog.names.permission(requirement.permission.value, platform: platform),
        seen.insert(requirement.permission.place).inserted
      else { return nil }
      let choices = failing.filter { combination in
        combination.coverage.contains {
          $0.securable == requirement.securable && $0.missing.contains(permission)
        }
      }
      guard !choices.isEmpty else { return nil }
      return finding(requirement, permission, guide, choices, catalog)
    }
  }

  private static func finding(
    _ requirement: Requirement, _ permission: Int, _ guide: Guide, _ choices: [Combination],
    _ catalog: Catalog
  ) -> Finding {
    let name = requirement.permission.value
    let everywhere = choices.count == guide.combinations.count
    let titles = Set(choices.flatMap(\.options)).sorted().map { id in
      guide.options.first { $0.id == id }?.declaration?.title ?? id
    }
    let who = everywhere || titles.isEmpty ? "nothing on this page" : "not every option"
    let roles = guide.assignments.filter { assignment in
      assignment.options.isEmpty || choices.contains { assignment.options.holds(for: $0.options) }
    }
    let related = roles.prefix(3).map { assignment in
      Related("the reader gets this role, which does not hold it", at: assignment.role.place)
    }
    return Finding(
      "`\(name)` is required on \(requirement.securable.text), and \(who) grants it",
      at: requirement.permission.place,
      label: everywhere || titles.isEmpty
        ? nil : "missing with \(titles.map { "`\($0)`" }.joined(separator: ", "))",
      related: Array(related), help: cure(permission, catalog),
      facts: [catalog.pages[guide.page].path, name, requirement.securable.text] + titles)
  }

  /// The narrowest documented roles that hold it.
  private static func cure(_ permission: Int, _ catalog: Catalog) -> String {
    let holders = catalog.permissions[permission].holders.map(\.role)
      .sorted { (catalog.roles[$0].permissions.count, $0) < (catalog.roles[$1].permissions.count, $1) }
    guard let smallest = holders.first else { return "add it to a custom role" }
    let role = catalog.roles[smallest]
    return
      "the smallest documented role that holds it is `\(role.id)`, with \(role.permissions.count) permissions"
  }
}

extension Guide {
  /// Whether a role that nobody declares stands among those of these options: what it holds is not known.
  fileprivate func assignsUnknownRole(to options: [String], _ catalog: Catalog) -> Bool {
    catalog.hasMisspelledTitle(on: page)
      || assignments.contains { assignment in
        assignment.options.holds(for: options)
          && catalog.names.role(assignment.role.value, platform: catalog.pages[page].platform) == nil
      }
  }
}

extension Combination {
  /// A choice that grants nothing at all leaves the granting to the reader, and is not judged.
  fileprivate var grantsAnything: Bool { coverage.contains { !$0.granted.isEmpty } }
}
