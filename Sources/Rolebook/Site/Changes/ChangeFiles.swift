extension SitePlan {
  /// What changed since earlier feeds, for people, feed readers and programs; no part of the feed of the catalog.
  func changeFiles(_ comparisons: [Comparison]) -> [SiteFile] {
    if comparisons.isEmpty { return [] }
    let feed = ChangeFeed(comparisons, of: self)
    return [
      SiteFile(at: ChangeFeed.address) { self.renderChanges(comparisons, to: &$0) },
      SiteFile(ChangeFeed.folder + "changes.json") { $0.append(contentsOf: Comparison.json(comparisons)) },
      SiteFile(ChangeFeed.folder + "feed.json") { $0.append(contentsOf: feed.json) },
      SiteFile(ChangeFeed.folder + "atom.xml") { $0.append(contentsOf: feed.atom) },
    ]
  }
}
