extension FeedTable {
  static let requirements = FeedTable(
    "requirements", "What a guide's task needs, and what the custom role of an option holds.",
    columns: [
      Column("guide", "The path of the guide's page."),
      Column("platform", "The system that the guide is about.").optional,
      Column("status", "current, or superseded: kept for readers."),
      Column("option", "The option whose custom role holds it; none where the task needs it.").optional,
      Column("permission", "The permission's name."),
      Column("securable", "What it is needed on: project."),
      Column("purpose", "What it is needed for.").optional,
      Column("place", "Where it is written: a key of places.json."),
    ],
    key: [], links: [.place, .guide], indices: [["guide"], ["platform", "permission"]],
    count: { $0.catalog.guides.reduce(0) { $0 + $1.needs.count } },
    rows: { plan, take in
      for guide in plan.catalog.guides {
        let page = plan.catalog.pages[guide.page]
        for (option, need) in guide.needs {
          take([
            .text(page.path), Cell(page.platform), .text(page.status.rawValue), Cell(filled: option),
            .text(need.permission.value), .text(need.securable.text), Cell(filled: need.purpose),
            .text(plan.placeIDs.id(of: need)),
          ])
        }
      }
    })
}

extension Guide {
  /// Its requirements, then those of each option with the option's id.
  fileprivate var needs: [(option: String, need: Requirement)] {
    requirements.map { (option: "", need: $0) }
      + options.flatMap { option in option.permissions.map { (option: option.id, need: $0) } }
  }
}
