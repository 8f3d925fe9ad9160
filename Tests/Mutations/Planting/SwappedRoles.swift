import Markdown
import Rolebook

extension Planter {
  /// Another role's id stands in a guide's roles table or its SQL.
  static let swappedRoles = Planter { site, random in
    site.catalog.guides.filter { !site.catalog.pages[$0.page].isSuperseded }.flatMap { guide in
      guide.assignments.filter { $0.origin == .table }.compactMap { assignment in
        guard let (place, other) = site.swap(assignment, in: guide, by: \.id, &random) else { return nil }
        let title = assignment.title.map { _ in site.declaredTitle(of: assignment, in: guide) } ?? []
        return Mutation(
          "swapped role in a table", "`\(assignment.role.value)` becomes `\(other.id)`",
          [Edit(place, other.id)],
          against: title + site.twins(of: assignment, in: guide) + site.grants(of: assignment, in: guide),
          names: site.names(of: assignment, in: guide) + [other.id, other.title],
          reach: [site.wholePage(guide.page)],
          unseen: "a role that a single table of a task assigns")
      }
    }
  }

  /// Another role's title stands in a guide's step.
  static let swappedSteps = Planter { site, random in
    site.catalog.guides.filter { !site.catalog.pages[$0.page].isSuperseded }.flatMap { guide in
      site.catalog.facts[guide.page].compactMap { fact -> Mutation? in
        guard case .assignment(let step) = fact, step.origin == .step,
          let (place, other) = site.swap(step, in: guide, by: \.title, &random)
        else { return nil }
        return Mutation(
          "swapped role in a step", "`\(step.role.value)` becomes `\(other.title)`",
          [Edit(place, other.title)],
          against: site.twins(of: step, in: guide),
          names: site.names(of: step, in: guide) + [other.id, other.title],
          reach: [site.wholePage(guide.page)],
          unseen: "no table says which role the step assigns")
      }
    }
  }

  /// A role's title changes where it is declared or beside its id in a guide.
  static let changedTitles = Planter { site, random in
    site.statements.all.filter { $0.form == .title || $0.form == .assignedTitle }.compactMap { statement in
      guard let place = site.place(of: statement.name, in: statement.place),
        let written = Slip.ofLetters.randomElement(using: &random)?.made(in: statement.name, &random)
      else { return nil }
      let owner = site.role(of: statement)?.id ?? statement.owner
      let same = site.statements.others(than: statement).filter { $0.form == .prose || $0.owner == owner }
      return Mutation(
        "changed title", "`\(statement.name)` becomes `\(written)`", [Edit(place, written)],
        against: same.map(\.place).filter { !site.isOnLine($0, of: place) },
        names: [statement.name, written, owner],
        unseen: "no other place gives the role's title")
    }
  }
}

extension CleanSite {
  /// Where the role is named in the guide, and another role of the platform to stand there.
  fileprivate func swap(
    _ assignment: RoleAssignment, in guide: Guide, by name: KeyPath<Role, String>, _ random: inout SplitMix64
  ) -> (Place, Role)? {
    let page = catalog.pages[guide.page]
    guard let index = catalog.names.role(assignment.role.value, on: page),
      let place = place(of: assignment.role.value, in: assignment.role.place)
    else { return nil }
    let others = catalog.roles.filter { $0.platform == page.platform && $0.id != catalog.roles[index].id }
    return others.randomElement(using: &random).map { (place, $0) }
  }

  fileprivate func declaredTitle(of assignment: RoleAssignment, in guide: Guide) -> [Place] {
    let role = catalog.names.role(assignment.role.value, on: catalog.pages[guide.page])
    return role.flatMap { catalog.roles[$0].declaration.title?.place }.map { [$0] } ?? []
  }
}
