/// A thing that statements use before the script creates it.
struct EarlyUse {
  let creation: SymbolTable.Entry
  /// In order; the first one leads.
  let uses: [SymbolTable.Entry]
}

extension SymbolTable {
  /// What is used before it is created; nothing that may exist before the script has run.
  var earlyUses: [ScriptFault<EarlyUse>] {
    var seen: Set<Place> = []
    return entries.compactMap { entry in
      guard entry.mention.act == .create, entry.mention.kind != .variable else { return nil }
      let likes = entries(like: entry.mention)
      guard let creation = likes.first(where: { $0.mention.act == .create }),
        seen.insert(creation.place).inserted,
        !mayExistBefore(creation, likes)
      else { return nil }
      let uses = likes.filter { $0.order < creation.order && $0.needsItsThing }
      guard let first = uses.first else { return nil }
      return ScriptFault(
        places: [first.place, creation.place], value: EarlyUse(creation: creation, uses: uses))
    }
  }

  private func mayExistBefore(_ creation: Entry, _ likes: [Entry]) -> Bool {
    let mention = creation.mention
    if mention.name.isPlaceholder || mention.guardedBy == .orReplace || dialect.brings(mention) {
      return true
    }
    if existing(like: mention) != nil { return true }
    return likes.contains { $0.mention.act == .drop && $0.order < creation.order }
  }
}

extension SymbolTable.Entry {
  /// Whether its statement fails where the thing does not exist.
  var needsItsThing: Bool {
    switch mention.act {
    case .enter, .use, .receive: mention.guardedBy == nil && !mention.name.isPlaceholder
    case .create, .drop, .refer, .set, .read: false
    }
  }
}
