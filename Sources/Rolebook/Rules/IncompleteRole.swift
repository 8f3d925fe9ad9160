extension Rule {
  static let incompleteRole = Rule(
    "incomplete-role", .names, .info, "A role lacks a field that nearly all roles of its page have"
  ) { catalog in
    catalog.currentStatingPages.flatMap { page -> [Finding] in
      let roles = catalog.facts[page].compactMap(\.listedRole)
      return RoleField.all.compactMap { finding($0, roles, catalog.pages[page].path) }
    }
  }

  private static func finding(_ field: RoleField, _ roles: [RoleDeclaration], _ path: String) -> Finding? {
    let lacking = roles.filter { field.place($0) == nil }
    guard let first = lacking.first, roles.count - lacking.count >= 3, lacking.count * 5 <= roles.count + 1,
      let sibling = roles.first(where: { field.place($0) != nil }), let place = field.place(sibling)
    else { return nil }
    let names = namesInWords(lacking.map(\.id.value))
    return Finding(
      "\(names) \(lacking.count == 1 ? "has" : "have") no \(field.name)", at: first.id.place,
      label: "\(roles.count - lacking.count) of \(roles.count) roles on this page have one",
      related: [Related("as here", at: place)]
        + lacking.dropFirst().prefix(3).map { Related("it is missing here too", at: $0.id.place) },
      help: "add it", facts: [path, field.name] + lacking.map(\.id.value))
  }
}

/// A field that roles may state.
private struct RoleField: Sendable {
  let name: String
  /// Where a role states it.
  let place: @Sendable (RoleDeclaration) -> Place?

  static let all = [
    RoleField(name: "title") { $0.title?.place },
    RoleField(name: "kind") { $0.kind?.place },
    RoleField(name: "lowest resource") { $0.lowestResource?.place },
    RoleField(name: "description") { $0.description?.place },
  ]
}

extension Fact {
  /// The role that a section or a row declares; a heading that only speaks of one declares nothing of it.
  fileprivate var listedRole: RoleDeclaration? {
    guard case .role(let role) = self, role.origin != .column,
      !role.entries.isEmpty || role.title != nil || role.kind != nil
    else { return nil }
    return role
  }
}
