import Glibc

/// Calls of Linux that the headers hide from Swift, so that they are looked up by name.
extension Disk {
  /// Swaps two entries at once: `renameat2` with RENAME_EXCHANGE. False where the file system cannot, with `errno` set.
  static func swap(_ left: String, _ right: String) -> Bool {
    typealias Call =
      @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    guard let call = dlsym(nil, "renameat2") else { return fail(with: ENOSYS) }
    return unsafeBitCast(call, to: Call.self)(AT_FDCWD, left, AT_FDCWD, right, 2) == 0
  }

  /// Waits until all that was written to the file system of an open file would survive a power cut; false where the
  /// call failed, with `errno` set. It is one call for thousands of files, and none on a file system in memory.
  static func sync(fileSystemOf file: Int32) -> Bool {
    guard let call = dlsym(nil, "syncfs") else { return fail(with: ENOSYS) }
    return unsafeBitCast(call, to: (@convention(c) (Int32) -> Int32).self)(file) == 0
  }

  private static func fail(with code: Int32) -> Bool {
    errno = code
    return false
  }
}
