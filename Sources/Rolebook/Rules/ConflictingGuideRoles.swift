extension Rule {
  static let conflictingGuideRoles = Rule(
    "conflicting-guide-roles", .guides, .error,
    "The guides of one task, or the tables, steps and statements of one guide, assign different roles"
  ) { catalog in
    let own = catalog.judgedGuides.filter { !$0.hasLostSection }
      .map { guide in (guide.page, RoleRepetition(guide, catalog).findings) }
    let torn = Set(own.filter { !$0.1.isEmpty }.map(\.0))
    var seen: Set<[Place]> = []
    let between = catalog.twins { guide in
      // What a guide says twice in different words is not held against others.
      torn.contains(guide.page) ? [] : guide.options.map { ($0.id, AssignedRoles($0, of: guide, catalog)) }
    }
    .compactMap { finding($0, catalog) }
    .filter { seen.insert([$0.place] + $0.related.map(\.place)).inserted }
    return own.flatMap(\.1) + between
  }

  private static func finding(_ twins: TwinFacts<AssignedRoles>, _ catalog: Catalog) -> Finding? {
    let (here, there) = (twins.value, twins.firstValue)
    guard !here.assigned.isEmpty, !there.assigned.isEmpty else { return nil }
    let onlyHere = here.extra(beyond: there)
    let onlyThere = there.extra(beyond: here)
    guard !onlyHere.isEmpty || !onlyThere.isEmpty, let mine = onlyHere.first ?? here.assigned.first,
      let theirs = onlyThere.first ?? there.assigned.first
    else { return nil }
    let name = twins.name.isEmpty ? "task `\(twins.task)`" : "option `\(twins.name)` of task `\(twins.task)`"
    return Finding(
      "two guides assign different roles for \(name)", at: mine.place, label: "here: \(here.text)",
      related: [Related("the other guide", at: theirs.place, label: "here: \(there.text)")],
      help: "make the two agree, or give one of the pages `status: superseded`",
      facts: [twins.task, twins.name, here.text, there.text])
  }
}

/// The roles that one option of a guide assigns.
private struct AssignedRoles {
  /// Those of tables and steps, in order, without those that a step leaves to the reader.
  let assigned: [GivenRole]
  /// All of them, with those of statements.
  let all: [GivenRole]
  let text: String
  /// How many roles of its tables nobody declares; each may be meant for one that seems to lack.
  let unknownCount: Int

  init(_ option: GuideOption, of guide: Guide, _ catalog: Catalog) {
    let places = Set(option.roles.map(\.role.place))
    all = guide.given.filter {
      $0.source == .statement
        ? $0.options.isEmpty || $0.options.names.contains(option.id) : places.contains($0.place)
    }
    assigned = all.filter { $0.source != .statement && !$0.isOffered }
    unknownCount = option.roles.count - all.count { $0.source != .statement }
    text = Set(assigned.map { $0.inWords(catalog) }).sorted().joined(separator: ", ")
  }

  /// The roles that the other option lacks.
  func extra(beyond other: AssignedRoles) -> [GivenRole] {
    let extra = assigned.filter { role in !other.all.contains { $0.agrees(with: role) } }
    return extra.count > other.unknownCount ? extra : []
  }
}

extension GivenRole {
  /// "`roles/a.viewer` on dataset sales"; the project goes without saying.
  func inWords(_ catalog: Catalog) -> String {
    "`\(catalog.roles[role].id)`" + (securable == .project ? "" : " on \(securable.text)")
  }
}
