extension Rule {
  static let wrongDialect = Rule(
    "wrong-dialect", .sql, .error, "a statement says what only another dialect than the page's has"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide -> [Finding] in
      guard let declared = catalog.pages[guide.page].declaredDialect else { return [] }
      return findWrongDialect(guide.script, declared: declared)
    }
  }

  /// One finding for the same words, with all places where they stand.
  static func findWrongDialect(_ script: Script, declared: Place) -> [Finding] {
    let foreign = script.blocks.filter { $0.dialect == script.dialect }.flatMap(\.statements)
      .compactMap(\.foreignSyntax)
    var order: [String] = []
    let byWords = Dictionary(grouping: foreign) { $0.words }
    for syntax in foreign where !order.contains(syntax.words) { order.append(syntax.words) }
    return order.compactMap { byWords[$0]?.finding(script.dialect, declared) }
  }
}

extension [ForeignSyntax] {
  fileprivate func finding(_ dialect: Dialect, _ declared: Place) -> Finding {
    let syntax = self[0]
    let words = syntax.words.contains(" in ") ? syntax.words : "`\(syntax.words)`"
    let owners = syntax.dialects.map(\.title)
    let others = dropFirst().map { Related("and here", at: $0.place) }
    return Finding(
      "\(words) is not \(dialect.title)", at: syntax.place, label: "this is \(alternativesInWords(owners))",
      related: [Related("the page's SQL is \(dialect.title)", at: declared)] + others,
      help: syntax.cure.map { "write \($0)" } ?? "drop the statement, or correct the page's `dialect`",
      facts: [syntax.words, dialect.rawValue])
  }
}

extension Dialect {
  /// As its maker writes it.
  var title: String {
    switch self {
    case .redshift: "Redshift"
    case .postgres: "PostgreSQL"
    case .snowflake: "Snowflake"
    case .bigquery: "BigQuery"
    case .databricks: "Databricks"
    }
  }
}

/// Words with "or" before the last one.
func alternativesInWords(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " or " + last
}
