extension Rule {
  static let useBeforeCreate = Rule(
    "use-before-create", .sql, .error, "a statement uses what the script creates only later"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      guide.faults(\.earlyUses).map { $0.fault.value.finding(choiceInWords($0.options)) }
    }
  }
}

extension EarlyUse {
  fileprivate func finding(_ choice: String) -> Finding {
    let mention = creation.mention
    let name = "\(mention.kindInWords) `\(mention.name.value)`"
    let later = uses.dropFirst().map { Related("it is used here too", at: $0.place) }
    var finding = Finding(
      "\(name) is used before it is created\(choice)", at: uses[0].place, label: "does not exist yet",
      related: [Related("it is created only here", at: creation.place)] + later,
      help: "create it first, or list it in `existing` if the reader has it already", facts: [name])
    // With `IF NOT EXISTS` the page allows that it exists already.
    if mention.guardedBy == .ifNotExists { finding.severity = .warning }
    return finding
  }
}

/// Options as a message ends with them: empty where every choice is meant.
func choiceInWords(_ options: [String]) -> String {
  options.isEmpty ? "" : " with \(optionsInWords(options))"
}
