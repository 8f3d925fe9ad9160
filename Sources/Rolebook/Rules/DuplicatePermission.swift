extension Rule {
  static let duplicatePermission = Rule(
    "duplicate-permission", .names, .warning, "A permission is declared more than once"
  ) { catalog in
    catalog.permissions.flatMap { permission in
      permission.declarations.dropFirst().map { again in
        Finding(
          "`\(permission.name)` is declared twice", at: again.name.place,
          related: [Related("first declared here", at: permission.declarations[0].name.place)],
          help: "keep one of the two", facts: [permission.platform, permission.name])
      }
    }
  }
}
