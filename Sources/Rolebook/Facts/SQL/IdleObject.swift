/// Something that the script creates or sets and never uses.
struct IdleObject {
  let creation: SymbolTable.Entry
  /// The first statement that grants anything, or for a variable the one after it.
  let elsewhere: Place
}

extension SymbolTable {
  /// Accounts that get nothing, warehouses and variables that nothing names; nothing where the script grants
  /// nothing. `spoken` are names that the page speaks of elsewhere, in lower case.
  func idleObjects(spoken: Set<String>) -> [ScriptFault<IdleObject>] {
    guard let grant = entries.first(where: { $0.mention.act == .receive }) else { return [] }
    let near = undefinedNames
    let said = StatementWords(statements)
    return entries.compactMap { entry in
      guard mayBeUnused(entry), !spoken.contains(entry.name.lowercased()),
        said.isOnly(entry.name, entry.order),
        !near.contains(where: { isSlip($0.mention.name.value, of: entry.name) })
      else { return nil }
      let elsewhere = statement(of: grant).place
      return ScriptFault(
        places: [entry.place, elsewhere], value: IdleObject(creation: entry, elsewhere: elsewhere))
    }
  }

  private func mayBeUnused(_ entry: Entry) -> Bool {
    guard !entry.mention.name.isPlaceholder, !entry.name.contains("."), existing(like: entry.mention) == nil
    else { return false }
    switch (entry.mention.act, entry.mention.family) {
    case (.create, .account): return !statement(of: entry).givesRightsItself
    case (.create, .warehouse): return true
    case (.set, .variable): return dialect == .snowflake
    default: return false
    }
  }
}

extension SQLStatement {
  /// Whether a `CREATE` gives its account rights or roles by itself.
  fileprivate var givesRightsItself: Bool {
    if !memberships.isEmpty || traits.contains(.isSuperuser) { return true }
    let words = Set(text.uppercased().split { !$0.isLetter && $0 != "_" }.map(String.init))
    return !words.isDisjoint(with: [
      "CREATEDB", "CREATEROLE", "REPLICATION", "BYPASSRLS", "SYSLOG", "AUTHENTICATION",
    ])
  }
}
