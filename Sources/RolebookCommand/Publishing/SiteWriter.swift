import Glibc
import Markdown
import Rolebook

/// Writes the files of a site into the folder where it is built, each once. A file that the old site has with the same bytes is
/// taken from there, so that a build with nothing new changes no file, not even its time. One that is known to be made
/// from the same as before is taken without being made.
struct SiteWriter: Sendable {
  let staging: StagingFolder
  let old: OldFiles
  /// What the old files were made from; nil where nothing is noted of that.
  let record: OutputRecord?

  /// What was written.
  struct Written: Sendable {
    /// Of the feed.
    var feed: [WrittenFile] = []
    /// What the next build may take over.
    var record: [OutputRecord.Line] = []
  }

  /// How many files a task writes at the most before it takes the next ones.
  private static let chunk = 64
  /// Files of the feed are listed in its manifest with their digest.
  private static let feed = "api/"

  /// Renders and writes the files, `jobs` tasks at once.
  func write(_ files: [SiteFile], jobs: Int) async throws -> Written {
    // In the order of paths, so that a task meets each of its folders once.
    let files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let chunk = max(1, min(Self.chunk, files.count / (8 * jobs)))
    let parts = try await inParallel(files.chunks(of: chunk), jobs: jobs) { try write($0) }
    return Written(feed: parts.flatMap(\.feed), record: parts.flatMap(\.record))
  }

  func copy(_ assets: [Asset], jobs: Int) async throws {
    _ = try await inParallel(assets, jobs: jobs) { try copy($0) }
  }

  private func write(_ files: ArraySlice<SiteFile>) throws(DiskError) -> Written {
    Memory.makeRoom()
    var written = Written()
    var made = ""
    // One buffer for all files of the task, and one for what the old site has in their places.
    var bytes: [UInt8] = []
    var buffer: [UInt8] = []
    for file in files {
      try makeFolder(of: file.path, made: &made)
      let inputs = record == nil ? nil : file.inputs()
      if let inputs, let known = record?[file.path], known.inputs == inputs,
        old.hold(known.stamp, at: file.path), staging.take(file.path, known.stamp, from: old)
      {
        written.record.append((file.path, known))
        continue
      }
      bytes.removeAll(keepingCapacity: true)
      file.render(&bytes)
      var stamp = old.stamp(ofFileWith: bytes, at: file.path, &buffer)
      let isTaken = stamp.map { staging.take(file.path, $0, from: old) } ?? false
      if !isTaken { stamp = try write(bytes, to: file.path) }
      if let inputs, let stamp {
        written.record.append((file.path, OutputRecord.Entry(inputs: inputs, stamp: stamp)))
      }
      if file.path.hasPrefix(Self.feed) {
        written.feed.append(WrittenFile(path: file.path, bytes: bytes.count, sha256: sha256(bytes)))
      }
    }
    return written
  }

  private func write(_ bytes: [UInt8], to file: String) throws(DiskError) -> FileStamp? {
    let descriptor = try staging.create(file)
    defer { close(descriptor) }
    if !bytes.withUnsafeBytes({ Disk.write($0, to: descriptor) }) {
      throw DiskError(staging.path + "/" + file)
    }
    return record == nil ? nil : FileStamp(ofOpen: descriptor)
  }

  /// Makes the folder that a file lies in; `made` is the one that the file before lies in.
  private func makeFolder(of file: String, made: inout String) throws(DiskError) {
    guard let parent = Disk.parent(of: file), parent != made else { return }
    try staging.makeFolders(parent)
    made = parent
  }

  private func copy(_ asset: Asset) throws {
    let source = open(asset.source, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if source < 0 {
      throw Failure(.disk, "cannot read \(asset.source): \(DiskError.words(for: errno))")
    }
    defer { close(source) }
    var made = ""
    try makeFolder(of: asset.path, made: &made)
    let target = try staging.create(asset.path)
    defer {
      Disk.copyTime(of: source, to: target)
      close(target)
    }
    if !Disk.copy(source, to: target) { throw DiskError(staging.path + "/" + asset.path) }
  }
}
