extension Rule {
  static let duplicateRole = Rule("duplicate-role", .names, .error, "A role is declared more than once") {
    catalog in
    let reach = EntryReach(catalog)
    return catalog.roles.flatMap { role in
      role.repeats.compactMap { again, first -> Finding? in
        guard !again.isOverview(beside: first), RoleConflict(of: again, with: first, reach) == nil else {
          return nil
        }
        return Finding(
          "`\(role.id)` is declared twice", at: again.id.place,
          related: [Related("first declared here", at: first.id.place)],
          help: "keep one of the two, with the entries of both if they differ",
          facts: [role.platform, role.id])
      }
    }
  }
}

extension RoleDeclaration {
  /// Whether one of the two only lists the role and leaves what it holds to the other.
  fileprivate func isOverview(beside other: RoleDeclaration) -> Bool {
    entries.isEmpty != other.entries.isEmpty
      || (entries.isEmpty && (id.place.file != other.id.place.file || origin != other.origin))
  }
}
