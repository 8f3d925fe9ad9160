extension Rule {
  static let wrongDatabase = Rule(
    "wrong-database", .sql, .warning, "a statement on a schema runs in another database than the schema's"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      guide.faults(\.misplacedStatements).map { $0.fault.value.finding(choiceInWords($0.options)) }
    }
  }
}

extension MisplacedStatement {
  fileprivate func finding(_ choice: String) -> Finding {
    let name = uses[0].name
    let others = uses.dropFirst().map { Related("it is used here too", at: $0.place) }
    return Finding(
      "schema `\(name)` lies in database `\(home.value)`, but this runs in `\(elsewhere.value)`\(choice)",
      at: uses[0].place,
      related: [
        Related("the schema is created here", at: creation.place),
        Related("and this is where its database is said", at: home.place),
        Related("these statements run in `\(elsewhere.value)`", at: elsewhere.place),
      ] + others,
      help: "run it in `\(home.value)`", facts: [name, home.value, elsewhere.value])
  }
}
