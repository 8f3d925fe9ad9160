extension Rule {
  static let conflictingRole = Rule(
    "conflicting-role", .names, .error, "Two places say different things of one role"
  ) { catalog in
    let reach = EntryReach(catalog)
    let declared = catalog.roles.flatMap { role in
      role.repeats.compactMap { again, first in
        RoleConflict(of: again, with: first, reach).map { finding($0, role) }
      }
    }
    return declared + MatrixConflict.all(of: catalog).map(\.finding)
  }

  private static func finding(_ conflict: RoleConflict, _ role: Role) -> Finding {
    let main = conflict.differences[0]
    let others = conflict.differences.dropFirst().flatMap {
      [
        Related("its \($0.what) differs too", at: $0.here.place, label: $0.here.value),
        Related("from this one", at: $0.there.place, label: $0.there.value),
      ]
    }
    return Finding(
      "`\(role.id)` is declared twice, with different \(main.plural)", at: main.here.place,
      label: main.here.value,
      related: [Related("the other declaration", at: main.there.place, label: main.there.value)] + others,
      help: "make the two agree, or keep one of them",
      facts: [role.platform, role.id] + conflict.differences.flatMap { [$0.here.value, $0.there.value] })
  }
}

extension RoleConflict.Difference {
  fileprivate var plural: String { what.hasSuffix("s") ? what : what + "s" }
}

extension Role {
  /// Each later declaration of the role that could be held against the first one, in the order of the pages.
  var repeats: [(again: RoleDeclaration, first: RoleDeclaration)] {
    let written = declarations.filter { $0.origin != .column }
      .sorted { ($0.id.place.file, $0.id.place.span.start) < ($1.id.place.file, $1.id.place.span.start) }
    guard let first = written.first else { return [] }
    return written.dropFirst().map { ($0, first) }
  }
}
