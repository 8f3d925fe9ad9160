import Glibc

/// The folder beside the output in which a new site is built.
///
/// Its ledger is locked as long as the build runs, so that what a killed build left is known by its lock
/// being free, and is removed by the next build.
struct StagingFolder: Sendable {
  let path: String
  /// The open folder and its open, locked ledger.
  let folder: Int32
  private let ledger: Int32

  private static let mark = ".new-"

  /// Makes the folder beside `output`.
  init(beside output: String) throws(DiskError) {
    path = "\(output)\(Self.mark)\(getpid())"
    if let parent = Disk.parent(of: output) { try Disk.makeFolders(parent) }
    try Self.removeLeftovers(of: output)
    try Disk.makeFolder(path)
    ledger = open(path + "/" + Ledger.name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if ledger < 0 { throw DiskError(path) }
    flock(ledger, LOCK_EX | LOCK_NB)
    folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder < 0 { throw DiskError(path) }
  }

  /// Writes the ledger; where it says the same as the old site's, it keeps that one's time.
  func writeLedger(_ paths: [String], old: String) throws(DiskError) {
    let bytes = Ledger.bytes(listing: paths)
    let isWritten = bytes.withUnsafeBytes { Disk.write($0, to: ledger) }
    if case .bytes(bytes) = Disk.read(old, limit: bytes.count) { keepTime(of: old) }
    if !isWritten || fsync(ledger) != 0 || fsync(folder) != 0 { throw DiskError(path + "/" + Ledger.name) }
  }

  private func keepTime(of old: String) {
    let file = open(old, O_RDONLY | O_CLOEXEC)
    if file < 0 { return }
    defer { Glibc.close(file) }
    Disk.copyTime(of: file, to: ledger)
  }

  func close() {
    Glibc.close(ledger)
    Glibc.close(folder)
  }

  /// Removes the folders that killed builds left beside the output.
  private static func removeLeftovers(of output: String) throws(DiskError) {
    let prefix = Disk.name(of: output) + mark
    guard let parent = Disk.parent(of: output) else { return }
    for entry in try Disk.list(parent) where entry.kind == .folder && entry.name.hasPrefix(prefix) {
      let isOurs = entry.name.utf8.dropFirst(prefix.utf8.count).allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      let path = parent + "/" + entry.name
      if isOurs, isAbandoned(path) { try Disk.remove(path) }
    }
  }

  private static func isAbandoned(_ path: String) -> Bool {
    let file = open(path + "/" + Ledger.name, O_RDONLY | O_CLOEXEC)
    // Killed before its first file: nothing is lost with an empty folder.
    if file < 0 { return rmdir(path) == 0 }
    defer { Glibc.close(file) }
    return flock(file, LOCK_EX | LOCK_NB) == 0
  }
}
