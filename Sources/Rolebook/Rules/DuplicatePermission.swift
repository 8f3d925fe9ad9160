extension Rule {
  static let duplicatePermission = Rule(
    "duplicate-permission", .names, .warning, "A permission is declared more than once"
  ) { catalog in
    catalog.permissions.flatMap { permission -> [Finding] in
      let first = permission.declarations.first
      return permission.declarations.dropFirst().compactMap { again in
        guard let first, !again.isMatrixRow, !permission.isContradicted(by: again) else { return nil }
        return Finding(
          "`\(permission.name)` is declared twice", at: again.name.place,
          related: [Related("first declared here", at: first.name.place)],
          help: "keep one of the two", facts: [permission.platform, permission.name])
      }
    }
  }
}

extension Permission {
  /// Whether an earlier declaration says otherwise, which is the graver fault.
  fileprivate func isContradicted(by again: PermissionDeclaration) -> Bool {
    declarations.contains { other in
      let stages = other.stages + again.stages
      return other.conflicts(with: again) || stages.contains { $0.value != stages[0].value }
    }
  }
}
