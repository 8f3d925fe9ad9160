extension FeedTable {
  static let grants = FeedTable(
    "grants", "What guides grant: a role, or privileges, to whom and on what.",
    columns: [
      Column("id", "The guide's path and the grant's own name."),
      Column("guide", "The path of the guide's page."),
      Column("platform", "The system that the guide is about.").optional,
      Column("status", "current, or superseded: kept for readers."),
      Column("option", "The option that must be taken; a+b where it takes both.").optional,
      Column("grantee", "Who gets it; none for whomever the guide is about.").optional,
      Column("role", "The id of a granted role.").optional,
      Column("privileges", "The granted privileges, with commas between.").optional,
      Column("securable", "What access is on: dataset sales."),
      Column("statement", "The SQL, as written.").optional,
      Column("place", "Where it is written: a key of places.json."),
    ],
    key: ["id"], links: [.place, .guide], indices: [["guide"], ["platform", "role"]],
    count: { $0.grants.reduce(0) { $0 + $1.grants.count } },
    rows: { plan, take in
      for (guide, granted) in zip(plan.catalog.guides, plan.grants) {
        let page = plan.catalog.pages[guide.page]
        for grant in granted.grants {
          take([
            .text(grant.id), .text(page.path), Cell(page.platform), .text(page.status.rawValue),
            Cell(grant.option), Cell(grant.grantee), Cell(grant.role),
            Cell(filled: grant.privileges.joined(separator: ", ")), .text(grant.securable.text),
            Cell(grant.statement), Cell(grant.sources.min()),
          ])
        }
      }
    })
}
