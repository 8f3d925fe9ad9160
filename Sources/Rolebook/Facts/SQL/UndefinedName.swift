/// A name that the script uses, and that neither the script nor the page's `existing` brings in.
struct UndefinedName {
  /// In order; the first one leads.
  let uses: [SymbolTable.Entry]
  let suspicion: Suspicion

  /// What speaks for a fault.
  enum Suspicion {
    /// It is another name with a slip.
    case slip(of: SymbolTable.Definition)
    /// The other statements name this placeholder or variable in its place.
    case oddOneOut(of: [SymbolTable.Entry])
    /// Other statements use the variable as a database, and another variable as what it stands for here.
    case database(SymbolTable.Entry, beside: SymbolTable.Entry)
    /// The page says of its things where they come from, as of this one.
    case unlisted(beside: SymbolTable.Definition)
  }

  var mention: SQLMention { uses[0].mention }
  var isGrantee: Bool { mention.family == .account && uses.contains { $0.mention.act == .receive } }
}

extension SymbolTable {
  /// The names of accounts, databases, schemas and warehouses that come from nowhere.
  var undefinedNames: [UndefinedName] {
    var seen: Set<Place> = []
    let placeholders = PlaceholderUses(entries)
    return entries.compactMap { entry in
      guard isJudged(entry), seen.insert(entry.place).inserted, isUndefined(entry.mention) else { return nil }
      let uses = entries(like: entry.mention).filter(isJudged)
      seen.formUnion(uses.map(\.place))
      return suspicion(of: uses, placeholders).map { UndefinedName(uses: uses, suspicion: $0) }
    } + misusedVariables
  }

  /// Variables that hold a database and are used as a schema, where another one is used as a schema too.
  private var misusedVariables: [UndefinedName] {
    let variables = entries.filter { $0.name.hasPrefix("$") && !$0.name.contains(".") }
    let databases = Dictionary(variables.filter { $0.mention.family == .database }.map { ($0.name, $0) }) {
      first, _ in first
    }
    let schemas = variables.filter { $0.mention.family == .schema }
    let made = Set(schemas.filter { $0.mention.act == .create }.map(\.name))
    guard let right = schemas.first(where: { databases[$0.name] == nil }) else { return [] }
    let wrong = Dictionary(grouping: schemas.filter { databases[$0.name] != nil && !made.contains($0.name) })
    {
      $0.name
    }
    return wrong.keys.sorted().compactMap { name in
      guard let uses = wrong[name], let database = databases[name] else { return nil }
      return UndefinedName(uses: uses, suspicion: .database(database, beside: right))
    }
  }

  /// Whether an entry needs a thing that somebody must bring in.
  private func isJudged(_ entry: Entry) -> Bool {
    switch entry.mention.act {
    case .create, .drop, .set, .read: return false
    case .enter, .use, .receive, .refer: break
    }
    return entry.mention.family != .variable && entry.mention.guardedBy == nil
      && !entry.mention.name.isPlaceholder && !entry.name.isEmpty
  }

  /// Whether a page that brings in such things brings in all it names. Tables are many, and the principals of
  /// BigQuery and Databricks live outside SQL.
  private func isListed(_ family: ScriptObject.Kind.Family) -> Bool {
    switch family {
    case .table, .variable: false
    case .account: dialect != .bigquery && dialect != .databricks
    case .database, .schema, .warehouse: true
    }
  }

  private func isUndefined(_ mention: SQLMention) -> Bool {
    !dialect.brings(mention) && creations(of: mention).isEmpty && existing(like: mention) == nil
  }

  private func suspicion(of uses: [Entry], _ placeholders: PlaceholderUses) -> UndefinedName.Suspicion? {
    let mention = uses[0].mention
    let definitions = definitions[mention.family] ?? []
    let near = definitions.first { definition in
      isSlip(mention.name.value, of: definition.name) && (isListed(mention.family) || isIdle(definition))
    }
    if let near { return .slip(of: near) }
    guard isListed(mention.family) else { return nil }
    let siblings = placeholders.siblings(of: mention)
    if uses.count == 1, definitions.isEmpty, !siblings.isEmpty { return .oddOneOut(of: siblings) }
    guard let definition = definitions.first(where: { !isPlaceholder($0.name) }) else { return nil }
    // Only `existing` shows that a page means to list what its readers have.
    if !existing.isEmpty { return .unlisted(beside: definition) }
    let isPartOfSetup = uses.contains { $0.mention.act == .receive || $0.mention.kind == .role }
    return mention.family == .account && isPartOfSetup ? .unlisted(beside: definition) : nil
  }

  /// Whether no statement names what the front matter says is there.
  private func isIdle(_ definition: Definition) -> Bool {
    definition.isExisting
      && entries(named: definition.name, definition.kind.family).isEmpty
  }
}

/// Where statements name variables and placeholders, by what they do with which sort of thing.
private struct PlaceholderUses {
  private struct Use: Hashable {
    let family: ScriptObject.Kind.Family
    let act: SQLMention.Act
  }

  private let entries: [Use: [SymbolTable.Entry]]

  init(_ entries: [SymbolTable.Entry]) {
    self.entries = Dictionary(grouping: entries.filter(\.mention.name.isPlaceholder)) {
      Use(family: $0.mention.family, act: $0.mention.act)
    }.filter { $0.value.count >= 3 && Set($0.value.map(\.name)).count == 1 }
  }

  /// Three uses or more of one variable or placeholder where no other one is used.
  func siblings(of mention: SQLMention) -> [SymbolTable.Entry] {
    entries[Use(family: mention.family, act: mention.act)] ?? []
  }
}
