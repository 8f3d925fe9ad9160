import Glibc
import Rolebook

extension OutputFolder {
  /// Builds the site beside the folder and puts it in its place, whole; files that we did not publish are
  /// carried over. Returns the published paths. Where it throws, the old site is untouched.
  ///
  /// With circumstances, what an earlier build with the same ones noted is made use of, and noted anew.
  func publish(
    _ site: Site, assets: [Asset], circumstances: String? = nil, jobs: Int
  ) async throws -> [String] {
    do {
      let staging = try StagingFolder(beside: path)
      do {
        let record = circumstances.map { OutputRecord(at: recordPath, circumstances: $0) }
        let filled = try await fill(staging, with: site, assets: assets, record, jobs: jobs)
        try staging.sync()
        try await exchange(with: staging, published: filled.paths, jobs: jobs)
        keep(filled.ledger, at: ledgerCopy)
        if let circumstances {
          keep(OutputRecord.bytes(of: filled.record, circumstances: circumstances), at: recordPath)
        }
        return Array(filled.paths)
      } catch {
        staging.remove()
        throw error
      }
    } catch let error as DiskError {
      throw Failure(.disk, "cannot write \(error.path): \(error.reason)", cure: "the old site is untouched")
    }
  }

  /// Writes everything into the staging folder. Returns the published paths, their ledger, and what is noted of them.
  private func fill(
    _ staging: StagingFolder, with site: Site, assets: [Asset], _ record: OutputRecord?, jobs: Int
  ) async throws -> (paths: Set<String>, ledger: [UInt8], record: [OutputRecord.Line]) {
    let old = OldFiles(in: path)
    defer { old.close() }
    let writer = SiteWriter(folder: staging.folder, path: staging.path, old: old, record: record)
    var paths: [String] = []
    var noted: [OutputRecord.Line] = []
    do {
      try add(site.files.map(\.path), to: &paths)
      let written = try await writer.write(site.files, jobs: jobs)
      noted = written.record
      let feed = written.feed.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      let late = await site.search() + [site.manifest(feed)]
      try add(late.map(\.path), to: &paths)
      _ = try await writer.write(late, jobs: jobs)
      try add(assets.map(\.path), to: &paths)
      try await writer.copy(assets, jobs: jobs)
    } catch {
      // No file is written over another one, nor into one.
      try refuseTwins(among: paths, assets: assets)
      throw error
    }
    let published = Set(paths)
    if let ledger { try await carryOver(to: staging.path, published: published, before: ledger, jobs: jobs) }
    let newLedger = Ledger.bytes(listing: paths)
    try staging.writeLedger(newLedger, old: path + "/" + Ledger.name)
    return (published, newLedger, noted)
  }

  /// Adds paths that are about to be written; refuses those that lead out of the folder.
  private func add(_ new: [String], to paths: inout [String]) throws {
    for path in new where path == Ledger.name || !path.isPlain {
      throw Failure(.disk, "internal error: the site has a file with the path `\(path)`")
    }
    paths += new
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

  /// Puts the new site in the old one's place and removes the old one.
  private func exchange(with staging: StagingFolder, published: Set<String>, jobs: Int) async throws {
    if Disk.kind(path) == nil {
      if rename(staging.path, path) != 0 { throw DiskError(path) }
    } else {
      let old = try Disk.exchange(staging.path, path, aside: BuildFolder.path(.old, beside: path))
      // The new site stands; what is left of the old one is the next build's to remove.
      await remove(old: old, published: published, jobs: jobs)
    }
    if let parent = Disk.parent(of: path) { Disk.flush(parent) }
  }

  /// The cache may be missing at any time, so that a failure here is none.
  private func keep(_ bytes: [UInt8], at path: String) {
    guard let folder = Disk.parent(of: path) else { return }
    try? Disk.makeFolders(folder)
    try? Disk.replaceOrCreate(path, bytes)
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
