import Markdown

extension TableShape {
  /// `Permission | Viewer | Editor` with marks in its cells: who holds what.
  static let matrix = TableShape(
    name: "matrix",
    columns: [
      "permission": permissionHeaders, "description": descriptionHeaders, "stage": ["stage", "launch stage"],
      "notes": ["notes", "note", "comment", "comments", "remarks"],
      "since": ["since", "added in", "introduced in"], "scope": ["scope", "scopes", "applicable scope"],
    ],
    key: "permission", kinds: [.reference],
    fits: { $0.has("permission") && TableShape.hasMarks($0) },
    read: { columns, scope in
      let rows = columns.table.rows.flatMap { row in
        (columns.cell("permission", row).map { cell in
          scope.permissions(in: cell, columns).map { MatrixRow(row: row, cell: cell, name: $0) }
        }) ?? []
      }
      guard !rows.isEmpty else { return [] }
      let permissions = rows.map { Fact.permission(scope.permission($0, columns)) }
      return permissions + scope.roles(columns, rows).map(Fact.role)
    })

  /// Whether the columns that a shape has no name for hold marks and nothing else.
  static func hasMarks(_ columns: TableColumns) -> Bool {
    let roles = columns.roleColumns
    guard !roles.isEmpty else { return false }
    let rows = columns.table.rows.filter { $0.group == nil }
    let cells = rows.flatMap { row in roles.map { row.cells[$0] } }
    let reader = MarkReader(cells, columns.profile)
    return cells.allSatisfy { reader.read($0) != nil } && cells.contains { !$0.isEmpty }
  }
}

/// A row of a matrix and the permission that it is about.
private struct MatrixRow {
  let row: TableView.Row
  let cell: TableCell
  let name: Located<String>
}

extension FactScope {
  fileprivate func permission(_ row: MatrixRow, _ columns: TableColumns) -> PermissionDeclaration {
    let description = columns.cell("description", row.row)
    return PermissionDeclaration(
      platform: platform, name: row.name, stages: stages(columns, row.row, after: row.cell),
      description: description?.passage ?? Passage(text: "", place: row.cell.place, nodes: []), seeAlso: [],
      isMatrixRow: true)
  }

  fileprivate func roles(_ columns: TableColumns, _ rows: [MatrixRow]) -> [RoleDeclaration] {
    let cells = rows.flatMap { row in columns.roleColumns.map { row.row.cells[$0] } }
    let reader = MarkReader(cells, columns.profile, notes: TableNotes(columns.table))
    return columns.roleColumns.flatMap { column -> [RoleDeclaration] in
      let header = RoleHeader(columns.table.headers[column], separators: columns.separators)
      let held = held(in: column, rows, reader, header.condition)
      return header.roles.map { role in
        RoleDeclaration(
          platform: platform, origin: .column, id: role, title: nil, kind: nil, stages: [], description: nil,
          lowestResource: nil, entries: held.entries, conditions: held.conditions, refusals: held.refusals)
      }
    }
  }

  /// What a column has a plain yes for, a yes under a condition, and a written no.
  private func held(
    in column: Int, _ rows: [MatrixRow], _ reader: MarkReader, _ condition: String?
  ) -> (entries: [RoleEntry], conditions: [ConditionalEntry], refusals: [Located<String>]) {
    var entries: [RoleEntry] = []
    var refusals: [Located<String>] = []
    var conditions: [ConditionalEntry] = []
    for row in rows {
      let cell = row.row.cells[column]
      let entry = RoleEntry(kind: .pattern, name: Located(row.name.value, cell.place))
      switch reader.read(cell) {
      case .yes:
        if let condition {
          conditions.append(ConditionalEntry(entry: entry, condition: condition))
        } else {
          entries.append(entry)
        }
      case .conditional(let own):
        let all = [condition, own].compactMap { $0 }.joined(separator: "; ")
        conditions.append(ConditionalEntry(entry: entry, condition: all))
      case .no: if !cell.isEmpty { refusals.append(entry.name) }
      case nil: break
      }
    }
    return (entries, conditions, refusals)
  }
}
