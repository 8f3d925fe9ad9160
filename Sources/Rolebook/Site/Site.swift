/// All files of a build, ready to be written.
public struct Site: Sendable {
  /// Every file but those of the search and the manifest; their order does not matter. No two have the same path.
  public let files: [SiteFile]
  /// The files that the search loads. They need all text of the site, and are waited for when all others are written.
  public let search: @Sendable () async -> [SiteFile]
  /// The feed's `index.json`, made from the feed's files as they were written.
  public let manifest: @Sendable ([WrittenFile]) -> SiteFile

  public init(
    files: [SiteFile], search: @escaping @Sendable () async -> [SiteFile] = { [] },
    manifest: @escaping @Sendable ([WrittenFile]) -> SiteFile
  ) {
    self.files = files
    self.search = search
    self.manifest = manifest
  }

  /// Lays out everything that readers get; what changed since the previous editions is published beside the feed.
  init(
    of catalog: Catalog, findings: [FindingRecord], templates: Templates, previous: [PreviousEdition] = [],
    commitDates: [String: String] = [:], textIndex: @escaping @Sendable () async -> TextIndex = { .none }
  ) {
    let plan = SitePlan(
      catalog, templates, findings: findings, hasChanges: !previous.isEmpty, commitDates: commitDates)
    let comparisons =
      previous.isEmpty ? [] : PreviousEdition.comparisons(of: previous, with: Edition(of: plan))
    let outputs = SiteOutput.all.flatMap { $0.files(plan) } + plan.changeFiles(comparisons)
    var seen: Set<String> = []
    let files = outputs.filter { file in
      seen.insert(file.path).inserted
    }
    self.init(
      files: files + Self.redirectPages(of: plan, beside: files),
      search: { plan.searchFiles(await textIndex()) },
      manifest: { Feed.manifest(of: plan, $0) })
  }
}

extension Site {
  /// The pages at old addresses, where nothing else lies.
  private static func redirectPages(of plan: SitePlan, beside files: [SiteFile]) -> [SiteFile] {
    if plan.catalog.redirects.isEmpty { return [] }
    let assets = plan.catalog.files.lazy.filter { $0.role == .asset }
      .map { Page.path(of: $0.path, below: plan.settings.content) }
    let ours = [".rolebook", Feed.manifest(of: plan, []).path]
    var taken = TakenPaths(files.map(\.path) + assets + ours)
    return SiteOutput.redirectPages.files(plan).filter { taken.take($0.path) }
  }
}

/// A file of the site as it was written.
public struct WrittenFile: Sendable {
  public let path: String
  public let bytes: Int
  /// Lower-case hexadecimal.
  public let sha256: String

  public init(path: String, bytes: Int, sha256: String) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }
}
