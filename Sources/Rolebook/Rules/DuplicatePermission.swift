extension Rule {
  static let duplicatePermission = Rule(
    "duplicate-permission", .names, .warning, "A permission is declared more than once"
  ) { catalog in
    catalog.permissions.filter { $0.declarations.count > 1 }.flatMap { permission -> [Finding] in
      let first = permission.declarations[0]
      let told = ToldDescriptions(permission.declarations)
      let stages = ToldStages(permission.declarations)
      return permission.declarations.indices.dropFirst().compactMap { index in
        let again = permission.declarations[index]
        // That an earlier one says otherwise is the graver fault.
        if again.isMatrixRow || told.rival(of: index) != nil || stages.contradict(again) { return nil }
        return Finding(
          "`\(permission.name)` is declared twice", at: again.name.place,
          related: [Related("first declared here", at: first.name.place)],
          help: "keep one of the two", facts: [permission.platform, permission.name])
      }
    }
  }
}

/// The stages that the declarations of one permission give it.
private struct ToldStages {
  private let areMany: Bool
  private let areManyInOne: Bool

  init(_ declarations: [PermissionDeclaration]) {
    areMany = Set(declarations.flatMap(\.stages).map(\.value)).count > 1
    areManyInOne = declarations.contains { Set($0.stages.map(\.value)).count > 1 }
  }

  /// Whether two stages stand in a declaration and another one together.
  func contradict(_ declaration: PermissionDeclaration) -> Bool {
    declaration.stages.isEmpty ? areManyInOne : areMany
  }
}
