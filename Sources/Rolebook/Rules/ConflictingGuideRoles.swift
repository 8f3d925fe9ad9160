extension Rule {
  static let conflictingGuideRoles = Rule(
    "conflicting-guide-roles", .guides, .error,
    "Two current guides of one task assign different roles for the same option"
  ) { catalog in
    let current = catalog.guides.filter { $0.task != nil && !catalog.pages[$0.page].isSuperseded }
    let byTask = Dictionary(grouping: current) { $0.task ?? "" }
    return byTask.keys.sorted().flatMap { task -> [Finding] in
      let guides = byTask[task] ?? []
      return guides.indices.dropFirst().flatMap { later in
        guides[later].options.flatMap { option in
          conflicts(option, of: guides[later], with: guides[..<later], catalog)
        }
      }
    }
  }

  /// The roles of an option against those of the first earlier guide that has the option too.
  private static func conflicts(
    _ option: GuideOption, of guide: Guide, with others: ArraySlice<Guide>, _ catalog: Catalog
  ) -> [Finding] {
    let platform = catalog.pages[guide.page].platform
    for other in others where catalog.pages[other.page].platform == platform {
      guard let twin = other.options.first(where: { $0.id == option.id }), !option.roles.isEmpty,
        !twin.roles.isEmpty
      else { continue }
      let here = AssignedRoles(option, platform, catalog)
      let there = AssignedRoles(twin, platform, catalog)
      guard let mine = here.extra(beyond: there) ?? here.first, here.keys != there.keys else { continue }
      return [
        finding(mine, there.extra(beyond: here) ?? there.first, option, here, there, guide, other, catalog)
      ]
      .compactMap { $0 }
    }
    return []
  }

  private static func finding(
    _ mine: RoleAssignment, _ theirs: RoleAssignment?, _ option: GuideOption, _ here: AssignedRoles,
    _ there: AssignedRoles, _ guide: Guide, _ other: Guide, _ catalog: Catalog
  ) -> Finding? {
    guard let theirs else { return nil }
    let task = guide.task ?? ""
    let name = option.declaration.map { "option `\($0.id.value)` of task `\(task)`" } ?? "task `\(task)`"
    return Finding(
      "two guides assign different roles for \(name)", at: mine.role.place, label: "here: \(here.text)",
      related: [Related("the other guide", at: theirs.role.place, label: "here: \(there.text)")],
      help: "make the two agree, or give one of the pages `status: superseded`",
      facts: [task, option.id, here.text, there.text])
  }
}

/// The roles that one option assigns, by id and securable.
private struct AssignedRoles {
  let keys: Set<String>
  let text: String
  let first: RoleAssignment?
  private let byKey: [String: RoleAssignment]
  private let order: [String]

  init(_ option: GuideOption, _ platform: String?, _ catalog: Catalog) {
    var byKey: [String: RoleAssignment] = [:]
    var order: [String] = []
    for assignment in option.roles {
      guard let role = catalog.names.role(assignment.role.value, platform: platform) else { continue }
      let key =
        "`\(catalog.roles[role].id)`"
        + (assignment.securable == .project ? "" : " on \(assignment.securable.text)")
      if byKey.updateValue(assignment, forKey: key) == nil { order.append(key) }
    }
    self.byKey = byKey
    self.order = order
    keys = Set(order)
    text = order.sorted().joined(separator: ", ")
    first = order.first.flatMap { byKey[$0] }
  }

  /// The first role that the other option lacks.
  func extra(beyond other: AssignedRoles) -> RoleAssignment? {
    order.first { !other.keys.contains($0) }.flatMap { byKey[$0] }
  }
}
