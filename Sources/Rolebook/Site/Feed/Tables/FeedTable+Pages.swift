extension FeedTable {
  static let pages = FeedTable(
    "pages", "Every page.",
    columns: [
      Column("path", "Below the folder of content."),
      Column("title", "Its title."),
      Column("kind", "reference, guide or concept."),
      Column("platform", "The system that it is about.").optional,
      Column("status", "current, or superseded: kept for readers."),
      Column("task", "What a guide achieves.").optional,
      Column("url", "Where it is published."),
    ],
    key: ["path"], searched: ["title"],
    count: { $0.catalog.pages.count },
    rows: { plan, take in
      for (page, guide) in zip(plan.catalog.pages, plan.guideOfPage) {
        take([
          .text(page.path), .text(page.title), .text(page.kind.rawValue), Cell(page.platform),
          .text(page.status.rawValue), Cell(guide.flatMap { plan.catalog.guides[$0].task }),
          .text(plan.url(page.address)),
        ])
      }
    })
}
