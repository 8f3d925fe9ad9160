extension Rule {
  static let unknownFrontMatterKey = Rule(
    "unknown-front-matter-key", .pages, .warning,
    "A page's front matter or `rolebook.yml` has a key that nobody knows"
  ) { catalog in
    let problems = catalog.settings.problems + catalog.pages.flatMap(\.frontMatter.problems)
    let keys = problems.compactMap { problem -> Finding? in
      guard case .unknownKey(let key, let suggestion) = problem.fault else { return nil }
      let path = catalog.files[Int(problem.place.file)].path
      return Finding(
        "unknown key `\(key)`", at: problem.place,
        help: suggestion.map { "did you mean `\($0)`?" }
          ?? "drop it, or name it in `front_matter_keys` if another tool reads it",
        fix: suggestion.map { Fix(isSafe: false, edits: [Edit(problem.place, $0)]) }, facts: [path, key])
    }
    return keys + unknownRules(catalog)
  }

  /// A level for a rule that does not exist changes nothing.
  private static func unknownRules(_ catalog: Catalog) -> [Finding] {
    let rules = all.map(\.id)
    return catalog.settings.namedRules.filter { !rules.contains($0.value) }.map { name in
      let near = closest(to: name.value, among: rules)
      return Finding(
        "there is no rule `\(name.value)`", at: name.place,
        help: near.map { "did you mean `\($0)`?" } ?? "`rolebook explain` knows the rules by their names",
        fix: near.map { Fix(isSafe: false, edits: [Edit(name.place, $0)]) }, facts: [name.value])
    }
  }
}
