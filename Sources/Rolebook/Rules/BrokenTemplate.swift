extension Rule {
  static let brokenTemplate = Rule(
    "broken-template", .pages, .error,
    "A template has a tag that does not end, or a name or partial that nobody offers"
  ) { catalog in
    TemplateProblem.problems(in: catalog.files, folder: catalog.settings.templates).map { problem in
      Finding(
        problem.message, at: problem.place,
        help: problem.suggestion.map { "did you mean `\($0)`?" },
        facts: [catalog.files[Int(problem.place.file)].path, problem.message])
    }
  }
}
