import Markdown

extension Fact {
  /// Reads what each page states, in parallel; of pages that are as before, that is known.
  static func readAll(_ pages: [Page], settings: Settings, earlier: Earlier?, jobs: Int) async -> [[Fact]] {
    let grammars = settings.platforms.mapValues { IDGrammar($0) }
    let plain = IDGrammar(nil)
    let read = { @Sendable (index: Int) in
      readAll(pages[index], grammars[pages[index].platform ?? ""] ?? plain, settings)
    }
    guard let earlier else { return await parallelMap(pages.count, jobs: jobs, read) }
    var facts = earlier.catalog.readFacts
    for page in earlier.changed { facts[page] = read(page) }
    return facts
  }

  /// Reads what one page states. A concept page states nothing; its tables are listed all the same.
  private static func readAll(_ page: Page, _ grammar: IDGrammar, _ settings: Settings) -> [Fact] {
    let scope = FactScope(page: page, outline: PageOutline(page), grammar: grammar)
    let profiles = settings.tables.filter { $0.match.matches(page.path) }
    let tables = TableView.all(of: page).flatMap { readTable($0, scope, profiles, settings) }
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
    _ table: TableView, _ scope: FactScope, _ profiles: [TableProfile], _ settings: Settings
  ) -> [Fact] {
    let fitting = TableShape.all.compactMap { shape in
      let columns = TableColumns(table, shape, profiles: profiles)
      return shape.fits(columns) ? (shape: shape, columns: columns) : nil
    }
    var facts: [Fact] = []
    if fitting.count == 1, let only = fitting.first, only.shape.kinds.contains(scope.page.kind) {
      facts = only.shape.read(only.columns, scope.refined(by: only.columns.profile))
    }
    let judge = TableReading(table, fitting.map(\.shape), facts, scope)
    let (reading, reason) = judge.verdict
    var isUnread = false
    if case .unread = reading { isUnread = true }
    let read = ReadTable(
      node: table.pageNode, headers: table.headers.map(\.text), rows: table.rowNodes.count,
      unreadNames: isUnread ? judge.names : [], reading: reading,
      unstated: unstated(fitting.first, scope, settings), reason: reason, place: table.place,
      head: table.head)
    return [.table(read)] + facts
  }

  /// The shape in which a table would state facts if its page said what kind it is.
  private static func unstated(
    _ fitting: (shape: TableShape, columns: TableColumns)?, _ scope: FactScope, _ settings: Settings
  ) -> String? {
    guard scope.page.frontMatter.kind == nil, settings.defaultKind == nil, let (shape, columns) = fitting
    else {
      return nil
    }
    return shape.read(columns, scope.refined(by: columns.profile)).isEmpty ? nil : shape.name
  }
}

extension TableView {
  /// The tables of a page in the order they stand.
  static func all(of page: Page) -> [TableView] {
    let piped = page.document.indices(of: .table).map { TableView(page, $0) }
    guard page.document.hasHTML else { return piped }
    let written = page.document.htmlTables().map { TableView(page, $0) }
    return written.isEmpty ? piped : (piped + written).sorted { $0.pageNode < $1.pageNode }
  }
}
