extension Rule {
  static let missingOption = Rule(
    "missing-option", .guides, .warning,
    "An option is declared and no section, table row or SQL block is about it"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      guide.unplacedOptions.map { missing($0, path: catalog.pages[guide.page].path) }
    }
  }

  private static func missing(_ missing: UnplacedOption, path: String) -> Finding {
    let option = missing.option
    let id = option.id.value
    let title = option.title.isEmpty ? id : option.title
    let near = missing.nearHeading
    return Finding(
      "option `\(id)` has no section, table row or SQL block", at: option.id.place,
      related: near.map { [Related("this heading may be meant for it", at: $0.place)] } ?? [],
      help: near.map { "write the heading as `\(title)`, or add `{#\(id)}` to `\($0.value)`" }
        ?? "add a section with the heading `\(title)`, or drop the option",
      facts: [path, id])
  }
}
