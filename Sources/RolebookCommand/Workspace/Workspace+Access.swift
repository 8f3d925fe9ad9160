import Rolebook

extension Workspace {
  private var accessPath: String { cacheFolder + "/access" }

  /// Who holds what on this site: as an earlier run kept it, where no file changed since; else read anew and, on a
  /// large site, kept.
  func accessIndex(_ options: CommonOptions) async throws -> AccessIndex {
    let output = options.output.map(Disk.absolute) ?? absolute(settings.output)
    let files = try await readFiles(output: output, jobs: options.taskCount)
    guard isCacheWorthwhile(for: files), isOurs(accessPath) else {
      return try await buildAccessIndex(options, files)
    }
    let head = AccessIndex.head(program: Self.program, files: files)
    if case .bytes(let bytes) = Disk.read(accessPath, limit: Self.cacheBytes),
      let kept = AccessIndex(archive: bytes, head: head)
    {
      return kept
    }
    let index = try await buildAccessIndex(options, files)
    try? makeCacheFolder()
    try? Disk.replaceOrCreate(accessPath, index.archive(head: head))
    return index
  }

  private func buildAccessIndex(_ options: CommonOptions, _ files: [SourceFile]) async throws -> AccessIndex {
    let catalog = await Build.catalog(
      of: files, settings: settings, cache: documentCache(for: files, kept: readCache()),
      jobs: options.taskCount)
    return AccessIndex(of: catalog)
  }
}
