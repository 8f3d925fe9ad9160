import Markdown

/// All files of a build, ready to be written.
public struct Site: Sendable {
  private let laidOut: Lazily<[SiteFile]>
  private let byPath: Lazily<[String: SiteFile]>
  /// The files that the search loads. They need all text of the site, and are waited for while others are written.
  public let search: @Sendable () async -> [SiteFile]
  /// The feed's `index.json`, made from the feed's files as they were written.
  public let manifest: @Sendable ([WrittenFile]) -> SiteFile
  /// What the cache of terms should hold for the next build; nil where it does.
  public let newTerms: @Sendable () async -> TermLog?
  /// What they are made from; nil where others made them.
  let plan: SitePlan?

  init(
    plan: SitePlan?, files: @escaping @Sendable () -> [SiteFile],
    search: @escaping @Sendable () async -> [SiteFile],
    newTerms: @escaping @Sendable () async -> TermLog? = { nil },
    manifest: @escaping @Sendable ([WrittenFile]) -> SiteFile
  ) {
    self.plan = plan
    let laidOut = Lazily(files)
    self.laidOut = laidOut
    byPath = Lazily {
      Dictionary(laidOut.value.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.search = search
    self.newTerms = newTerms
    self.manifest = manifest
  }

  public init(
    files: [SiteFile], search: @escaping @Sendable () async -> [SiteFile] = { [] },
    manifest: @escaping @Sendable ([WrittenFile]) -> SiteFile
  ) {
    self.init(plan: nil, files: { files }, search: search, manifest: manifest)
  }

  /// Lays out everything that readers get; what changed since the previous editions is published beside the feed. What
  /// an earlier site worked out of the same pages is taken over.
  init(
    of catalog: Catalog, findings: [FindingRecord], templates: Templates, previous: [PreviousEdition] = [],
    commitDates: [String: String] = [:], after earlier: Site? = nil,
    text: @escaping @Sendable () async -> SearchText = { .none }
  ) {
    let plan = SitePlan(
      catalog, templates, findings: findings, hasChanges: !previous.isEmpty, commitDates: commitDates,
      after: earlier?.plan)
    self.init(
      plan: plan, files: { Self.files(of: plan, previous) },
      search: { plan.searchFiles(await text().index) },
      newTerms: { await text().newTerms() },
      manifest: { Feed.manifest(of: plan, $0) })
  }

  /// Every file but those of the search and the manifest; their order does not matter. No two have the same path.
  public var files: [SiteFile] { laidOut.value }

  /// The one of these that has this path. A page, a style or a script is found without laying out the others.
  public func file(at path: String) -> SiteFile? { plan?.file(at: path) ?? byPath.value[path] }

  private static func files(of plan: SitePlan, _ previous: [PreviousEdition]) -> [SiteFile] {
    let comparisons =
      previous.isEmpty ? [] : PreviousEdition.comparisons(of: previous, with: Edition(of: plan))
    let outputs = SiteOutput.all.flatMap { $0.files(plan) } + plan.changeFiles(comparisons)
    var seen: Set<String> = []
    let files = outputs.filter { seen.insert($0.path).inserted }
    return files + redirectPages(of: plan, beside: files)
  }
}

extension SitePlan {
  /// The file at this path, where it can be told without laying out all files.
  fileprivate func file(at path: String) -> SiteFile? {
    guard path.hasSuffix(SiteFile.indexName) else {
      let common: [SiteOutput] = [.stylesheet, .scripts]
      return common.lazy.flatMap { $0.files(self) }.first { $0.path == path }
    }
    return sections.pageAt["/" + path.dropLast(SiteFile.indexName.count)].flatMap(contentPage)
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
