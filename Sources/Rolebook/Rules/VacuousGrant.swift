extension Rule {
  static let vacuousGrant = Rule(
    "vacuous-grant", .sql, .info, "a statement grants access to all tables of a schema that is still empty"
  ) { catalog in
    catalog.judgedGuides.flatMap { findVacuousGrants($0.script, $0.access) }
  }

  static func findVacuousGrants(_ script: Script, _ access: [ScriptAccess]) -> [Finding] {
    let blocks = blocksOfStatements(script)
    var seen: Set<Place> = []
    return access.flatMap { access in
      access.granted.vacuousGrants(blocks).map(finding).filter { seen.insert($0.place).inserted }
    }
  }

  private static func blocksOfStatements(_ script: Script) -> [Place: Int] {
    var blocks: [Place: Int] = [:]
    for (index, block) in script.blocks.enumerated() {
      for statement in block.statements { blocks[statement.place] = index }
    }
    return blocks
  }

  private static func finding(_ grant: VacuousGrant) -> Finding {
    let schema = grant.event.securable.name
    let later = grant.later.map { [Related("the tables to come are granted here", at: $0.place)] } ?? []
    return Finding(
      "`\(grant.event.privilege)` is granted on all tables in schema `\(schema)`, which has none yet",
      at: grant.event.securablePlace, label: "reaches no table",
      related: [Related("the schema is made here, and nothing is put into it before", at: grant.creation)]
        + later,
      help: grant.later == nil
        ? "grant it on the tables to come: `\(grant.cure)`" : "drop it, or grant it once there are tables",
      facts: [grant.event.grantee, grant.event.privilege, schema])
  }
}

private struct VacuousGrant {
  let event: GrantedAccess.Event
  let creation: Place
  /// What grants the tables to come to the same grantee.
  let later: SQLStatement?
  let cure: String
}

extension GrantedAccess {
  /// `blocks` says in which code block each statement stands.
  fileprivate func vacuousGrants(_ blocks: [Place: Int]) -> [VacuousGrant] {
    let created = Dictionary(grouping: freshSchemas) { lastPart($0.name) }
    guard !created.isEmpty else { return [] }
    let fillers = Fillers(statements)
    return events.filter { !$0.isRevoke && $0.securable.kind == .allTables && !$0.includesFutureTables }
      .compactMap { event in
        let schema = event.securable.name
        guard !event.securable.isInDatabase,
          let creation = created[lastPart(schema)]?.last(where: {
            $0.order < event.order && namesMatch($0.name, schema)
          }),
          !fillers.mayFill(schema, creation.order + 1..<event.order)
        else { return nil }
        let place = statements[creation.order].place
        // Between two blocks a reader may wait for others to fill the schema.
        if blocks[place] != blocks[event.statement.place], mayBeFilled(schema, before: event.order) {
          return nil
        }
        return VacuousGrant(
          event: event, creation: place, later: grantOfTablesToCome(event), cure: cure(event, schema))
      }
  }

  /// The schemas that the script makes anew, with the index of the statement.
  private var freshSchemas: [(name: String, order: Int)] {
    statements.enumerated().compactMap { order, statement in
      guard case .createSchema(let name, _) = statement.effect, !statement.traits.contains(.mayHoldMore),
        !hasSchema(name.value, isExisting: true)
      else { return nil }
      return (name.value, order)
    }
  }

  /// Whether somebody who can log in may create tables in the schema by then.
  private func mayBeFilled(_ schema: String, before order: Int) -> Bool {
    let member = Set(memberships.filter { $0.order < order }.map(\.role))
    let permitted = index.events(near: Securable(.schema, schema), wide: false).map { events[$0] }.filter {
      $0.order < order && !$0.isRevoke && $0.securable.kind == .schema
        && namesMatch($0.securable.name, schema)
        && ($0.privilege == "ALL" || $0.privilege.hasPrefix("CREATE") || $0.privilege == "OWNERSHIP")
    }
    return permitted.contains { isUser($0.grantee) || member.contains($0.grantee) }
      || ownerships.contains { namesMatch($0.securable.name, schema) && isUser($0.owner) }
  }

  private func grantOfTablesToCome(_ event: Event) -> SQLStatement? {
    let given = defaults.first {
      !$0.isRevoke && $0.grantee == event.grantee && $0.reaches(event.securable.name)
    }
    let future = index.events(of: event.grantee).lazy.map { events[$0] }.first {
      !$0.isRevoke && $0.securable.isFuture
        && namesMatch($0.securable.name, event.securable.name)
    }
    return given?.statement ?? future?.statement
  }

  private func cure(_ event: Event, _ schema: String) -> String {
    cures([AccessNeed(event.privilege, Securable(.futureTables, schema))], event.grantee).first ?? ""
  }
}

/// The statements that make tables in a schema, or may do so.
private struct Fillers {
  private let statements: [SQLStatement]
  /// The statements that make tables, ascending.
  private let tables: [Int]
  private let words: StatementWords
  private let orders: [Int]

  init(_ statements: [SQLStatement]) {
    self.statements = statements
    tables = statements.indices.filter {
      if case .createTable = statements[$0].effect { true } else { false }
    }
    orders = statements.indices.filter {
      switch statements[$0].effect {
      case .other, .unread: true
      default: false
      }
    }
    words = StatementWords(orders.map { statements[$0] })
  }

  func mayFill(_ schema: String, _ range: Range<Int>) -> Bool {
    let first = tables.partitioningIndex { $0 >= range.lowerBound }
    let made = tables[first...].prefix { $0 < range.upperBound }
    return made.contains { makesTable($0, in: schema) }
      || words.mayName(lastPart(schema), in: positions(range))
  }

  private func makesTable(_ index: Int, in schema: String) -> Bool {
    guard case .createTable(let name) = statements[index].effect else { return false }
    return Securable(.table, name.value).schema.map { namesMatch($0, schema) } ?? true
  }

  /// The positions of a range of statements among those whose effect is unknown.
  private func positions(_ range: Range<Int>) -> Range<Int> {
    let first = orders.partitioningIndex { $0 >= range.lowerBound }
    return first..<max(first, orders.partitioningIndex { $0 >= range.upperBound })
  }
}
