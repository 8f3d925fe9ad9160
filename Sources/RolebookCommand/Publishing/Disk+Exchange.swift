import Glibc

extension Disk {
  /// Swaps two folders at once; in two steps where the file system cannot.
  static func exchange(_ new: String, _ old: String) throws(DiskError) {
    if swap(new, old) { return }
    guard [EINVAL, ENOSYS, ENOTSUP, EPERM].contains(errno) else { throw DiskError(old) }
    let aside = new + ".old"
    if rename(old, aside) != 0 { throw DiskError(old) }
    if rename(new, old) != 0 {
      let error = DiskError(old)
      rename(aside, old)
      throw error
    }
    if rename(aside, new) != 0 { throw DiskError(aside) }
  }

  private typealias Renameat2 =
    @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

  /// `renameat2` of Linux with RENAME_EXCHANGE. The header hides it from Swift, so it is looked up by name.
  private static func swap(_ left: String, _ right: String) -> Bool {
    guard let symbol = dlsym(nil, "renameat2") else {
      errno = ENOSYS
      return false
    }
    return unsafeBitCast(symbol, to: Renameat2.self)(AT_FDCWD, left, AT_FDCWD, right, 2) == 0
  }

  /// Asks the system to keep a file, or a folder's entries, through a power cut.
  static func flush(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return }
    fsync(descriptor)
    close(descriptor)
  }
}
