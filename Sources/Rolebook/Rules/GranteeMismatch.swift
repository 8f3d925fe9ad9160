extension Rule {
  static let granteeMismatch = Rule(
    "grantee-mismatch", .sql, .error, "a statement grants to somebody else than the script has in mind"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      guide.faults(\.mismatchedGrantees).map { fault, options in
        fault.value.finding(choiceInWords(options), guide.script.dialect)
      }
    }
  }
}

extension MismatchedGrantee {
  fileprivate func finding(_ choice: String, _ dialect: Dialect) -> Finding {
    switch self {
    case .slip(let uses, let definition): slip(uses, definition, choice)
    case .otherKind(let entry, let definition): otherKind(entry, definition, choice, dialect)
    case .half(let entry, let schema, let user, let usage): half(entry, schema, user, usage, choice)
    }
  }

  private func slip(
    _ uses: [SymbolTable.Entry], _ definition: SymbolTable.Definition, _ choice: String
  ) -> Finding {
    // The statements agree with each other against the front matter.
    let isOutvoted = definition.isExisting && uses.count > 1
    return Finding(
      "`\(uses[0].name)` is granted access, but the page knows only `\(definition.name)`\(choice)",
      at: uses[0].place, label: "nothing creates it",
      related: [definition.related] + uses.dropFirst().map { Related("it is named here too", at: $0.place) },
      help: isOutvoted ? "write `\(uses[0].name)` in `existing`" : "write `\(definition.name)`",
      fix: isOutvoted ? nil : Fix(isSafe: false, edits: uses.map { Edit($0.place, definition.name) }),
      facts: [uses[0].name, definition.name])
  }

  private func otherKind(
    _ entry: SymbolTable.Entry, _ definition: SymbolTable.Definition, _ choice: String, _ dialect: Dialect
  ) -> Finding {
    let word =
      definition.kind == .user && dialect == .redshift ? "" : definition.kind.rawValue.uppercased() + " "
    return Finding(
      "`\(entry.name)` is a \(definition.kind.rawValue), but named as a \(entry.mention.kindInWords)\(choice)",
      at: entry.place, related: [definition.related], help: "write `\(word)\(definition.name)`",
      facts: [entry.name, entry.mention.kindInWords, definition.kind.rawValue])
  }

  private func half(
    _ entry: SymbolTable.Entry, _ schema: String, _ user: SQLName, _ usage: Place, _ choice: String
  ) -> Finding {
    Finding(
      "`\(entry.name)` gets a right in schema `\(schema)`, but only `\(user.value)` may use it\(choice)",
      at: entry.place, label: "nothing creates it, or gives it more",
      related: [Related("`\(user.value)` may use the schema, and has no right on its tables", at: usage)],
      help: "write `\(user.value)`, or list `\(entry.name)` in `existing` and let it use the schema",
      facts: [entry.name, schema, user.value])
  }
}

extension SymbolTable.Definition {
  /// The place that brings it in, with words for it.
  var related: Related {
    Related("\(kind.rawValue) `\(name)` is \(isExisting ? "listed" : "created") here", at: place)
  }
}
