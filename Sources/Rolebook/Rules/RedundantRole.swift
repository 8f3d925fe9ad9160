extension Rule {
  static let redundantRole = Rule(
    "redundant-role", .guides, .warning,
    "An option assigns a role that another one of its roles takes in, on the same securable or a wider one"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide -> [Finding] in
      let counted = Set(guide.assignments.map(\.role.place))
      let given = distinct(
        guide.given.filter { !$0.isOffered && ($0.source == .statement || counted.contains($0.place)) })
      let isAlone = Set(given.compactMap(\.grantee)).count < 2
      return given.indices.compactMap { index in
        let wider = given.indices.first { other in
          other != index && (isAlone || given[index].grantee == given[other].grantee)
            && given[index].adds(nothingTo: given[other], isLater: index > other, catalog)
        }
        return wider.map { finding(given[index], given[$0], catalog, guide) }
      }
    }
  }

  /// What a table says, steps and statements repeat: one of them speaks.
  private static func distinct(_ given: [GivenRole]) -> [GivenRole] {
    given.enumerated().filter { index, role in
      !given[..<index].contains { $0.isSame(as: role) }
    }
    .map(\.element)
  }

  private static func finding(_ small: GivenRole, _ wide: GivenRole, _ catalog: Catalog, _ guide: Guide)
    -> Finding
  {
    let (narrow, large) = (catalog.roles[small.role], catalog.roles[wide.role])
    let count = narrow.permissions.count
    let isSame = wide.securable == small.securable
    let place = isSame ? "the same \(wide.securable.kind.rawValue)" : wide.securable.text
    let (one, other) = small.names(beside: wide, narrow, large)
    return Finding(
      "\(one) adds nothing to \(other)", at: small.place,
      label: count == 1 ? "its one permission …" : "its \(count) permissions …",
      related: [
        Related(
          "… \(count == 1 ? "is" : "are all") in this role, granted on \(place)", at: wide.place,
          label: large.permissions.count == 1 ? "1 permission" : "\(large.permissions.count) permissions")
      ],
      help: "drop \(one), or \(other) if the smaller one is enough",
      facts: [catalog.pages[guide.page].path, narrow.id, large.id, wide.securable.text] + small.options.names)
  }
}

extension GivenRole {
  /// Whether both say one thing, for options that one of them takes in.
  fileprivate func isSame(as other: GivenRole) -> Bool {
    agrees(with: other) && (grantee == nil || other.grantee == nil || grantee == other.grantee)
      && (other.options.implies(options) || options.implies(other.options))
  }

  /// Whether the other role gives all that this one does, whenever this one is given. Of two equal ones the
  /// later adds nothing.
  fileprivate func adds(nothingTo other: GivenRole, isLater: Bool, _ catalog: Catalog) -> Bool {
    let (mine, theirs) = (catalog.roles[role].permissions, catalog.roles[other.role].permissions)
    guard rival == nil, other.rival == nil, !mine.isEmpty, options.implies(other.options),
      other.securable.covers(securable),
      mine.isSubset(of: theirs)
    else { return false }
    if role == other.role {
      return other.securable != securable && securableSource == .stated && other.securableSource == .stated
    }
    return mine != theirs || isLater || other.securable != securable
  }

  /// Both by title; one role on two securables with them.
  fileprivate func names(beside other: GivenRole, _ mine: Role, _ theirs: Role) -> (String, String) {
    guard role == other.role else { return ("`\(mine.title)`", "`\(theirs.title)`") }
    return ("`\(mine.title)` on \(securable.text)", "`\(theirs.title)` on \(other.securable.text)")
  }
}
