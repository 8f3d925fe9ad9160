extension Rule {
  static let unknownFrontMatterKey = Rule(
    "unknown-front-matter-key", .pages, .warning, "A page's front matter or `rolebook.yml` has a key that nobody knows"
  ) { catalog in
    let problems = catalog.settings.problems + catalog.pages.flatMap(\.frontMatter.problems)
    return problems.compactMap { problem in
      guard case .unknownKey(let key, let suggestion) = problem.fault else { return nil }
      let path = catalog.files[Int(problem.place.file)].path
      return Finding(
        "unknown key `\(key)`", at: problem.place,
        help: suggestion.map { "did you mean `\($0)`?" }
          ?? "drop it, or name it in `front_matter_keys` if another tool reads it",
        fix: suggestion.map { Fix(isSafe: false, edits: [Edit(problem.place, $0)]) }, facts: [path, key])
    }
  }
}
