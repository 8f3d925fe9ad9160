import Markdown

/// The whole program: read the pages, join what they state, judge it, lay out the site.
public struct Build: Sendable {
  public let catalog: Catalog
  public let findings: [Finding]
  /// What was found on single pages, for a build after this one.
  private let judgements: PageJudgements

  /// Reads and checks the files of a site. `jobs` is the number of tasks that run at once; what a cache holds is
  /// not parsed again, and what a build before says of files that did not change is taken over; what authors allow
  /// expires if a day is given. With a truth, the findings are how the pages differ from it.
  public init(
    files: [SourceFile], settings: Settings, truth: Truth? = nil, today: Day? = nil,
    baseline: Baseline? = nil, cache: DocumentCache? = nil, after previous: Build? = nil, jobs: Int
  ) async {
    let read = await ReadSite(files, settings, cache: cache, after: previous?.catalog, jobs: jobs)
    await self.init(
      of: read, truth: truth, today: today, baseline: baseline, after: previous, jobs: jobs)
  }

  /// The same, with the files read already, after the same build before.
  public init(
    of read: ReadSite, truth: Truth? = nil, today: Day? = nil, baseline: Baseline? = nil,
    after previous: Build? = nil, jobs: Int
  ) async {
    catalog = await Self.catalog(of: read, jobs: jobs)
    let rules = Rule.all(under: read.settings)
    judgements =
      truth == nil
      ? await PageJudgements.make(of: catalog, by: rules, after: previous?.judgements, jobs: jobs) : .none
    findings = await Rule.check(
      catalog, by: rules, judgements, truth: truth, today: today, baseline: baseline, jobs: jobs)
  }

  /// What the files of a site state, not judged.
  public static func catalog(
    of files: [SourceFile], settings: Settings, cache: DocumentCache? = nil, after previous: Catalog? = nil,
    jobs: Int
  ) async -> Catalog {
    await catalog(of: ReadSite(files, settings, cache: cache, after: previous, jobs: jobs), jobs: jobs)
  }

  private static func catalog(of read: ReadSite, jobs: Int) async -> Catalog {
    let (pages, settings, earlier) = (read.pages, read.settings, read.earlier)
    let facts = await Fact.readAll(pages, settings: settings, earlier: earlier, jobs: jobs)
    return await Catalog.join(
      facts, of: pages, files: read.files, settings: settings, earlier: earlier, jobs: jobs)
  }

  /// The catalog as a database.
  public func database() -> Database {
    Database(
      of: SitePlan(catalog, Templates(files: []), findings: FindingRecord.all(findings, of: catalog)))
  }

  /// When the text of a site is read for its search.
  public enum Indexing: Sendable {
    /// From now on, while other files are made.
    case atOnce
    /// When the first file of the search is asked for.
    case whenAsked
  }

  /// The files of the site; their bytes are made when they are written. Says what changed since previous editions,
  /// and when files were last committed, by their paths: `2026-11-21`. What the site of a build before holds of pages
  /// that stay where they are is taken over, and so are the terms of pages that a cache knows.
  public func site(
    templates: Templates, previous: [PreviousEdition] = [], commitDates: [String: String] = [:],
    after earlier: Site? = nil, terms: TermCache? = nil, indexing: Indexing = .whenAsked, jobs: Int = 1
  ) -> Site {
    let text = Lazily { [catalog] in Task { await SearchText(of: catalog.pages, known: terms, jobs: jobs) } }
    if indexing == .atOnce { _ = text.value }
    return Site(
      of: catalog, findings: FindingRecord.all(findings, of: catalog), templates: templates,
      previous: previous, commitDates: commitDates, after: earlier, text: { await text.value.value })
  }
}
