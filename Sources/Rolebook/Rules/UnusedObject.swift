extension Rule {
  static let unusedObject = Rule(
    "unused-object", .sql, .info, "something is created or set and never used"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      let claimed = guide.claims.flatMap { [$0.grantee.value, $0.object.value.name] }
      let spoken = Set(claimed.map { $0.lowercased() })
      // What only one choice of options does not use may be meant for the others.
      return guide.faults { $0.idleObjects(spoken: spoken) }.filter(\.options.isEmpty).map {
        $0.fault.value.finding
      }
    }
  }
}

extension IdleObject {
  fileprivate var finding: Finding {
    let name = "\(creation.mention.kindInWords) `\(creation.name)`"
    let isVariable = creation.mention.kind == .variable
    let isAccount = creation.mention.family == .account
    return Finding(
      "\(name) is \(isVariable ? "set and never read" : isAccount ? "created and gets nothing" : "created and never used")",
      at: creation.place,
      related: [Related("the script's grants begin here, and none names it", at: elsewhere)],
      help: isVariable
        ? "drop it, or read it" : isAccount ? "grant it something, or drop it" : "grant its use, or drop it",
      facts: [name])
  }
}
