extension Rule {
  static let undefinedVariable = Rule(
    "undefined-variable", .sql, .error, "a statement reads a variable that nothing has set"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      guide.faults(\.unsetVariables).map { $0.fault.value.finding(choiceInWords($0.options)) }
    }
  }
}

extension UnsetVariable {
  fileprivate func finding(_ choice: String) -> Finding {
    let name = reads[0].name
    let others = reads.dropFirst().map { Related("and read here", at: $0.place) }
    let isAlike = closest(to: name, among: [setting.name.lowercased()]) != nil
    return Finding(
      "variable `\(name)` is read before anything sets it\(choice)", at: reads[0].place,
      related: [
        Related(isLate ? "it is set only here" : "the script sets `\(setting.name)` here", at: setting.place)
      ]
        + others,
      help: isLate
        ? "set it first" : isAlike ? "did you mean `\(setting.name)`?" : "set it with the others",
      facts: [name])
  }
}
