import Markdown
import Rolebook

extension Planter {
  /// A row of a permission table is gone.
  static let droppedPermissions = Planter { site, _ in
    site.statements.all.filter { $0.form == .permission }.map { statement in
      let row = site.wholeLines(statement.place)
      let named = site.statements.others(than: statement).filter { !site.isOnLine($0.place, of: row) }
      let isComplete = site.isComplete(statement)
      return Mutation(
        "dropped permission", "the row of `\(statement.name)` is gone", [Edit(row, "")],
        against: isComplete ? named.map(\.place) : [],
        names: [statement.name] + site.holders(of: statement),
        unseen: isComplete
          ? "nothing else names the permission: a wildcard is silent about one that is missing"
          : "the service is not documented in full, so that a name may be missing")
    }
  }

  /// An item of a role's list is gone.
  static let droppedEntries = Planter { site, _ in
    site.statements.all.filter { [.entry, .pattern, .inherited].contains($0.form) }.compactMap { statement in
      guard site.text(site.wholeLines(statement.place)).hasPrefix("- ") else { return nil }
      return Mutation(
        "dropped role entry", "`\(statement.name)` is gone from `\(statement.owner)`",
        [Edit(site.wholeLines(statement.place), "")], against: site.needs(of: statement),
        names: [statement.name, statement.owner],
        unseen: "a role's list is the only place that says what the role holds")
    }
  }

  /// A row of a guide's permission table is gone.
  static let droppedRequirements = Planter { site, _ in
    site.catalog.guides.filter { !site.catalog.pages[$0.page].isSuperseded }.flatMap { guide in
      (guide.requirements + guide.options.flatMap(\.permissions)).map { requirement in
        Mutation(
          "dropped requirement", "the row of `\(requirement.permission.value)` is gone",
          [Edit(site.wholeLines(requirement.permission.place), "")],
          against: site.twins(of: requirement, in: guide), names: [requirement.permission.value],
          unseen: "a permission that a single table of a task asks for")
      }
    }
  }

  /// A row of a guide's roles table is gone.
  static let droppedRoles = Planter { site, _ in
    site.catalog.guides.filter { !site.catalog.pages[$0.page].isSuperseded }.flatMap { guide in
      guide.assignments.filter { $0.origin == .table }.map { assignment in
        Mutation(
          "dropped role", "the row of `\(assignment.role.value)` is gone",
          [Edit(site.wholeLines(assignment.role.place), "")],
          against: site.reminders(of: assignment, in: guide) + site.needs(of: assignment, in: guide),
          names: site.names(of: assignment, in: guide),
          unseen: "a role that a single table of a task assigns")
      }
    }
  }
}

extension CleanSite {
  /// Whether pages document the permission's service in full.
  fileprivate func isComplete(_ statement: Statement) -> Bool {
    let services = catalog.completeServices[statement.platform] ?? []
    return catalog.names.permission(statement.name, platform: statement.platform)
      .map { services.contains(catalog.permissions[$0].service) } ?? false
  }

  /// Where a guide or another declaration needs this entry of its role.
  fileprivate func needs(of statement: Statement) -> [Place] {
    guard let index = catalog.names.role(id: statement.owner, platform: statement.platform) else { return [] }
    let role = catalog.roles[index]
    guard let entry = role.entries.firstIndex(where: { $0.name.place == statement.place }) else { return [] }
    let others = role.entries.indices.filter { $0 != entry }
    let lost = Set(role.gifts[entry]).subtracting(others.flatMap { role.gifts[$0] })
    let again = role.entries.indices.filter { other in
      other != entry && !isSameDeclaration(role, entry, other)
        && !Set(role.gifts[other]).isDisjoint(with: role.gifts[entry])
    }
    return again.map { role.entries[$0].name.place }
      + role.usedBy.flatMap { places(of: lost, neededIn: $0, from: index) }
  }

  private func isSameDeclaration(_ role: Role, _ one: Int, _ other: Int) -> Bool {
    role.declarations.contains { declaration in
      let places = Set(declaration.entries.map(\.name.place))
      return places.contains(role.entries[one].name.place) && places.contains(role.entries[other].name.place)
    }
  }

  /// The guide's requirements of these permissions that only this role meets.
  private func places(of lost: Set<Int>, neededIn index: Int, from role: Int) -> [Place] {
    let guide = catalog.guides[index]
    return catalog.pages[guide.page].isSuperseded ? [] : places(of: lost, neededIn: guide, from: role)
  }

  /// The guide's requirements that only this role of its roles meets.
  fileprivate func needs(of assignment: RoleAssignment, in guide: Guide) -> [Place] {
    guard let role = catalog.names.role(assignment.role.value, on: catalog.pages[guide.page]) else {
      return []
    }
    let permissions = Set(catalog.roles[role].permissions.indices)
    return places(of: permissions, neededIn: guide, from: role, options: assignment.options)
  }

  private func places(
    of lost: Set<Int>, neededIn guide: Guide, from role: Int, options: OptionScope? = nil
  ) -> [Place] {
    let page = catalog.pages[guide.page]
    let given = guide.assignments.compactMap { assignment in
      catalog.names.role(assignment.role.value, on: page).map { (role: $0, options: assignment.options) }
    }
    return guide.measure.filter { requirement in
      guard let permission = catalog.names.permission(requirement.permission.value, platform: page.platform),
        lost.contains(permission)
      else { return false }
      return given.contains { one in
        let others = given.filter { $0.role != role && $0.options == one.options }
        return one.role == role && one.options == options ?? one.options
          && !guide.holds(requirement, in: one.options)
          && !others.contains { catalog.roles[$0.role].permissions.contains(permission) }
      }
    }.map(\.permission.place)
  }

  /// The same permission for the same task, in another table of the guide or in another guide of the task.
  fileprivate func twins(of requirement: Requirement, in guide: Guide) -> [Place] {
    currentGuides(like: guide).flatMap { $0.requirements + $0.options.flatMap(\.permissions) }.filter {
      $0.permission.value == requirement.permission.value
        && $0.permission.place != requirement.permission.place
    }.map(\.permission.place)
  }

  /// The same role in a step of the option, in SQL, or in another guide of the task.
  func twins(of assignment: RoleAssignment, in guide: Guide) -> [Place] {
    let page = catalog.pages[guide.page]
    let role = catalog.names.role(assignment.role.value, on: page)
    let assigned = currentGuides(like: guide).flatMap { other in
      facts(of: other).filter { $0.options == assignment.options && $0.role.place != assignment.role.place }
    }
    return assigned.filter { catalog.names.role($0.role.value, on: page) == role }.map(\.role.place)
  }

  /// What still says that an option assigns the role when its row is gone. Where it is the only row, the steps
  /// and the SQL are left as the whole truth.
  fileprivate func reminders(of assignment: RoleAssignment, in guide: Guide) -> [Place] {
    let places = twins(of: assignment, in: guide) + grants(of: assignment, in: guide)
    let isOnly = !guide.assignments.contains {
      $0.origin == .table && $0.options == assignment.options && $0.role.place != assignment.role.place
    }
    return isOnly ? places.filter { $0.file != assignment.role.place.file } : places
  }

  /// The page's statements that grant the role.
  func grants(of assignment: RoleAssignment, in guide: Guide) -> [Place] {
    let names = names(of: assignment, in: guide)
    return (ScriptPage(guide.page, of: self)?.statements ?? []).filter { statement in
      statement.privileges.contains { names.contains($0.value) }
    }.map(\.place)
  }

  /// All assignments that the guide's page states, steps too.
  private func facts(of guide: Guide) -> [RoleAssignment] {
    catalog.facts[guide.page].compactMap { fact in
      guard case .assignment(let assignment) = fact else { return nil }
      return assignment
    }
  }

  private func currentGuides(like guide: Guide) -> [Guide] {
    catalog.guides.filter { other in
      other.page == guide.page
        || guide.task != nil && other.task == guide.task && !catalog.pages[other.page].isSuperseded
    }
  }

  /// The role's id and title.
  func names(of assignment: RoleAssignment, in guide: Guide) -> [String] {
    let role = catalog.names.role(assignment.role.value, on: catalog.pages[guide.page])
    return [assignment.role.value] + (role.map { [catalog.roles[$0].id, catalog.roles[$0].title] } ?? [])
  }
}

extension Guide {
  /// Whether a custom role of these options holds the permission anyway.
  fileprivate func holds(_ requirement: Requirement, in scope: OptionScope) -> Bool {
    options.flatMap(\.permissions).contains {
      $0.options == scope && $0.permission.value == requirement.permission.value
    }
  }

  /// What its options are measured by: its own tables, else those of its one custom role.
  fileprivate var measure: [Requirement] {
    if !requirements.isEmpty { return requirements }
    let tables = options.map(\.permissions).filter { !$0.isEmpty }
    return tables.count == 1 ? tables[0] : []
  }
}
