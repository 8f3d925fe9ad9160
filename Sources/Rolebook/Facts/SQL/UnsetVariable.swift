/// A variable that is read where nothing has set it, in a script that sets variables.
struct UnsetVariable {
  let reads: [SymbolTable.Entry]
  /// The statement that sets it too late, else one that sets a name like it, else the first that sets any.
  let setting: SymbolTable.Entry

  var isLate: Bool { setting.name.lowercased() == reads[0].name }
}

extension SymbolTable {
  var unsetVariables: [ScriptFault<UnsetVariable>] {
    let settings = entries.filter { $0.mention.act == .set }
    guard let first = settings.first else { return [] }
    let setAt = Dictionary(settings.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    let reads = entries.filter { $0.mention.act == .read }
    let usesBraces = reads.contains { $0.mention.name.isPlaceholder && setAt[$0.name] != nil }
    let unset = reads.filter { read in setAt[read.name].map { $0.order > read.order } ?? true }
    let byName = Dictionary(grouping: unset) { $0.name }
    return byName.values.compactMap { reads in
      let near = setAt[reads[0].name] ?? settings.first { isSlip(reads[0].name, of: $0.name.lowercased()) }
      // A client may set psql's variables, and a template's braces may be for the reader to fill in.
      let isSure = dialect == .snowflake && (!reads[0].mention.name.isPlaceholder || usesBraces)
      let likely = closest(to: reads[0].name, among: setAt.keys.sorted()).flatMap { setAt[$0] }
      guard let setting = near ?? (isSure ? likely ?? first : nil) else { return nil }
      return ScriptFault(
        places: [reads[0].place, setting.place], value: UnsetVariable(reads: reads, setting: setting))
    }.sorted { $0.places[0].span.start < $1.places[0].span.start }
  }
}
