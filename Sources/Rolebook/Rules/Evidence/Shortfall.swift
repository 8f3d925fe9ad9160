/// What a choice of options fails to grant, list by list.
struct Shortfall {
  let options: [String]
  let lists: [(gaps: [PermissionGap], related: [Related])]
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
      let gaps = list.coverage.compactMap { coverage -> PermissionGap? in
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
          own.dropFirst().reduce(into: PermissionGap(securable: coverage.securable, requirements: [first])) {
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
}

extension Combination {
  /// A choice that grants nothing at all leaves the granting to the reader, and is not judged.
  fileprivate var grantsAnything: Bool { coverage.contains { !$0.granted.isEmpty } }
}
