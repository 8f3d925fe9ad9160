extension FeedTable {
  static let permissions = FeedTable(
    "permissions", "Every permission that a page declares or a role names.",
    columns: [
      Column("platform", "The system that the permission belongs to."),
      Column("name", "The permission: bigquery.tables.getData."),
      Column("service", "The text before the first dot."),
      Column("resource", "What lies between service and verb.").optional,
      Column("verb", "The last part of the name.").optional,
      Column("stage", "ga, beta, alpha, deprecated or reserved."),
      Column("description", "What it allows.").optional,
      Column("url", "Its page."),
      Column("place", "Where it is declared, else where a role names it: a key of places.json.").optional,
    ],
    key: ["platform", "name"], links: [.place], searched: ["name", "description"],
    count: { $0.catalog.permissions.count },
    rows: { plan, take in
      for (index, permission) in plan.catalog.permissions.enumerated() {
        take([
          .text(permission.platform), .text(permission.name), .text(permission.service),
          Cell(filled: permission.resource), Cell(filled: permission.verb), .text(permission.stage.rawValue),
          Cell(filled: permission.description), .text(plan.url(permission.address)),
          Cell(plan.sources(ofPermission: index).first),
        ])
      }
    })
}
