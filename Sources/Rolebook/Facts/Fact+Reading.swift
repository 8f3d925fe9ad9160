import Markdown

extension Fact {
  /// Reads what each page states, in parallel.
  static func readAll(_ pages: [Page], settings: Settings, jobs: Int) async -> [[Fact]] {
    let grammars = settings.platforms.mapValues { IDGrammar($0) }
    let plain = IDGrammar(nil)
    return await parallelMap(pages.count, jobs: jobs) { index in
      readAll(pages[index], grammars[pages[index].platform ?? ""] ?? plain, settings)
    }
  }

  /// Reads what one page states. A concept page states nothing; its tables are listed all the same.
  private static func readAll(_ page: Page, _ grammar: IDGrammar, _ settings: Settings) -> [Fact] {
    let scope = FactScope(page: page, outline: PageOutline(page), grammar: grammar)
    let profiles = settings.tables.filter { $0.match.matches(page.path) }
    let tables = page.document.nodes.indices.filter { page.document.nodes[$0].kind == .table }
      .flatMap { readTable($0, scope, profiles, settings) }
    var facts = tables + StepReference.readAll(page).map(Fact.stepReference)
    guard page.kind != .concept else { return facts }
    if page.kind == .reference {
      facts += RoleSection.readAll(scope).map(Fact.role) + RoleChain.readAll(scope).map(Fact.chain)
    }
    if page.kind == .guide {
      facts += UnknownOptions.readAll(scope).map(Fact.unknownOption)
      facts += UnplacedOption.readAll(scope).map(Fact.unplacedOption)
      for step in Step.readAll(page) {
        facts.append(.step(step))
        facts += RoleAssignment.readAll(step, scope).map(Fact.assignment)
      }
    }
    return facts + ScriptBlock.readAll(scope).map(Fact.script)
  }

  /// The facts of a table, and first of all how it was read.
  private static func readTable(
    _ node: Int, _ scope: FactScope, _ profiles: [TableProfile], _ settings: Settings
  )
    -> [Fact]
  {
    let table = TableView(scope.page, node)
    let fitting = TableShape.all.filter { $0.fits(TableColumns(table, $0, profiles: profiles)) }
    var facts: [Fact] = []
    if fitting.count == 1, fitting[0].kinds.contains(scope.page.kind) {
      facts = fitting[0].read(TableColumns(table, fitting[0], profiles: profiles), scope)
    }
    let (reading, reason) = TableReading.judge(table, fitting, facts: facts.count, scope)
    var isUnread = false
    if case .unread = reading { isUnread = true }
    let names = isUnread ? table.rows.compactMap { $0.cells.first?.codes.first?.value } : []
    let read = ReadTable(
      node: node, headers: table.headers.map(\.text), rows: table.rowNodes.count, unreadNames: names,
      reading: reading, unstated: unstated(table, fitting, scope, profiles, settings), reason: reason,
      place: table.place)
    return [.table(read)] + facts
  }
}

extension Fact {
  /// The shape in which a table would state facts if its page said what kind it is.
  private static func unstated(
    _ table: TableView, _ fitting: [TableShape], _ scope: FactScope, _ profiles: [TableProfile],
    _ settings: Settings
  ) -> String? {
    guard scope.page.frontMatter.kind == nil, settings.defaultKind == nil, let shape = fitting.first else {
      return nil
    }
    let facts = shape.read(TableColumns(table, shape, profiles: profiles), scope)
    return facts.isEmpty ? nil : shape.name
  }
}

/// Says what a table was read as, and why.
private enum TableReading {
  static func judge(
    _ table: TableView, _ fitting: [TableShape], facts: Int, _ scope: FactScope
  ) -> (ReadTable.Reading, reason: String) {
    let kind = scope.page.kind
    guard let shape = fitting.first else { return judgeShapeless(table, scope) }
    if fitting.count > 1 {
      let names = fitting.map(\.name)
      return (.ambiguous(names), "its headers fit \(names.map { "`\($0)`" }.joined(separator: " and "))")
    }
    if kind == .concept { return (.plain, "fits `\(shape.name)`, but a concept page states no facts") }
    guard shape.kinds.contains(kind) else {
      return (.plain, "fits `\(shape.name)`, which a \(kind.rawValue) page has no use for")
    }
    if facts == 0, !table.rowNodes.isEmpty {
      let why = "fits `\(shape.name)`, but no row names what its first column should"
      return (.unread(shape.name, why: why), why)
    }
    return (.shape(shape.name, facts: facts), "its headers are those of `\(shape.name)`")
  }

  /// A table whose first column holds ids, under headers that no shape knows, looks like one all the same.
  private static func judgeShapeless(_ table: TableView, _ scope: FactScope) -> (
    ReadTable.Reading, reason: String
  ) {
    guard scope.page.kind != .concept else { return (.plain, "a concept page states no facts") }
    let names = table.rows.compactMap { $0.cells.first?.codes.first?.value }
    guard !names.isEmpty, names.count * 2 >= table.rowNodes.count else {
      return (.plain, "its headers fit no shape")
    }
    let (shape, headers): (String, String)
    if names.allSatisfy({ scope.grammar.isPermission($0) }) {
      (shape, headers) = ("permissions", "`Permission` and `Description`")
    } else if names.allSatisfy({ scope.grammar.isRole($0) }) {
      (shape, headers) = ("roles", "`Role` and one of `Title`, `Description`, `Permissions`")
    } else {
      return (.plain, "its headers fit no shape")
    }
    let why = "its first column holds \(shape), but its headers are not \(headers)"
    return (.unread(shape, why: why), why)
  }
}
