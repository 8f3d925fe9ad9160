/// What the tables of a guide say of its roles, against what its steps and statements do.
struct RoleRepetition {
  private let guide: Guide
  private let catalog: Catalog
  private let choices: [[String]]
  private let tabled: [GivenRole]
  /// The roles of steps and statements.
  private let repeated: [GivenRole]

  init(_ guide: Guide, _ catalog: Catalog) {
    self.guide = guide
    self.catalog = catalog
    choices = guide.choices
    tabled = guide.given.filter { $0.source == .table }
    repeated = guide.given.filter { $0.source != .table }
  }

  var findings: [Finding] {
    guard !tabled.isEmpty, !hasUnknownRole else { return [] }
    var open = tabled.filter(isUnrepeated)
    return repeated.filter(isUntabled).map { extra in
      if let index = open.firstIndex(where: { isSwapped($0, with: extra) }) {
        return swapped(open.remove(at: index), extra)
      }
      return untabled(extra)
    } + open.filter(mustBeRepeated).map(unrepeated)
  }

  /// A role that nobody declares may be meant for any of the others.
  private var hasUnknownRole: Bool {
    let platform = catalog.pages[guide.page].platform
    return guide.assignments.contains { catalog.names.role($0.role.value, platform: platform) == nil }
  }

  private func tabled(for choice: [String]) -> [GivenRole] { tabled.filter { $0.options.holds(for: choice) } }
  private func repeated(for choice: [String]) -> [GivenRole] {
    repeated.filter { $0.options.holds(for: choice) }
  }

  /// Whether in every choice that has it the table speaks, and of other roles.
  private func isUntabled(_ role: GivenRole) -> Bool {
    guard !role.isOffered, role.source == .step || speaksForOneGrantee else { return false }
    let own = choices.filter(role.options.holds)
    return !own.isEmpty
      && own.allSatisfy { choice in
        let table = tabled(for: choice)
        return !table.isEmpty && !table.contains { $0.takesIn(role) }
      }
  }

  /// Statements for several accounts do more than the table, which is about one; so do those that an access
  /// table documents.
  private var speaksForOneGrantee: Bool {
    guide.claims.isEmpty && Set(guide.given.compactMap(\.grantee)).count < 2
  }

  /// Whether in every choice that has it steps or statements speak, and of other roles.
  private func isUnrepeated(_ role: GivenRole) -> Bool {
    let own = choices.filter(role.options.holds)
    return !own.isEmpty
      && own.allSatisfy { choice in !repeated(for: choice).contains { role.isSaid(by: $0) } }
  }

  private func isSwapped(_ role: GivenRole, with extra: GivenRole) -> Bool {
    choices.contains { role.options.holds(for: $0) && extra.options.holds(for: $0) }
      && (extra.source == .step && extra.securableSource != .stated
        ? role.securable == .project || role.securableSource != .stated : role.isOnSame(as: extra))
  }

  /// Whether the page has a place where it should be: steps name all others of its table, or the script makes
  /// what it is on.
  private func mustBeRepeated(_ role: GivenRole) -> Bool {
    choices.filter(role.options.holds).allSatisfy { choice in
      lastOfTable(role, choice) || isOnCreated(role, choice)
    }
  }

  private func lastOfTable(_ role: GivenRole, _ choice: [String]) -> Bool {
    let steps = guide.given.filter { $0.source == .step && $0.options.holds(for: choice) }
    let others = tabled(for: choice).filter { $0.place != role.place && !$0.agrees(with: role) }
    return !others.isEmpty && !guide.saysMoreRoles && !steps.isEmpty
      && others.allSatisfy { other in repeated(for: choice).contains { other.isSaid(by: $0) } }
  }

  private func isOnCreated(_ role: GivenRole, _ choice: [String]) -> Bool {
    guard role.securableSource == .stated, role.securable.kind == .dataset, guide.script.dialect == .bigquery,
      !isPlaceholder(role.securable.name)
    else { return false }
    let statements = guide.script.statements(options: choice)
    let isRead = statements.allSatisfy { if case .unread = $0.effect { false } else { true } }
    return isRead
      && statements.contains { statement in
        guard case .createSchema(let name, _) = statement.effect else { return false }
        return Securable(.dataset, name.value).mayBe(role.securable)
      }
  }

  private func swapped(_ role: GivenRole, _ extra: GivenRole) -> Finding {
    Finding(
      "the table and \(extra.sourceInWords) assign different roles\(scope(extra))", at: role.place,
      label: "here: \(role.inWords(catalog))",
      related: [
        Related(
          "\(extra.sourceInWords) says otherwise", at: extra.place, label: "here: \(extra.inWords(catalog))")
      ],
      help: "make the two agree", facts: facts(role, extra))
  }

  private func untabled(_ extra: GivenRole) -> Finding {
    let table = tabled.filter { role in
      choices.contains { role.options.holds(for: $0) && extra.options.holds(for: $0) }
    }
    return warning(
      Finding(
        "\(extra.sourceInWords) assigns `\(extra.name(in: catalog))`, which the table lacks", at: extra.place,
        related: table.prefix(1).map { Related("the table of roles begins here", at: $0.place) },
        help: "add a row for it, or drop it here", facts: facts(nil, extra)))
  }

  private func unrepeated(_ role: GivenRole) -> Finding {
    let others = repeated.filter { other in
      choices.contains { role.options.holds(for: $0) && other.options.holds(for: $0) }
    }
    let makers = guide.script.blocks.flatMap(\.statements).filter { statement in
      guard case .createSchema(let name, _) = statement.effect else { return false }
      return Securable(.dataset, name.value).mayBe(role.securable)
    }
    let related =
      others.isEmpty || makers.isEmpty
      ? others.prefix(1).map {
        Related("\($0.sourceInWords) assigns another role of the table", at: $0.place)
      }
      : []
    return warning(
      Finding(
        "no step or statement assigns `\(catalog.roles[role.role].id)`, which the table lists",
        at: role.place,
        related: related + makers.prefix(1).map { Related("what it is for is made here", at: $0.place) },
        help: "say how to assign it, or drop the row", facts: facts(role, nil)))
  }

  private func warning(_ finding: Finding) -> Finding {
    var finding = finding
    finding.severity = .warning
    return finding
  }

  private func scope(_ role: GivenRole) -> String {
    role.options.isEmpty ? "" : " for \(optionsInWords(role.options.names))"
  }

  private func facts(_ role: GivenRole?, _ extra: GivenRole?) -> [String] {
    [catalog.pages[guide.page].path, role?.inWords(catalog) ?? "", extra?.inWords(catalog) ?? ""]
      + ((role ?? extra)?.options.names ?? [])
  }
}

extension GivenRole {
  /// Whether a table's row accounts for what is said elsewhere: the same role, there or above.
  fileprivate func takesIn(_ other: GivenRole) -> Bool {
    agrees(with: other) || (mayBeRole(of: other) && securable.covers(other.securable))
  }

  fileprivate func isSaid(by other: GivenRole) -> Bool {
    agrees(with: other) || (mayBeRole(of: other) && other.securable.covers(securable))
  }

  fileprivate var sourceInWords: String {
    switch source {
    case .table: "the table"
    case .step: "a step"
    case .statement: "a statement"
    }
  }
}

extension Guide {
  /// Whether some step speaks of roles that it does not name: "repeat for the others".
  fileprivate var saysMoreRoles: Bool { steps.contains(where: \.speaksOfMore) }
}
