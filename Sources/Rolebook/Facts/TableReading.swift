/// Says what a table was read as, and why.
struct TableReading {
  private let table: TableView
  private let fitting: [TableShape]
  private let facts: [Fact]
  private let scope: FactScope
  /// The names in code that the first column holds.
  let names: [String]

  init(_ table: TableView, _ fitting: [TableShape], _ facts: [Fact], _ scope: FactScope) {
    self.table = table
    self.fitting = fitting
    self.facts = facts
    self.scope = scope
    let isRead = !facts.isEmpty || scope.page.kind == .concept
    names = isRead ? [] : table.rows.compactMap { $0.cells.first?.codes.first?.value }
  }

  var verdict: (ReadTable.Reading, reason: String) {
    let kind = scope.page.kind
    guard let shape = fitting.first else { return shapeless }
    if fitting.count > 1 {
      let names = fitting.map(\.name)
      return (.ambiguous(names), "its headers fit \(names.map { "`\($0)`" }.joined(separator: " and "))")
    }
    if kind == .concept { return (.plain, "fits `\(shape.name)`, but a concept page states no facts") }
    guard shape.kinds.contains(kind) else {
      return (.plain, "fits `\(shape.name)`, which a \(kind.rawValue) page has no use for")
    }
    if facts.isEmpty, !table.rowNodes.isEmpty { return nothing(as: shape) }
    return (.shape(shape.name, facts: facts.count), "its headers are those of `\(shape.name)`" + unreadRows)
  }

  /// A table that fits a shape and yields nothing. `Action` and `Privilege` head tables of many kinds: where none
  /// of their cells looks like an id, the table is an ordinary one.
  private func nothing(as shape: TableShape) -> (ReadTable.Reading, reason: String) {
    let columns = TableColumns(table, shape, profiles: [])
    let column = columns.index[shape.key] ?? 0
    let header = table.headers[column].text
    let kind = shape.key == "role" ? "role" : "permission"
    let why =
      shape.name == TableShape.access.name
      ? "fits `access`, but no row names a role, an access and an object that are known"
      : "fits `\(shape.name)`, but nothing below `\(header)` is the id of a \(kind)"
    let isCertain =
      !["action", "privilege"].contains(table.headerNames[column]) || shape.name != "permissions"
    return isCertain || holdsIDs(column) ? (.unread(shape.name, why: why), why) : (.plain, why)
  }

  /// Whether a cell of a column has a dot or a colon inside a word of code.
  private func holdsIDs(_ column: Int) -> Bool {
    table.rows.contains { row in
      row.cells[column].codes.contains { code in
        code.value.utf8.dropFirst().dropLast().contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
      }
    }
  }

  /// Rows that state nothing, counted: those that group others, and those that name nothing.
  private var unreadRows: String {
    let starts = facts.flatMap(\.places).map(\.span.start).sorted()
    let unread = table.rows.filter { row in
      let index = starts.partitioningIndex { $0 >= row.place.span.start }
      return index == starts.count || starts[index] >= max(row.place.span.end, row.place.span.start + 1)
    }
    let groups = unread.filter { $0.group != nil }.count
    let others = unread.count - groups
    var text = ""
    if groups > 0 { text += "; \(groups) \(groups == 1 ? "row groups" : "rows group") those below" }
    if others > 0 { text += "; \(others) \(others == 1 ? "row names" : "rows name") nothing" }
    return text
  }

  // MARK: Tables without a shape

  /// A table whose first column holds ids, under headers that no shape knows, looks like one all the same.
  private var shapeless: (ReadTable.Reading, reason: String) {
    guard scope.page.kind != .concept else { return (.plain, "a concept page states no facts") }
    let nothing = (ReadTable.Reading.plain, "its headers fit no shape")
    let matrix = TableColumns(table, .matrix, profiles: [])
    if matrix.has("permission"), !matrix.others.isEmpty, matrix.roleColumns.isEmpty {
      return (.plain, "its columns say where or how a permission works, not which role holds it")
    }
    guard !names.isEmpty, names.count * 2 >= table.rowNodes.count else { return nothing }
    let (shape, headers): (String, String)
    if names.allSatisfy({ scope.grammar.isPermission($0) }), arePermissions {
      (shape, headers) = ("permissions", "`Permission` and `Description`")
    } else if names.allSatisfy({ scope.grammar.isRole($0) }) {
      (shape, headers) = ("roles", "`Role` and one of `Title`, `Description`, `Permissions`")
    } else {
      return nothing
    }
    let why = "its first column holds \(shape), but its headers are not \(headers)"
    return (.unread(shape, why: why), why)
  }

  /// Dotted names may be settings or metrics as well: under the default grammar, most must end in a verb or a
  /// header must speak of permissions.
  private var arePermissions: Bool {
    if scope.grammar.isOfPlatform { return true }
    let words = table.headerNames.flatMap { $0.split { !$0.isLetter } }
    if words.contains(where: { Self.words.contains(String($0)) }) { return true }
    return names.filter { Self.endsInVerb($0) }.count * 2 >= names.count
  }

  private static let words: Set<String> = ["permission", "permissions", "privilege", "privileges"]

  private static func endsInVerb(_ name: String) -> Bool {
    let verb = nameParts(name).verb
    return verbs.contains { verb.hasPrefix($0) }
  }

  private static let verbs = [
    "get", "list", "create", "update", "delete", "set", "use", "read", "write", "view", "edit", "add",
    "remove",
    "manage", "import", "export", "search", "approve", "invoke", "run", "cancel", "attach", "detach",
    "access",
  ]
}

extension Fact {
  /// Where a fact of a table names what it is about.
  fileprivate var places: [Place] {
    switch self {
    case .permission(let permission): [permission.name.place]
    case .role(let role):
      [role.id.place] + role.entries.map(\.name.place) + role.conditions.map(\.entry.name.place)
    case .requirement(let requirement): [requirement.permission.place]
    case .assignment(let assignment): [assignment.role.place]
    case .claim(let claim): [claim.row]
    default: []
    }
  }
}
