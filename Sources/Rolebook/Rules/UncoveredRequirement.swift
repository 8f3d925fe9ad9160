extension Rule {
  static let uncoveredRequirement = Rule(
    "uncovered-requirement", .guides, .error, "An option does not grant a permission that its task requires"
  ) { catalog in
    let misspelled = catalog.pagesWithMisspelledTitles
    let meant = MeantPermissions(catalog)
    let guides = catalog.judgedGuides.filter { !$0.hasLostSection && !misspelled.contains($0.page) }
    return guides.flatMap { guide -> [Finding] in
      let failing = guide.combinations.compactMap { Shortfall($0, of: guide, meant, catalog) }
      return guide.requirements.isEmpty
        ? uncoveredLists(guide, failing, catalog) : uncoveredTask(guide, failing, catalog)
    }
  }

  /// One finding for all that is missing on one securable with the same choices of options.
  private static func uncoveredTask(
    _ guide: Guide, _ failing: [Shortfall], _ catalog: Catalog
  ) -> [Finding] {
    var gaps: [(gap: PermissionGap, choices: [[String]])] = []
    for requirement in guide.requirements where requirement.securableSource != .unread {
      let choices = failing.filter { $0.lacks(requirement) }.map(\.options)
      guard !choices.isEmpty else { continue }
      let known = gaps.firstIndex {
        $0.choices == choices && $0.gap.securable == requirement.securable
      }
      if let known {
        gaps[known].gap.add(requirement)
      } else {
        gaps.append((PermissionGap(securable: requirement.securable, requirements: [requirement]), choices))
      }
    }
    return gaps.map { uncovered($0.gap, with: $0.choices, guide, catalog) }
  }

  private static func uncovered(
    _ gap: PermissionGap, with choices: [[String]], _ guide: Guide, _ catalog: Catalog
  ) -> Finding {
    let everywhere = choices.count == guide.combinations.count
    let titles = everywhere ? [] : Set(choices.joined()).sorted().map(guide.title)
    let names = gap.names
    let verb = names.count == 1 ? "is" : "are"
    return Finding(
      "\(listInWords(names)) \(verb) required on \(gap.securable.text), and "
        + "\(titles.isEmpty ? "nothing on this page" : "not every option") grants \(names.count == 1 ? "it" : "them")",
      at: gap.requirements[0].permission.place,
      label: titles.isEmpty ? nil : "missing with \(titles.map { "`\($0)`" }.joined(separator: ", "))",
      related: gap.requirements.dropFirst().map {
        Related("required too, and missing", at: $0.permission.place)
      }
        + guide.givers(of: gap, choices, catalog),
      help: gap.cure(guide, catalog),
      facts: [catalog.pages[guide.page].path] + names + [gap.securable.text] + titles)
  }

  /// Where the options state their own lists, one made of roles must cover one of them.
  private static func uncoveredLists(
    _ guide: Guide, _ failing: [Shortfall], _ catalog: Catalog
  ) -> [Finding] {
    var seen: Set<Place> = []
    return failing.compactMap { shortfall in
      guard
        let giver = guide.given.first(where: {
          $0.options.holds(for: shortfall.options) && !$0.options.isEmpty
        })
          ?? guide.given.first(where: { $0.options.holds(for: shortfall.options) }),
        let best = shortfall.lists.min(by: { $0.gaps.count < $1.gaps.count }), let gap = best.gaps.first,
        seen.insert(giver.place).inserted
      else { return nil }
      let who = shortfall.options.isEmpty ? "this page" : optionsInWords(shortfall.options)
      return Finding(
        "\(who) covers none of the permission lists of \(shortfall.lists.count == 1 ? "the other options" : "the task"): "
          + "\(listInWords(gap.names)) \(gap.names.count == 1 ? "is" : "are") missing on \(gap.securable.text)",
        at: giver.place,
        related: shortfall.lists.prefix(3).flatMap(\.related), help: gap.cure(guide, catalog),
        facts: [catalog.pages[guide.page].path] + shortfall.options + gap.names + [gap.securable.text])
    }
  }
}

extension Guide {
  fileprivate func title(of option: String) -> String {
    options.first { $0.id == option }?.declaration?.title ?? option
  }

  /// The roles that the reader gets instead; those that hold what is missing, on something else, first.
  fileprivate func givers(of gap: PermissionGap, _ choices: [[String]], _ catalog: Catalog) -> [Related] {
    let wanted = gap.permissions(self, catalog)
    let roles = given.filter { role in choices.contains { role.options.holds(for: $0) } }
    let near = roles.filter { wanted.isSubset(of: catalog.roles[$0.role].permissions) }
    guard near.isEmpty else {
      return near.prefix(3).map { role in
        Related(
          "this role holds \(gap.names.count == 1 ? "it" : "them"), granted on \(role.securable.text) only",
          at: role.place)
      }
    }
    return roles.prefix(3).map { role in
      Related(
        "the reader gets this role, which does not hold \(gap.names.count == 1 ? "it" : "them")",
        at: role.place)
    }
  }
}
