import Glibc

/// A file that is written beside another one and then takes its place.
///
/// Its name begins with a dot, so that it is never read as content, and is the same in each run: what a killed run left
/// is written over by the next one. Two runs at once wait for each other. It is removed with this object, unless it is in
/// its place by then.
final class NewFile: Sendable {
  /// Where it is written: `.a.md.new` for `a.md`.
  let beside: String
  private let path: String
  private let file: Int32

  /// Opens an empty file beside the path.
  init(for path: String) throws(DiskError) {
    let name = ".\(Disk.name(of: path)).new"
    beside = Disk.parent(of: path).map { ($0 == "/" ? "" : $0) + "/" + name } ?? name
    self.path = path
    file = try Self.openLocked(beside, for: path)
  }

  deinit {
    if Self.isOpen(file, at: beside) { unlink(beside) }
    close(file)
  }

  private static func openLocked(_ beside: String, for path: String) throws(DiskError) -> Int32 {
    while true {
      let file = open(beside, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o666)
      if file < 0 { throw DiskError(path) }
      while flock(file, LOCK_EX) != 0, errno == EINTR {}
      // A run that ended meanwhile moved the file that was locked into its place.
      if isOpen(file, at: beside) {
        if ftruncate(file, 0) == 0 { return file }
        let error = DiskError(path)
        close(file)
        throw error
      }
      close(file)
    }
  }

  private static func isOpen(_ file: Int32, at path: String) -> Bool {
    var left = stat()
    var right = stat()
    return fstat(file, &left) == 0 && lstat(path, &right) == 0 && left.st_dev == right.st_dev
      && left.st_ino == right.st_ino
  }

  /// Writes the bytes at its end.
  func write(_ pieces: some Sequence<[UInt8]>) throws(DiskError) {
    if pieces.allSatisfy({ piece in piece.withUnsafeBytes { Disk.write($0, to: file) } }) { return }
    throw DiskError(path)
  }

  /// Puts it in its place; with a mode, or with that of a new file.
  func publish(mode: mode_t? = nil, survivesPowerCut: Bool = false) throws(DiskError) {
    let hasMode = mode.map { fchmod(file, $0) == 0 } ?? true
    let isSafe = !survivesPowerCut || fsync(file) == 0
    if !hasMode || !isSafe || rename(beside, path) != 0 { throw DiskError(path) }
    if survivesPowerCut, let parent = Disk.parent(of: path) { Disk.flush(parent) }
  }
}
