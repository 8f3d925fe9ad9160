/// A kind of file that readers or programs get; each output is one file of code and one line in `all`.
struct SiteOutput: Sendable {
  /// In the plural, for lists: `permission pages`.
  let name: String
  let files: @Sendable (SitePlan) -> [SiteFile]

  init(_ name: String, files: @escaping @Sendable (SitePlan) -> [SiteFile]) {
    self.name = name
    self.files = files
  }

  /// Where two outputs give the same path, the one that comes first here is published.
  static let all: [SiteOutput] = [
    .contentPages,
    .markdownPages,
    .languageModelList,
    .permissionPages,
    .rolePages,
    .permissionLists,
    .roleLists,
    .sectionPages,
    .notFoundPage,
    .stylesheet,
    .icon,
    .scripts,
    .accessShards,
    .cardShards,
    .toolPages,
    .matrixPages,
    .qualityPage,
    .sitemap,
    .redirectList,
    .permissionsFeed,
    .rolesFeed,
    .grantsFeed,
    .guidesFeed,
    .findingsFeed,
    .pagesFeed,
    .placesFeed,
    .searchFeed,
    .rowsFeed,
    .bigQuerySchema,
    .duckDBScript,
    .schemasFeed,
  ]
}

extension SiteFile {
  static let indexName = "index.html"

  /// The file in which a web server looks for this address.
  init(
    at address: String, inputs: @escaping @Sendable () -> InputDigest? = { nil },
    render: @escaping @Sendable (inout [UInt8]) -> Void
  ) {
    self.init(address.dropFirst() + Self.indexName, inputs: inputs, render: render)
  }
}
