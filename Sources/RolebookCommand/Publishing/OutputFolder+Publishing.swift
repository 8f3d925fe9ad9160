import Glibc
import Rolebook

extension OutputFolder {
  /// A site that was published.
  struct Published {
    /// Of the files that we published.
    let paths: [String]
    fileprivate let folder: StagingFolder

    /// Lets another build begin. The end of the program does so too.
    func release() { folder.release() }
  }

  /// Builds the site beside the folder and puts it in its place, whole; files that we did not publish are
  /// carried over. Where it throws, the old site is untouched.
  ///
  /// With circumstances, what an earlier build with the same ones noted is made use of, and noted anew; and the old site
  /// is kept, from which the build after this one is made.
  func publish(
    _ site: Site, assets: [Asset], circumstances: String? = nil, jobs: Int
  ) async throws -> Published {
    let spare = circumstances.map { _ in SpareFolder(cache) }
    do {
      let staging = try StagingFolder(beside: path, reusing: spare)
      do {
        let record = circumstances.map { OutputRecord(at: cache.path(.outputs), circumstances: $0) }
        let filled = try await fill(staging, with: site, assets: assets, record, jobs: jobs)
        try staging.sync()
        try await exchange(with: staging, published: filled.paths, keeping: spare, jobs: jobs)
        keep(filled.ledger, as: .published)
        if let circumstances {
          keep(OutputRecord.bytes(of: filled.record, circumstances: circumstances), as: .outputs)
        }
        return Published(paths: Array(filled.paths), folder: staging)
      } catch {
        staging.remove()
        throw error
      }
    } catch let error as DiskError {
      throw Failure(.disk, "cannot write \(error.path): \(error.reason)", cure: "the old site is untouched")
    }
  }

  /// What was written into the staging folder.
  private struct Filled {
    /// Of all files of ours.
    var paths: Set<String> = []
    var ledger: [UInt8] = []
    /// What is noted of the files.
    var record: [OutputRecord.Line] = []
  }

  private func fill(
    _ staging: StagingFolder, with site: Site, assets: [Asset], _ record: OutputRecord?, jobs: Int
  ) async throws -> Filled {
    let old = OldFiles(in: path)
    defer { old.close() }
    let writer = SiteWriter(staging: staging, old: old, record: record)
    var filled = Filled()
    let files = site.files
    let paths = files.map(\.path) + assets.map(\.path)
    try refuseStrayPaths(paths)
    let known = Set(paths)
    var late: [SiteFile] = []
    do {
      if staging.isReused {
        // What lies there gives way to new files, so that a twin would not be met.
        try refuseTwins(among: paths, assets: assets)
        try await staging.sweep(keeping: known, jobs: jobs)
      }
      async let search = write(site.search(), beside: known, assets, by: writer, jobs: jobs)
      let written = try await writer.write(files, jobs: jobs)
      filled.record = written.record
      let feed = written.feed.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      late = try await search
      late += try await write([site.manifest(feed)], beside: known, assets, by: writer, jobs: jobs)
      try await writer.copy(assets, jobs: jobs)
    } catch {
      // No file is written over another one, nor into one.
      let search = await site.search()
      try refuseTwins(among: paths + search.map(\.path), assets: assets)
      throw error
    }
    filled.paths = known.union(late.lazy.map(\.path))
    if let ledger {
      try await carryOver(to: staging.path, published: filled.paths, before: ledger, jobs: jobs)
    }
    filled.ledger = Ledger.bytes(listing: paths + late.map(\.path))
    try staging.writeLedger(filled.ledger, old: path + "/" + Ledger.name)
    return filled
  }

  /// Writes files that are told after the others, whose paths are known, and returns them.
  private func write(
    _ late: [SiteFile], beside known: Set<String>, _ assets: [Asset], by writer: SiteWriter, jobs: Int
  ) async throws -> [SiteFile] {
    let paths = late.map(\.path)
    try refuseStrayPaths(paths)
    if paths.contains(where: known.contains) { try refuseTwins(among: known + paths, assets: assets) }
    _ = try await writer.write(late, jobs: jobs)
    return late
  }

  /// Refuses paths that lead out of the folder.
  private func refuseStrayPaths(_ paths: [String]) throws {
    for path in paths where path == Ledger.name || !path.isPlain {
      throw Failure(.disk, "internal error: the site has a file with the path `\(path)`")
    }
  }

  /// Refuses two files with one path, and a file in a file.
  private func refuseTwins(among paths: [String], assets: [Asset]) throws {
    var seen: Set<String> = []
    let sources = Dictionary(assets.map { ($0.path, $0.source) }, uniquingKeysWith: { first, _ in first })
    for path in paths where !seen.insert(path).inserted {
      guard let source = sources[path] else {
        throw Failure(.disk, "internal error: the site has two files with the path `\(path)`")
      }
      throw Failure(
        .disk, "\(source) would be published as `\(path)`, and so would a page",
        cure: "rename the file or the page")
    }
    try Self.refuseFilesInFiles(seen)
  }

  /// A file cannot lie in another one, as that of the page `/logo/` would in the file `logo`.
  private static func refuseFilesInFiles(_ paths: Set<String>) throws {
    var folders: Set<String> = []
    var files: [String] = []
    for path in paths {
      var folder = Disk.parent(of: path)
      while let above = folder, folders.insert(above).inserted {
        if paths.contains(above) { files.append(above) }
        folder = Disk.parent(of: above)
      }
    }
    guard let first = files.min() else { return }
    let inside = paths.filter { $0.isBelow(first) }.min() ?? ""
    throw Failure(
      .disk, "`\(inside)` would be published inside `\(first)`, which is a file",
      cure: "rename one of the two")
  }

  /// Puts the new site in the old one's place, and keeps the old one as the spare or removes it.
  private func exchange(
    with staging: StagingFolder, published: Set<String>, keeping spare: SpareFolder?, jobs: Int
  ) async throws {
    if Disk.kind(path) == nil {
      if rename(staging.path, path) != 0 { throw DiskError(path) }
    } else {
      let old = try Disk.exchange(staging.path, path, aside: BuildFolder.path(.old, beside: path))
      // The new site stands; what is left of the old one is the next build's to remove.
      await takeAlong(from: old, published: published, jobs: jobs)
      if spare?.keep(old) != true { await remove(old: old, jobs: jobs) }
    }
    if let parent = Disk.parent(of: path) { Disk.flush(parent) }
  }

  /// The cache may be missing at any time, so that a failure here is none.
  private func keep(_ bytes: [UInt8], as part: OutputCache.Part) {
    try? Disk.makeFolders(cache.folder(of: part))
    try? Disk.replaceOrCreate(cache.path(part), bytes)
  }
}

extension String {
  /// Whether each part of this path is a name: none is empty, `.` or `..`.
  fileprivate var isPlain: Bool {
    var (count, dots) = (0, 0)
    for byte in utf8 {
      if byte == UInt8(ascii: "/") {
        if count == 0 || (count == dots && dots <= 2) { return false }
        (count, dots) = (0, 0)
      } else {
        count += 1
        if byte == UInt8(ascii: ".") { dots += 1 }
      }
    }
    return count > 0 && (count != dots || dots > 2)
  }
}
