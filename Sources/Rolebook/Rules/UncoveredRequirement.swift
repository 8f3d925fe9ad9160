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
    var gaps: [(gap: Gap, choices: [[String]])] = []
    for requirement in guide.requirements where requirement.securableSource != .unread {
      let choices = failing.filter { $0.lacks(requirement) }.map(\.options)
      guard !choices.isEmpty else { continue }
      let known = gaps.firstIndex {
        $0.choices == choices && $0.gap.securable == requirement.securable
      }
      if let known {
        gaps[known].gap.add(requirement)
      } else {
        gaps.append((Gap(securable: requirement.securable, requirements: [requirement]), choices))
      }
    }
    return gaps.map { uncovered($0.gap, with: $0.choices, guide, catalog) }
  }

  private static func uncovered(
    _ gap: Gap, with choices: [[String]], _ guide: Guide, _ catalog: Catalog
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

/// Requirements on one securable that nothing grants.
private struct Gap {
  let securable: Securable
  private(set) var requirements: [Requirement]

  init(securable: Securable, requirements: [Requirement]) {
    self.securable = securable
    self.requirements = requirements
  }

  mutating func add(_ requirement: Requirement) {
    if !names.contains(requirement.permission.value) { requirements.append(requirement) }
  }

  var names: [String] { requirements.map(\.permission.value) }

  func permissions(_ guide: Guide, _ catalog: Catalog) -> PermissionSet {
    var set = PermissionSet(capacity: catalog.permissions.count)
    let platform = catalog.pages[guide.page].platform
    for name in names {
      if let index = catalog.names.permission(name, platform: platform) { set.insert(index) }
    }
    return set
  }

  /// The smallest documented roles that hold what is missing.
  func cure(_ guide: Guide, _ catalog: Catalog) -> String {
    let wanted = permissions(guide, catalog)
    let platform = catalog.pages[guide.page].platform
    guard let cover = catalog.smallestCover(of: wanted, platform: platform, on: securable) else {
      return "no documented role holds \(names.count == 1 ? "it" : "them all"): add a custom role"
    }
    return "the smallest documented " + cover.inWords(beyond: wanted, catalog)
  }
}

/// What a choice of options fails to grant, list by list.
private struct Shortfall {
  let options: [String]
  let lists: [(gaps: [Gap], related: [Related])]
  private let missing: [Securable: Set<String>]

  /// Nil for a choice that covers one of its lists, grants nothing, or grants what nobody can tell.
  init?(_ combination: Combination, of guide: Guide, _ meant: MeantPermissions, _ catalog: Catalog) {
    options = combination.options
    guard combination.grantsAnything, !guide.grantsUnknown(to: options, catalog) else { return nil }
    let repeated = guide.repeated(for: options, catalog)
    let misspelled = meant.permissions(givenBy: guide, options)
    let rivals = guide.given.filter { $0.options.holds(for: combination.options) }.compactMap(\.rival)
    let platform = catalog.pages[guide.page].platform
    let required = guide.requirements.isEmpty ? guide.options.flatMap(\.permissions) : guide.requirements
    lists = combination.alternatives.map { list in
      let gaps = list.coverage.compactMap { coverage -> Gap? in
        let open = coverage.missing.subtracting(repeated)
        let own = required.filter { requirement in
          requirement.securable == coverage.securable && requirement.securableSource != .unread
            && requirement.options == list.options
            && catalog.names.permission(requirement.permission.value, platform: platform).map { index in
              open.contains(index) && !misspelled.contains(index)
                && !rivals.contains { catalog.roles[$0].permissions.contains(index) }
            } == true
        }
        return own.first.map { first in
          own.dropFirst().reduce(into: Gap(securable: coverage.securable, requirements: [first])) {
            $0.add($1)
          }
        }
      }
      let related = gaps.flatMap { gap in
        gap.requirements.prefix(3).map {
          Related("this list wants it on \(gap.securable.text)", at: $0.permission.place)
        }
      }
      return (gaps, related)
    }
    guard !lists.isEmpty, lists.allSatisfy({ !$0.gaps.isEmpty }) else { return nil }
    missing = lists[0].gaps.reduce(into: [:]) { $0[$1.securable] = Set($1.names) }
  }

  func lacks(_ requirement: Requirement) -> Bool {
    missing[requirement.securable]?.contains(requirement.permission.value) == true
  }
}

extension Guide {
  fileprivate func title(of option: String) -> String {
    options.first { $0.id == option }?.declaration?.title ?? option
  }

  /// Whether a role that nobody declares, or a statement that nobody understands, may grant more.
  fileprivate func grantsUnknown(to chosen: [String], _ catalog: Catalog) -> Bool {
    let platform = catalog.pages[page].platform
    func isUnknown(_ role: String) -> Bool { catalog.names.role(role, platform: platform) == nil }
    return assignments.contains { $0.options.holds(for: chosen) && isUnknown($0.role.value) }
      || script.statements(options: chosen).contains { statement in
        switch statement.effect {
        case .grant(let grant):
          script.dialect == .bigquery && grant.privileges.contains { isUnknown($0.value) }
        case .unread: statement.text.uppercased().contains("GRANT")
        default: false
        }
      }
  }

  /// What steps give beyond the table of their option: another rule speaks of that.
  fileprivate func repeated(for chosen: [String], _ catalog: Catalog) -> PermissionSet {
    let counted = Set(assignments.map(\.role.place))
    return given.filter { $0.source == .step && !counted.contains($0.place) && $0.options.holds(for: chosen) }
      .reduce(PermissionSet(capacity: catalog.permissions.count)) {
        $0.union(catalog.roles[$1.role].permissions)
      }
  }

  /// The roles that the reader gets instead; those that hold what is missing, on something else, first.
  fileprivate func givers(of gap: Gap, _ choices: [[String]], _ catalog: Catalog) -> [Related] {
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

extension Combination {
  /// A choice that grants nothing at all leaves the granting to the reader, and is not judged.
  fileprivate var grantsAnything: Bool { coverage.contains { !$0.granted.isEmpty } }
}
