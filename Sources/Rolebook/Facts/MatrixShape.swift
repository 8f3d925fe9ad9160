import Markdown

extension TableShape {
  /// `Permission | Viewer | Editor` with marks in its cells: who holds what.
  static let matrix = TableShape(
    name: "matrix",
    columns: [
      "permission": ["permission", "action"], "description": ["description", "details"], "stage": ["stage"],
    ],
    kinds: [.reference],
    fits: { $0.has("permission") && TableShape.hasMarks($0) },
    read: { columns, scope in
      let rows = columns.table.rows.compactMap { row in
        columns.cell("permission", row).map { (row: row, name: $0) }
      }.filter { scope.grammar.isPermission($0.name.name.value) }
      guard !rows.isEmpty else { return [] }
      let permissions = rows.map { Fact.permission(scope.permission($0.name, columns, $0.row)) }
      return permissions + columns.roles.map { .role(scope.role(column: $0, columns, rows)) }
    })

  /// Whether each column that a shape has no name for holds marks, and there is one.
  static func hasMarks(_ columns: TableColumns) -> Bool {
    let roles = columns.roles
    return !roles.isEmpty
      && roles.allSatisfy { column in
        var isMarked = false
        let holdsOnlyMarks = columns.table.allSatisfy(inColumn: column) { cell in
          if cell.isEmpty { return true }
          isMarked = true
          return Mark(reading: cell.text, columns.profile) != nil
        }
        return isMarked && holdsOnlyMarks
      }
  }
}

extension TableColumns {
  /// The columns of a matrix that may be roles: `Supported: Yes` is a property of the permission.
  fileprivate var roles: [Int] {
    let names = table.headerNames
    return others.filter { !Self.properties.contains(String(names[$0].prefix { !$0.isWhitespace })) }
  }

  /// What the header of a property starts with.
  private static let properties: Set<String> = [
    "supported", "available", "availability", "enabled", "default", "required", "optional", "deprecated",
    "ga",
    "beta", "alpha", "preview", "experimental", "new",
  ]
}

/// What a cell of a matrix says.
enum Mark {
  case yes, no, conditional

  /// Nil where the text is no mark. A mark with more beside it holds under a condition.
  init?(reading text: String, _ profiles: [TableProfile]) {
    let word = text.prefix { !$0.isWhitespace && $0 != "(" && $0 != "[" }
    let isAlone = word.count == text.count
    if Self.yesWords.contains(word.lowercased()) || profiles.contains(where: { $0.yes.contains(text) }) {
      self = isAlone ? .yes : .conditional
    } else if Self.noWords.contains(word.lowercased()) || profiles.contains(where: { $0.no.contains(text) }) {
      self = .no
    } else {
      return nil
    }
  }

  private static let yesWords: Set<String> = [
    "✓", "✔", "✔️", "✅", "☑", "☑️", "x", "yes", "y", "●", ":white_check_mark:",
  ]
  private static let noWords: Set<String> = ["✗", "✘", "❌", "✖", "✖️", "–", "—", "-", "no", "n", ":x:"]
}

extension FactScope {
  fileprivate func permission(
    _ cell: TableView.Cell, _ columns: TableColumns, _ row: TableView.Row
  ) -> PermissionDeclaration {
    let description = columns.cell("description", row)
    return PermissionDeclaration(
      platform: platform, name: cell.name, stages: stages(columns, row, after: cell),
      description: description?.passage ?? Passage(text: "", place: cell.place, nodes: []), seeAlso: [],
      isMatrixRow: true)
  }

  /// The role of a column, which holds the permissions that it has a plain yes for.
  fileprivate func role(
    column: Int, _ columns: TableColumns, _ rows: [(row: TableView.Row, name: TableView.Cell)]
  ) -> RoleDeclaration {
    let header = columns.table.headers[column]
    func names(marked mark: Mark) -> [Located<String>] {
      rows.filter { Mark(reading: $0.row.cells[column].text, columns.profile) == mark }
        .map { Located($0.name.name.value, $0.row.cells[column].place) }
    }
    return RoleDeclaration(
      platform: platform, origin: .column, id: header.name, title: nil, kind: nil, stages: [],
      description: nil, lowestResource: nil,
      entries: names(marked: .yes).map { RoleEntry(kind: .pattern, name: $0) },
      refusals: names(marked: .no))
  }
}
