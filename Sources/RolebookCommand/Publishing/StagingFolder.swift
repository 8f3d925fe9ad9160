import Glibc

/// The folder beside the output in which a new site is built.
///
/// It is locked until it is released or the program ends, also when it has become the output: what a killed build left is known by its
/// lock being free.
struct StagingFolder: Sendable {
  let path: String
  /// The open folder.
  let folder: Int32
  /// Whether it is the site before the last one: files may lie in it where new ones belong.
  let isReused: Bool

  /// Makes the folder beside `output`, of the spare one if that can be used, and removes those that killed builds left
  /// there.
  init(beside output: String, reusing spare: SpareFolder? = nil) throws(DiskError) {
    path = BuildFolder.path(.new, beside: output)
    if let parent = Disk.parent(of: output) { try Disk.makeFolders(parent) }
    for folder in try BuildFolder.all(beside: output) { try folder.removeIfAbandoned() }
    let reused = spare?.move(to: path)
    isReused = reused != nil
    folder = if let reused { reused } else { try Self.makeLocked(path) }
  }

  /// Makes an empty folder with an empty ledger, by which it is known as ours.
  private static func makeLocked(_ path: String) throws(DiskError) -> Int32 {
    try Disk.makeFolder(path)
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder < 0 { throw failure(at: path) }
    flock(folder, LOCK_EX | LOCK_NB)
    let ledger = openat(folder, Ledger.name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if ledger < 0 {
      let error = failure(at: path)
      close(folder)
      throw error
    }
    close(ledger)
    return folder
  }

  /// Takes back the empty folder.
  private static func failure(at path: String) -> DiskError {
    let error = DiskError(path)
    rmdir(path)
    return error
  }

  /// Writes the ledger; where it says the same as the old site's, it keeps that one's time.
  func writeLedger(_ bytes: [UInt8], old: String) throws(DiskError) {
    let place = path + "/" + Ledger.name
    try Disk.replaceOrCreate(place, bytes)
    if case .bytes(bytes) = Disk.read(old, limit: bytes.count) { Disk.copyTime(of: old, to: place) }
  }

  /// Makes sure that all of it would survive a power cut, before it takes the old site's place.
  func sync() throws(DiskError) {
    if !Disk.sync(fileSystemOf: folder) { throw DiskError(path) }
  }

  /// Gives the lock back.
  func release() { close(folder) }

  /// Removes it, for a build that failed.
  func remove() {
    release()
    try? BuildFolder.remove(path)
  }
}
