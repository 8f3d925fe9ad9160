extension Rule {
  static let unreadSQL = Rule(
    "unread-sql", .sql, .info,
    "a statement is not understood, so that nothing is known of the access it gives"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      findUnreadSQL(guide.script.statements, claims: guide.claims, path: catalog.pages[guide.page].path)
    }
  }

  /// One finding for all statements of a page that are not read for one reason.
  static func findUnreadSQL(_ statements: [SQLStatement], claims: [Claim], path: String) -> [Finding] {
    var reasons: [String] = []
    var unread: [String: [UnreadStatement]] = [:]
    for statement in statements {
      guard case .unread(let reason) = statement.effect, statement.foreignSyntax == nil else { continue }
      if unread[reason.value] == nil { reasons.append(reason.value) }
      unread[reason.value, default: []].append(UnreadStatement(statement: statement, word: reason.place))
    }
    return reasons.map { finding($0, unread[$0] ?? [], claims, path) }
  }

  private static func finding(
    _ reason: String, _ statements: [UnreadStatement], _ claims: [Claim], _ path: String
  ) -> Finding {
    let count = statements.count
    let message = count == 1 ? "a statement is not read" : "\(count) statements are not read"
    return Finding(
      "\(message): \(reason)", at: statements[0].word,
      label: "nothing is known of the access that it gives",
      related: related(statements, claims),
      help: "write what it grants as plain `GRANT` statements if the page depends on it",
      facts: [path, reason])
  }

  /// The statement, a claim that may hang on it, and the first few that are like it.
  private static func related(_ statements: [UnreadStatement], _ claims: [Claim]) -> [Related] {
    let first = statements[0].statement
    let words = StatementWords([first])
    let named = claims.first {
      words.mayName($0.grantee.value) || words.mayName($0.object.value.name)
    }.map {
      Related("this claim may depend on it", at: $0.row)
    }
    let others = statements.dropFirst().prefix(4).map {
      Related("and so is this one", at: $0.statement.place)
    }
    return [Related("it is kept as text", at: first.place)] + (named.map { [$0] } ?? []) + others
  }
}

private struct UnreadStatement {
  let statement: SQLStatement
  /// Where reading it stopped.
  let word: Place
}
