extension Rule {
  static let undefinedObject = Rule(
    "undefined-object", .sql, .warning, "a statement uses what is neither created nor listed in `existing`"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      guide.faults(\.undefinedObjects).map { $0.fault.value.finding(choiceInWords($0.options)) }
    }
  }
}

extension SymbolTable {
  /// But those that `grantee-mismatch` speaks of.
  var undefinedObjects: [ScriptFault<UndefinedName>] {
    let mismatched = Set(mismatchedGrantees.map { $0.places[0] })
    return undefinedNames.filter { !mismatched.contains($0.uses[0].place) }.map {
      ScriptFault(places: [$0.uses[0].place], value: $0)
    }
  }
}

extension UndefinedName {
  fileprivate func finding(_ choice: String) -> Finding {
    let name = "\(mention.kindInWords) `\(mention.name.value)`"
    return Finding(
      message(name) + choice, at: uses[0].place,
      related: [beside] + uses.dropFirst().map { Related("it is used here too", at: $0.place) }, help: help,
      facts: [name])
  }

  private func message(_ name: String) -> String {
    if case .database = suspicion {
      return "`\(mention.name.value)` is used as a schema, and holds a database"
    }
    return "\(name) is neither created nor listed in `existing`"
  }

  private var beside: Related {
    switch suspicion {
    case .database(let entry, _): Related("used as a database here", at: entry.place)
    case .slip(let definition), .unlisted(let definition): definition.related
    case .oddOneOut(let siblings):
      Related("\(siblings.count) other statements name `\(siblings[0].name)`, as here", at: siblings[0].place)
    }
  }

  private var help: String {
    let kind = mention.kind?.rawValue ?? "user"
    let listing = "list `\(kind) \(mention.name.value)` in `existing`"
    return switch suspicion {
    case .database(_, let sibling):
      "write `\(sibling.name)`, as other statements do, or set a variable of its own"
    case .slip(let definition): "did you mean `\(definition.name)`?"
    case .oddOneOut(let siblings): "write `\(siblings[0].name)`, or \(listing)"
    case .unlisted: "create it, or \(listing)"
    }
  }
}
