import Markdown

extension TableShape {
  /// `Permission | Description`: declares permissions on a reference page, requires them on a guide.
  static let permissions = TableShape(
    name: "permissions",
    columns: [
      "permission": permissionHeaders, "description": descriptionHeaders, "stage": ["stage", "launch stage"],
      "on": ["on"], "option": ["option"],
    ],
    key: "permission", kinds: [.reference, .guide],
    fits: { $0.has("permission") && $0.has("description") && !TableShape.hasMarks($0) },
    read: { columns, scope in
      columns.table.rows.flatMap { row -> [Fact] in
        guard let cell = columns.cell("permission", row) else { return [] }
        let names = scope.permissions(in: cell, columns)
        return scope.page.kind == .guide
          ? names.map { .requirement(scope.requirement($0, columns, row)) }
          : names.map { .permission(scope.permission($0, cell, columns, row)) }
      }
    })
}

extension TableShape {
  /// What authors call the column of permissions.
  static let permissionHeaders = [
    "permission", "action", "privilege", "permission name", "permission id", "iam permission",
    "required permission",
  ]
  /// What they call the column that says what each is good for.
  static let descriptionHeaders = ["description", "details", "purpose", "what it allows", "allows"]
}

extension FactScope {
  fileprivate func permission(
    _ name: Located<String>, _ cell: TableCell, _ columns: TableColumns, _ row: TableView.Row
  ) -> PermissionDeclaration {
    let description = columns.cell("description", row)
    return PermissionDeclaration(
      platform: platform, name: name, stages: stages(columns, row, after: cell),
      description: description?.passage ?? Passage(text: "", place: row.place, nodes: []),
      seeAlso: description?.codes.filter { grammar.isPermission($0.value) && $0.value != name.value } ?? [])
  }

  fileprivate func requirement(
    _ name: Located<String>, _ columns: TableColumns, _ row: TableView.Row
  ) -> Requirement {
    Requirement(
      permission: name, securable: securable(columns, row),
      purpose: columns.cell("description", row)?.text ?? "",
      options: options(columns, row), securableSource: securableSource(columns, row))
  }
}
