/// Statements on a schema that run in another database than the one it lies in.
struct MisplacedStatement {
  let uses: [SymbolTable.Entry]
  let creation: SymbolTable.Entry
  /// Where the schema lies, and where the statements run.
  let home: Located<String>
  let elsewhere: Located<String>
}

extension SymbolTable {
  var misplacedStatements: [ScriptFault<MisplacedStatement>] {
    guard dialect != .bigquery else { return [] }
    var seen: Set<Place> = []
    return entries.compactMap { entry in
      guard entry.mention.act == .create, entry.mention.family == .schema, !entry.name.contains("."),
        !entry.mention.name.isPlaceholder, seen.insert(entry.place).inserted, let home = entry.database,
        existing(like: entry.mention) == nil, !dialect.brings(entry.mention)
      else { return nil }
      let homes = creations(of: entry.mention).map { $0.database?.value.lowercased() }
      guard !homes.contains(nil), !isPlaceholder(home.value),
        creations(of: entry.mention)[0].place == entry.place
      else { return nil }
      let uses = entries(like: entry.mention).filter { use in
        guard use.needsItsThing, !use.name.contains("."), let database = use.database else { return false }
        return !isPlaceholder(database.value) && !homes.contains(database.value.lowercased())
      }
      guard let first = uses.first, let elsewhere = first.database else { return nil }
      return ScriptFault(
        places: [first.place, entry.place],
        value: MisplacedStatement(uses: uses, creation: entry, home: home, elsewhere: elsewhere))
    }
  }
}
