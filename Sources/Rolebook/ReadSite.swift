/// A site as it was read, before what its pages state is joined.
public struct ReadSite: Sendable {
  public let pages: [Page]
  let files: [SourceFile]
  let settings: Settings
  /// What a build before knows of the same pages.
  let earlier: Earlier?

  /// Reads files, `jobs` tasks at once. What a cache holds is not parsed again; pages of files that did not change are
  /// taken over from a catalog of before.
  public init(
    _ files: [SourceFile], _ settings: Settings, cache: DocumentCache? = nil, after previous: Catalog? = nil,
    jobs: Int
  ) async {
    let kept = previous.flatMap { KeptPages(for: files, of: $0.files, $0.pages) }
    let pages = await Page.readAll(files, settings: settings, cache: cache, kept: kept, jobs: jobs)
    self.pages = pages
    self.files = files
    self.settings = settings
    earlier = kept.flatMap { _ in Earlier(previous, pages) }
  }
}
