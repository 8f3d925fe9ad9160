extension Rule {
  static let redundantRole = Rule(
    "redundant-role", .guides, .warning,
    "An option assigns a role that another one of its roles takes in, on the same securable or a wider one"
  ) { catalog in
    catalog.guides.filter { !catalog.pages[$0.page].isSuperseded }.flatMap { guide -> [Finding] in
      let platform = catalog.pages[guide.page].platform
      let assigned = guide.assignments.compactMap { assignment in
        catalog.names.role(assignment.role.value, platform: platform).map {
          Assigned(assignment, catalog.roles[$0], $0)
        }
      }
      return assigned.indices.compactMap { index in
        let wider = assigned.indices.first {
          $0 != index && assigned[index].adds(nothingTo: assigned[$0], isLater: index > $0)
        }
        return wider.map { finding(assigned[index], assigned[$0], catalog, guide) }
      }
    }
  }

  private static func finding(_ small: Assigned, _ wide: Assigned, _ catalog: Catalog, _ guide: Guide)
    -> Finding
  {
    let count = small.role.permissions.count
    let securable = wide.assignment.securable
    return Finding(
      "`\(small.role.title)` adds nothing to `\(wide.role.title)`", at: small.assignment.role.place,
      label: count == 1 ? "its one permission …" : "its \(count) permissions …",
      related: [
        Related(
          count == 1
            ? "… is in this role, granted on the same \(securable.kind.rawValue)"
            : "… are all in this role, granted on \(securable == small.assignment.securable ? "the same \(securable.kind.rawValue)" : securable.text)",
          at: wide.assignment.role.place, label: "\(wide.role.permissions.count) permissions")
      ],
      help: "drop `\(small.role.title)`, or `\(wide.role.title)` if the smaller one is enough",
      facts: [catalog.pages[guide.page].path, small.role.id, wide.role.id, securable.text]
        + small.assignment.options.names)
  }
}

/// A role that an option assigns, with what it holds.
private struct Assigned {
  let assignment: RoleAssignment
  let role: Role
  private let index: Int

  init(_ assignment: RoleAssignment, _ role: Role, _ index: Int) {
    self.assignment = assignment
    self.role = role
    self.index = index
  }

  /// Whether the other role gives all that this one does, whenever this one is given. Of two equal ones the
  /// later adds nothing.
  func adds(nothingTo other: Assigned, isLater: Bool) -> Bool {
    guard index != other.index, !role.permissions.isEmpty,
      other.assignment.options.isEmpty || other.assignment.options == assignment.options,
      other.assignment.securable.covers(assignment.securable),
      role.permissions.isSubset(of: other.role.permissions)
    else { return false }
    return role.permissions != other.role.permissions || isLater
  }
}
