extension Rule {
  static let excessPrivilege = Rule(
    "excess-privilege", .guides, .info, "An option grants much more than its task requires"
  ) { catalog in
    catalog.judgedGuides.filter { !$0.hasLostSection }.flatMap { guide -> [Finding] in
      var seen: Set<Excess.Key> = []
      return guide.combinations.filter { !$0.setsOwnRequirements }
        .flatMap { combination in combination.coverage.compactMap { Excess($0, combination, guide, catalog) }
        }
        .filter { seen.insert($0.key).inserted }
        .compactMap { $0.finding(guide, catalog) }
    }
  }
}

/// What a choice of options grants on one securable beyond what its task needs there and below.
private struct Excess {
  struct Key: Hashable {
    let place: Place
    let securable: Securable
  }

  let coverage: Coverage
  let options: [String]
  /// The roles that bring it, the largest share first.
  let givers: [GivenRole]
  /// Where the task's requirements begin.
  let required: Place?

  /// Nil where nothing is known to be needed, something is missing, or nothing is in excess.
  init?(_ coverage: Coverage, _ combination: Combination, _ guide: Guide, _ catalog: Catalog) {
    guard !coverage.excess.isEmpty, coverage.excess.count < coverage.granted.count,
      combination.coverage.allSatisfy({ $0.missing.isEmpty })
    else { return nil }
    self.coverage = coverage
    func share(_ given: GivenRole) -> Int {
      catalog.roles[given.role].permissions.intersection(coverage.excess).count
    }
    let counted = Set(guide.assignments.map(\.role.place))
    givers = guide.given.filter { given in
      given.options.holds(for: combination.options) && given.securable == coverage.securable
        && (given.source == .statement || counted.contains(given.place)) && share(given) > 0
    }
    .sorted { (-share($0), $0.place.span.start) < (-share($1), $1.place.span.start) }
    guard let first = givers.first, givers.allSatisfy({ $0.rival == nil }) else { return nil }
    // A choice is named by the options on which it hangs; what all share hangs on none.
    options = first.options.isEmpty ? [] : combination.options.filter(first.options.names.contains)
    let list = guide.requirements.isEmpty ? guide.options.flatMap(\.permissions) : guide.requirements
    required = list.first?.permission.place
  }

  var key: Key { Key(place: givers[0].place, securable: coverage.securable) }

  /// Nil unless documented roles would halve the excess.
  func finding(_ guide: Guide, _ catalog: Catalog) -> Finding? {
    let page = catalog.pages[guide.page]
    let needed = coverage.granted.subtracting(coverage.excess)
    guard
      let cover = catalog.smallestCover(of: needed, platform: page.platform, on: coverage.securable),
      cover.excess(beyond: needed) * 2 <= coverage.excess.count
    else { return nil }
    let securable = coverage.securable
    let place = securable.name.isEmpty ? "the \(securable.kind.rawValue)" : securable.inWords
    let counts = "\(coverage.granted.count) permissions on \(place)"
    let who = options.isEmpty ? "this page" : optionsInWords(options)
    return Finding(
      "\(who) grants \(counts) and needs \(needed.count): \(coverage.excess.count) are in excess",
      at: givers[0].place, label: size(of: givers[0], catalog),
      related: givers.dropFirst().map {
        Related("this role adds to them", at: $0.place, label: size(of: $0, catalog))
      } + [required.map { Related("what is needed is listed from here on", at: $0) }].compactMap(\.self),
      help: "the smallest documented " + cover.inWords(beyond: needed, catalog),
      facts: [page.path] + options + [securable.text]
        + givers.map { catalog.roles[$0.role].id }.sorted())
  }

  private func size(of given: GivenRole, _ catalog: Catalog) -> String {
    let count = catalog.roles[given.role].permissions.count
    return count == 1 ? "1 permission" : "\(count) permissions"
  }
}
