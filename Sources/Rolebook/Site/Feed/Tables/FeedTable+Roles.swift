extension FeedTable {
  static let roles = FeedTable(
    "roles", "Every role.",
    columns: [
      Column("platform", "The system that the role belongs to."),
      Column("id", "The role: roles/bigquery.user."),
      Column("title", "Its name for people.").optional,
      Column("kind", "basic, predefined, custom or database role.").optional,
      Column("stage", "ga, beta, alpha, deprecated or reserved."),
      Column("description", "What it is for.").optional,
      Column("lowest_resource", "The narrowest thing it can be granted on.").optional,
      Column("permission_count", "How many permissions it holds.").number,
      Column("url", "Its page."),
      Column("place", "Where it is declared: a key of places.json."),
    ],
    key: ["platform", "id"], links: [.place], searched: ["id", "title", "description"],
    count: { $0.catalog.roles.count },
    rows: { plan, take in
      for (role, size) in zip(plan.catalog.roles, plan.roleSizes) {
        let declaration = role.declaration
        take([
          .text(role.platform), .text(role.id), Cell(declaration.title?.value),
          Cell(declaration.kind?.value.rawValue), .text(declaration.stage.rawValue),
          Cell(declaration.description?.text), Cell(declaration.lowestResource?.value.lowercased()),
          .number(size), .text(plan.url(role.address)), .text(plan.placeIDs.id(of: declaration)),
        ])
      }
    })
}
