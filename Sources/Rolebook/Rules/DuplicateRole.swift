extension Rule {
  static let duplicateRole = Rule("duplicate-role", .names, .error, "A role is declared more than once") {
    catalog in
    catalog.roles.flatMap { role in
      role.declarations.dropFirst().map { again in
        Finding(
          "`\(role.id)` is declared twice", at: again.id.place,
          related: [Related("first declared here", at: role.declaration.id.place)],
          help: "keep one of the two, with the entries of both if they differ",
          facts: [role.platform, role.id])
      }
    }
  }
}
