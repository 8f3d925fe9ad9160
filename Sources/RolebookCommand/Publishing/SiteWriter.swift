import Glibc
import Rolebook

/// Writes the files of a site into an open folder, each once. A file that the old site has with the same bytes is
/// taken from there, so that a build with nothing new changes no file, not even its time.
struct SiteWriter: Sendable {
  let folder: Int32
  /// The folder's path, for messages.
  let path: String
  let old: OldFiles

  /// How many files a task writes before it takes the next ones.
  private static let chunk = 64
  /// Files of the feed are listed in its manifest with their digest.
  private static let feed = "api/"

  /// Renders and writes the files, `jobs` tasks at once. Returns what was written of the feed.
  func write(_ files: [SiteFile], jobs: Int) async throws -> [WrittenFile] {
    // In the order of paths, so that a task meets each of its folders once.
    let files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let chunks = stride(from: 0, to: files.count, by: Self.chunk).map {
      files[$0..<min($0 + Self.chunk, files.count)]
    }
    return Array(try await inParallel(chunks, jobs: jobs) { try write($0) }.joined())
  }

  func copy(_ assets: [Asset], jobs: Int) async throws {
    _ = try await inParallel(assets, jobs: jobs) { try copy($0) }
  }

  private func write(_ files: ArraySlice<SiteFile>) throws(DiskError) -> [WrittenFile] {
    var written: [WrittenFile] = []
    var made = ""
    // One buffer for all files of the task, and one for what the old site has in their places.
    var bytes: [UInt8] = []
    var buffer: [UInt8] = []
    for file in files {
      bytes.removeAll(keepingCapacity: true)
      file.render(&bytes)
      try makeFolder(of: file.path, made: &made)
      if !old.hold(bytes, at: file.path, &buffer) || !old.link(file.path, into: folder) {
        try write(bytes, to: file.path)
      }
      if file.path.hasPrefix(Self.feed) {
        written.append(WrittenFile(path: file.path, bytes: bytes.count, sha256: sha256(bytes)))
      }
    }
    return written
  }

  private func write(_ bytes: [UInt8], to file: String) throws(DiskError) {
    let descriptor = try create(file)
    defer { close(descriptor) }
    if !bytes.withUnsafeBytes({ Disk.write($0, to: descriptor) }) { throw DiskError(path + "/" + file) }
  }

  private func create(_ file: String) throws(DiskError) -> Int32 {
    let descriptor = openat(folder, file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw DiskError(path + "/" + file) }
    return descriptor
  }

  /// Makes the folder that a file lies in; `made` is the one that the file before lies in.
  private func makeFolder(of file: String, made: inout String) throws(DiskError) {
    guard let parent = Disk.parent(of: file), parent != made else { return }
    try makeFolders(parent)
    made = parent
  }

  private func makeFolders(_ path: String) throws(DiskError) {
    if mkdirat(folder, path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let parent = Disk.parent(of: path) else { throw DiskError(self.path + "/" + path) }
    try makeFolders(parent)
    if mkdirat(folder, path, 0o777) != 0, errno != EEXIST { throw DiskError(self.path + "/" + path) }
  }

  private func copy(_ asset: Asset) throws {
    let source = open(asset.source, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if source < 0 {
      throw Failure(.disk, "cannot read \(asset.source): \(DiskError.words(for: errno))")
    }
    defer { close(source) }
    var made = ""
    try makeFolder(of: asset.path, made: &made)
    let target = try create(asset.path)
    defer {
      Disk.copyTime(of: source, to: target)
      close(target)
    }
    if !Disk.copy(source, to: target) { throw DiskError(path + "/" + asset.path) }
  }
}
