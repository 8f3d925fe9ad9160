import Markdown

extension TableShape {
  /// `Role | Access | Object`: claims that the page's SQL must prove.
  static let access = TableShape(
    name: "access",
    columns: [
      "role": ["role", "grantee", "user"], "access": ["access"], "object": ["object"], "option": ["option"],
    ],
    key: "role", kinds: [.guide],
    fits: { $0.has("role") && $0.has("access") && $0.has("object") },
    read: { columns, scope in
      columns.table.rows.compactMap { row in scope.claim(columns, row).map(Fact.claim) }
    })

  static func isAccess(_ table: TableView) -> Bool {
    access.fits(TableColumns(table, access, profiles: []))
  }
}

extension FactScope {
  fileprivate func claim(_ columns: TableColumns, _ row: TableView.Row) -> Claim? {
    guard let role = columns.cell("role", row), let access = columns.cell("access", row),
      let object = columns.cell("object", row), let right = Access(reading: access.text),
      let securable = Securable(reading: object.text)
    else { return nil }
    return Claim(
      grantee: role.name, access: Located(right, access.place), object: Located(securable, object.place),
      options: options(columns, row), row: row.place)
  }
}
