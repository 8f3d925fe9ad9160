extension FeedTable {
  static let metadata = FeedTable(
    "metadata", "What the database was made from.",
    columns: [
      Column("key", "api_version, data_version, title or base_url."),
      Column("value", "As index.json and rolebook.yml have it."),
    ],
    key: ["key"],
    count: { $0.settings.baseURL == nil ? 3 : 4 },
    rows: { plan, take in
      take([.text("api_version"), .text(Feed.version)])
      if let url = plan.settings.baseURL { take([.text("base_url"), .text(url)]) }
      take([.text("data_version"), .text(plan.dataVersion)])
      take([.text("title"), .text(plan.settings.title)])
    })
}
