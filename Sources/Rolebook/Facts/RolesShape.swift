import Markdown

extension TableShape {
  /// `Role | Title | Permissions`: declares roles on a reference page; on a guide, the roles to assign.
  static let roles = TableShape(
    name: "roles",
    columns: [
      "role": ["role"], "title": ["title"], "description": ["description", "details"],
      "permissions": ["permissions"], "lowest": ["lowest resource"], "kind": ["kind"], "stage": ["stage"],
      "on": ["on"], "option": ["option"],
    ],
    kinds: [.reference, .guide],
    fits: { columns in
      columns.has("role") && columns.index.count > 1 && !TableShape.isAccess(columns.table)
    },
    read: { columns, scope in
      columns.table.rows.compactMap { row in
        guard let cell = columns.cell("role", row) else { return nil }
        return scope.page.kind == .guide
          ? .assignment(scope.assignment(cell, columns, row)) : scope.role(cell, columns, row).map(Fact.role)
      }
    })
}

extension FactScope {
  /// The role that a row declares: its id in code, or a bare word that is one.
  fileprivate func role(_ cell: TableView.Cell, _ columns: TableColumns, _ row: TableView.Row)
    -> RoleDeclaration?
  {
    let id = cell.name
    guard !id.value.isEmpty, !cell.codes.isEmpty || grammar.isRole(id.value) else { return nil }
    let kind = columns.cell("kind", row)
    return RoleDeclaration(
      platform: platform, origin: .row, id: id,
      title: columns.cell("title", row).map { Located($0.text, $0.place) },
      kind: kind.flatMap { cell in
        RoleDeclaration.Kind(rawValue: cell.text.lowercased()).map { Located($0, cell.place) }
      },
      stages: stages(columns, row, after: cell), description: columns.cell("description", row)?.passage,
      lowestResource: columns.cell("lowest", row).map { Located($0.text, $0.place) },
      entries: columns.cell("permissions", row).map { entries(in: $0) } ?? [])
  }

  /// The patterns of a cell; with "all permissions of" before a role, that role's.
  private func entries(in cell: TableView.Cell) -> [RoleEntry] {
    cell.codes.compactMap { code in
      if grammar.isRole(code.value) { return RoleEntry(kind: .role, name: code) }
      return grammar.isPattern(code.value) ? RoleEntry(kind: .pattern, name: code) : nil
    }
  }

  fileprivate func assignment(
    _ cell: TableView.Cell, _ columns: TableColumns, _ row: TableView.Row
  ) -> RoleAssignment {
    RoleAssignment(
      role: cell.name, title: columns.cell("title", row).map { Located($0.text, $0.place) },
      securable: securable(columns, row), options: options(columns, row), origin: .table,
      securableSource: securableSource(columns, row))
  }
}
