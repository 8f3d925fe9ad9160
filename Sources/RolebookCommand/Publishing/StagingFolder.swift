import Glibc

/// The folder beside the output in which a new site is built.
///
/// It is locked until the program ends, also when it has become the output: what a killed build left is known by its
/// lock being free.
struct StagingFolder: Sendable {
  let path: String
  /// The open folder and its open ledger.
  let folder: Int32
  private let ledger: Int32

  /// Makes the folder beside `output`, and removes those that killed builds left there.
  init(beside output: String) throws(DiskError) {
    path = BuildFolder.path(.new, beside: output)
    if let parent = Disk.parent(of: output) { try Disk.makeFolders(parent) }
    for folder in try BuildFolder.all(beside: output) { try folder.removeIfAbandoned() }
    try Disk.makeFolder(path)
    folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder < 0 { throw Self.failure(at: path) }
    flock(folder, LOCK_EX | LOCK_NB)
    ledger = openat(folder, Ledger.name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if ledger < 0 {
      let error = Self.failure(at: path)
      Glibc.close(folder)
      throw error
    }
  }

  /// Takes back the empty folder.
  private static func failure(at path: String) -> DiskError {
    let error = DiskError(path)
    rmdir(path)
    return error
  }

  /// Writes the ledger; where it says the same as the old site's, it keeps that one's time.
  func writeLedger(_ bytes: [UInt8], old: String) throws(DiskError) {
    let isWritten = bytes.withUnsafeBytes { Disk.write($0, to: ledger) }
    if !isWritten { throw DiskError(path + "/" + Ledger.name) }
    if case .bytes(bytes) = Disk.read(old, limit: bytes.count) { keepTime(of: old) }
  }

  private func keepTime(of old: String) {
    let file = open(old, O_RDONLY | O_CLOEXEC)
    if file < 0 { return }
    defer { Glibc.close(file) }
    Disk.copyTime(of: file, to: ledger)
  }

  /// Makes sure that all of it would survive a power cut, before it takes the old site's place.
  func sync() throws(DiskError) {
    if !Disk.sync(fileSystemOf: folder) { throw DiskError(path) }
  }

  /// Removes it, for a build that failed.
  func remove() {
    Glibc.close(ledger)
    Glibc.close(folder)
    try? BuildFolder.remove(path)
  }
}
