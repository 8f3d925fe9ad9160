extension Rule {
  static let conflictingGuidePermissions = Rule(
    "conflicting-guide-permissions", .guides, .error,
    "Two current guides of one task state different permissions for the same option"
  ) { catalog in
    let judge = PermissionLists(catalog)
    var seen: Set<[Place]> = []
    return catalog.twins(PermissionLists.stated).compactMap(judge.finding)
      .filter { seen.insert([$0.place] + $0.related.map(\.place)).inserted }
  }
}

/// Judges the permission lists of guides of one task.
private struct PermissionLists {
  private let catalog: Catalog
  /// The services of which a page declares permissions, by platform.
  private let services: [String: Set<String>]
  private let meant: MeantPermissions
  /// The requirements that `uncovered-requirement` speaks of.
  private let uncovered: Set<Place>

  init(_ catalog: Catalog) {
    self.catalog = catalog
    meant = MeantPermissions(catalog)
    let gaps = Rule.uncoveredRequirement.find(catalog, nil)
    uncovered = Set(gaps.flatMap { [$0.place] + $0.related.map(\.place) })
    services = Dictionary(grouping: catalog.permissions.filter(\.isDeclared), by: \.platform)
      .mapValues { Set($0.map(\.service)) }
  }

  /// What a guide's task requires, and what the custom role of each of its options holds.
  static func stated(_ guide: Guide) -> [(name: String, value: [Requirement])] {
    ([("", guide.requirements)] + guide.options.map { ($0.id, $0.permissions) }).filter { !$0.1.isEmpty }
  }

  func finding(_ twins: TwinFacts<[Requirement]>) -> Finding? {
    let platform = catalog.pages[twins.guide.page].platform
    let difference = ListDifference(
      twins.value, twins.firstValue, isUnknown: { isUnknown($0, platform) }, agree: { $0.agrees(with: $1) })
    guard !difference.isEmpty, !isMisplaced(difference),
      let mine = difference.here.first ?? twins.value.first,
      let theirs = difference.there.first ?? twins.firstValue.first
    else { return nil }
    let isTask = twins.name.isEmpty
    let message =
      isTask
      ? "two guides require different permissions for task `\(twins.task)`"
      : "two guides list different permissions for option `\(twins.name)` of task `\(twins.task)`"
    let here = (mine.permission.place, label(difference.here))
    let there = (theirs.permission.place, label(difference.there))
    // The finding stands where something is that the other page lacks.
    let (at, other) = difference.here.isEmpty ? (there, here) : (here, there)
    return Finding(
      message, at: at.0, label: at.1, related: [Related("the other guide", at: other.0, label: other.1)],
      help: "make the two agree, or give one of the pages `status: superseded`",
      facts: [twins.task, twins.name] + texts(difference.here) + ["|"] + texts(difference.there))
  }

  /// Whether the two differ only in what one permission is required on, and a page grants it on something else.
  private func isMisplaced(_ difference: ListDifference<Requirement>) -> Bool {
    func names(_ requirements: [Requirement]) -> [String] { requirements.map(\.permission.value).sorted() }
    return names(difference.here) == names(difference.there)
      && (difference.here + difference.there).contains { uncovered.contains($0.permission.place) }
  }

  private func label(_ only: [Requirement]) -> String {
    only.isEmpty ? "nothing beyond the other" : "only here: \(texts(only).joined(separator: ", "))"
  }

  private func texts(_ requirements: [Requirement]) -> [String] {
    requirements.map { requirement in
      let place = requirement.securable == .project ? "" : " on \(requirement.securable.text)"
      return "`\(requirement.permission.value)`\(place)"
    }
    .sorted()
  }

  /// Whether nobody declares it in a service that is documented: a slip, which other rules report.
  private func isUnknown(_ requirement: Requirement, _ platform: String?) -> Bool {
    let name = requirement.permission.value
    if meant.permission(meantBy: name, platform) != nil { return true }
    return catalog.names.permission(name, platform: platform) == nil
      && services[platform ?? ""]?.contains(nameParts(name).service) == true
  }
}

extension Requirement {
  /// Whether both are one requirement, as far as they say what it is on.
  fileprivate func agrees(with other: Requirement) -> Bool {
    guard permission.value == other.permission.value else { return false }
    guard securableSource == .stated, other.securableSource == .stated else { return true }
    return securable.mayBe(other.securable)
  }
}
