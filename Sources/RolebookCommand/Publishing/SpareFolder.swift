import Glibc

/// The site before the last one, kept to be made into the next one: most of its files are those of the published site,
/// so that only what differs has to be written. A site's cache has one at the most.
///
/// Nothing that lies in it is trusted: what the new site does not have is removed, and each file is compared with the
/// published one.
struct SpareFolder {
  let path: String
  /// The folder of the cache that holds it.
  private let shelf: String

  init(_ cache: OutputCache) {
    path = cache.path(.spare)
    shelf = cache.folder(of: .spare)
  }

  /// Moves it to where a new site is built. Returns the open folder, locked; nil where there is none that can be used.
  func move(to place: String) -> Int32? {
    if Disk.kind(shelf) != .folder { return nil }
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if folder < 0 { return nil }
    // Without a ledger nobody would know it again, were this build killed.
    if flock(folder, LOCK_EX | LOCK_NB) == 0, Disk.kind(path + "/" + Ledger.name) == .file,
      !Self.ignoresCase(folder),
      rename(path, place) == 0
    {
      return folder
    }
    close(folder)
    return nil
  }

  /// Where names that differ in case are one, a file might be written over another one.
  private static func ignoresCase(_ folder: Int32) -> Bool {
    faccessat(folder, Ledger.name.uppercased(), F_OK, AT_SYMLINK_NOFOLLOW) == 0
  }

  /// Moves the old site here, in the place of others; false where that cannot be, as on another file system.
  func keep(_ old: String) -> Bool {
    clear()
    do { try Disk.makeFolders(shelf) } catch { return false }
    return rename(old, path) == 0
  }

  /// Removes what is kept, also of other outputs.
  func clear() { try? Disk.remove(shelf) }
}
