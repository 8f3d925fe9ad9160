import Markdown

extension TableShape {
  /// `Role | Title | Permissions`: declares roles on a reference page; on a guide, the roles to assign.
  static let roles = TableShape(
    name: "roles",
    columns: [
      "role": [
        "role", "role name", "basic role", "fixed role", "predefined role", "built-in role", "builtin role",
        "default role", "system role", "iam role",
      ],
      "id": ["id", "uid", "uuid", "role id", "role uid", "role uuid", "identifier"],
      "title": ["title", "role title", "display name"], "description": ["description", "details"],
      "permissions": [
        "permissions", "included permissions", "associated fixed roles", "associated roles",
      ],
      "inherits": ["inherits", "inherits from", "included roles", "includes roles"],
      "lowest": [
        "lowest resource", "lowest-level resource", "lowest-level resources", "lowest level resource",
      ],
      "kind": ["kind"], "stage": ["stage", "launch stage"], "on": ["on"], "option": ["option"],
    ],
    key: "role", kinds: [.reference, .guide],
    fits: { columns in
      columns.has("role") && columns.index.count > 1 && !TableShape.isAccess(columns.table)
    },
    read: { columns, scope in
      scope.page.kind == .guide
        ? columns.table.rows.flatMap { scope.assignments(columns, $0).map(Fact.assignment) }
        : scope.roles(columns).map(Fact.role)
    })
}

extension FactScope {
  // MARK: Declaring

  /// The roles of all rows. A row without a name goes on with the roles of the one above.
  fileprivate func roles(_ columns: TableColumns) -> [RoleDeclaration] {
    var roles: [RoleDeclaration] = []
    var open = 0..<0
    for row in columns.table.rows {
      if let cell = columns.cell("role", row) {
        let declared = declarations(cell, columns, row)
        open = roles.count..<roles.count + declared.count
        roles += declared
      } else {
        let more = entries(columns, row)
        for index in open {
          roles[index].entries += more.entries
          roles[index].conditions += more.conditions
        }
      }
    }
    return roles
  }

  private func declarations(
    _ cell: TableCell, _ columns: TableColumns, _ row: TableView.Row
  ) -> [RoleDeclaration] {
    let names = RoleNames(cell, id: columns.cell("id", row), grammar, separators: columns.separators)
    let kind = columns.cell("kind", row)
    let held = entries(columns, row)
    return names.ids.map { id in
      RoleDeclaration(
        platform: platform, origin: .row, id: id,
        title: columns.cell("title", row).map { Located($0.text, $0.place) } ?? names.title,
        kind: kind.flatMap { cell in
          RoleDeclaration.Kind(rawValue: cell.text.lowercased()).map { Located($0, cell.place) }
        },
        stages: stages(columns, row, after: cell), description: columns.cell("description", row)?.passage,
        lowestResource: columns.cell("lowest", row).map { Located($0.text, $0.place) },
        entries: held.entries, conditions: held.conditions)
    }
  }

  private func entries(
    _ columns: TableColumns, _ row: TableView.Row
  ) -> (entries: [RoleEntry], conditions: [ConditionalEntry]) {
    let readers = ["permissions", "inherits"].compactMap { column in
      columns.cell(column, row).map {
        HeldReader($0, grammar, separators: columns.separators, holdsRoles: column == "inherits")
      }
    }
    return (readers.flatMap(\.entries), readers.flatMap(\.conditions))
  }

  // MARK: Assigning

  fileprivate func assignments(_ columns: TableColumns, _ row: TableView.Row) -> [RoleAssignment] {
    guard let cell = columns.cell("role", row) else { return [] }
    let ids = RoleNames(cell, id: columns.cell("id", row), grammar, separators: columns.separators).ids
    return (ids.isEmpty ? [cell.name] : ids).map { role in
      RoleAssignment(
        role: role, title: columns.cell("title", row).map { Located($0.text, $0.place) },
        securable: securable(columns, row), options: options(columns, row), origin: .table,
        securableSource: securableSource(columns, row))
    }
  }
}
