extension Rule {
  static let invalidPrivilege = Rule(
    "invalid-privilege", .sql, .error, "a privilege is granted on a kind of thing that has no such privilege"
  ) { catalog in
    catalog.currentStatingPages.flatMap { page in
      catalog.facts[page].flatMap { fact -> [Finding] in
        guard case .script(let block) = fact, let dialect = block.dialect else { return [] }
        return findInvalidPrivileges(block.statements, dialect)
      }
    }
  }

  static func findInvalidPrivileges(_ statements: [SQLStatement], _ dialect: Dialect) -> [Finding] {
    statements.compactMap { statement in
      // What belongs to another dialect is judged as that.
      guard statement.foreignSyntax == nil, let grant = statement.grant else { return nil }
      for securable in grant.securables {
        let wrong = grant.privileges.filter { securable.value.lacks($0.value, dialect) }
        if !wrong.isEmpty { return invalid(wrong, securable, dialect) }
      }
      return nil
    }
  }

  private static func invalid(
    _ privileges: [SQLName], _ securable: Located<Securable>, _ dialect: Dialect
  ) -> Finding {
    let kind = securable.value.kind.element
    let names = privileges.map(\.value)
    let listed = dialect.privileges(on: kind)?.sorted() ?? []
    return Finding(
      "\(dialect.title) has no \(listInWords(names)) on a \(dialect.word(for: kind))",
      at: privileges[0].place,
      label: listed.count > 4 ? nil : "there is only \(listed.joined(separator: ", "))",
      related: [
        Related(
          securable.value.isSet
            ? "these are \(dialect.word(for: kind))s" : "this is a \(dialect.word(for: kind))",
          at: securable.place)
      ],
      help: cure(names, securable.value, dialect), facts: names + [securable.value.text])
  }

  private static func cure(_ names: [String], _ securable: Securable, _ dialect: Dialect) -> String? {
    let isOnTables = names.allSatisfy { tablePrivileges.contains($0) }
    switch securable.kind.element {
    case .schema where isOnTables && dialect != .databricks:
      return "write `ON ALL TABLES IN SCHEMA \(securable.name)` for the tables in it"
    case .schema where dialect == .snowflake && names == ["CREATE"]:
      return "write what may be created: `CREATE TABLE`, `CREATE VIEW`"
    case .database where isOnTables && dialect == .snowflake:
      return "write `ON ALL TABLES IN DATABASE \(securable.name)` for the tables in it"
    case .table where names == ["USAGE"]:
      return "write `SELECT` to let the table be read; `USAGE` goes on its schema"
    case _ where isOnTables && dialect == .databricks: return "write `MODIFY`, which lets data be changed"
    default: return "drop it, or name the thing that it was meant for"
    }
  }
}

extension SQLStatement {
  /// The privileges that it gives or takes, on what, also by default.
  fileprivate var grant: SQLGrant? {
    switch effect {
    case .grant(let grant), .revoke(let grant): grant
    case .defaultPrivileges(let defaults): defaults.grant
    default: nil
    }
  }
}

extension Dialect {
  fileprivate func word(for kind: Securable.Kind) -> String {
    self == .databricks && kind == .database ? "catalog" : kind.rawValue
  }
}
