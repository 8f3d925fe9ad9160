import Glibc
import Rolebook

/// The documents that were parsed before, kept in `.rolebook/` below the site's root. The folder may be deleted at any
/// time; where it cannot be read or written, pages are parsed.
extension Workspace {
  /// A site with fewer pages is parsed before a cache is read.
  private static let worthwhile = 200

  /// The largest cache that is read.
  static let cacheBytes = 1 << 30

  var cacheFolder: String { root + "/.rolebook" }
  private var cachePath: String { cacheFolder + "/documents" }
  private var termsPath: String { cacheFolder + "/terms" }

  /// What an earlier run kept; nil where the folder is none that we may use.
  func readCache() -> [UInt8]? {
    guard isOurs(cachePath) else { return nil }
    if case .bytes(let bytes) = Disk.read(cachePath, limit: Self.cacheBytes) { return bytes }
    return []
  }

  /// The cache for these files; nil where they are few.
  func documentCache(for files: [SourceFile], kept: [UInt8]?) -> DocumentCache? {
    guard let kept, isCacheWorthwhile(for: files) else { return nil }
    return DocumentCache(kept, program: Self.program, limits: settings.limits)
  }

  /// Writes what the next run wants to find.
  func keep(_ update: DocumentCache.Update?) {
    do {
      switch update {
      case nil, .some(.none): return
      case .append(let log): for piece in log { try Disk.append(piece, to: cachePath) }
      case .replace(let log):
        try makeCacheFolder()
        try Disk.replaceOrCreate(cachePath, log)
      }
    } catch { return }
  }

  /// The terms of the search that an earlier build kept; nil where the site is small or the folder none that we may use.
  func termCache(for files: [SourceFile]) -> TermCache? {
    guard isCacheWorthwhile(for: files), isOurs(termsPath) else { return nil }
    let content = Disk.read(termsPath, limit: Self.cacheBytes)
    let kept = if case .bytes(let bytes) = content { bytes } else { [UInt8]() }
    return TermCache(kept, program: Self.program, limits: settings.limits)
  }

  /// Keeps the terms of a site that the next build may take over.
  func keepTerms(of site: Site) async {
    guard let terms = await site.newTerms() else { return }
    do {
      try makeCacheFolder()
      try Disk.replaceOrCreate(termsPath, terms)
    } catch { return }
  }

  func isCacheWorthwhile(for files: [SourceFile]) -> Bool {
    isCacheWorthwhile(pages: files.count(where: { $0.role == .page }))
  }

  func isCacheWorthwhile(pages: Int) -> Bool { pages >= Self.worthwhile }

  /// What all files of the output depend on besides the pages: the program, the settings and the templates, and whether
  /// the site has changes to show; nil for a site that is built before this would help.
  func circumstances(for files: [SourceFile], hasChanges: Bool) -> String? {
    guard isCacheWorthwhile(for: files), isOurs(cachePath) else { return nil }
    var bytes = Array("\(Self.program)\n\(hasChanges)\n".utf8)
    for file in [settingsFile].compactMap({ $0 }) + files where file.role != .page && file.role != .asset {
      bytes += Array("\(file.path)\n\(file.text.bytes.count)\n".utf8)
      bytes += file.text.bytes
    }
    return sha256(bytes)
  }

  /// A link might lead out of the site.
  func isOurs(_ path: String) -> Bool {
    [nil, .folder].contains(Disk.kind(cacheFolder)) && [nil, .file].contains(Disk.kind(path))
  }

  func makeCacheFolder() throws(DiskError) {
    try Disk.makeFolders(cacheFolder)
    let ignored = cacheFolder + "/.gitignore"
    if Disk.kind(ignored) == nil { try Disk.create(ignored, Array("*\n".utf8)) }
  }

  /// What tells this build of the program from every other: the size and the time of its file.
  static var program: String {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "unknown" }
    return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }
}
