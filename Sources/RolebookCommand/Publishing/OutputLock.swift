import Glibc

/// The right to publish to a folder, which one program has at a time: a lock of the folder or, where there is none yet,
/// of the nearest one above it. It is held until the program ends, however it ends.
///
/// It is taken before the site is read, so that of two builds the later one also publishes the later pages.
struct OutputLock {
  private let folder: Int32

  /// Waits for a build that runs, and says so once. What a killed build moved aside is put back.
  init(of output: String, whenWaiting say: @escaping () -> Void = {}) throws {
    do { folder = try Self.take(output, Waiting(say)) } catch {
      throw Failure(.disk, "cannot open \(error.path): \(error.reason)")
    }
  }

  /// Lets another build begin. The end of the program does so too.
  func release() { close(folder) }

  private static func take(_ output: String, _ waiting: Waiting) throws(DiskError) -> Int32 {
    while true {
      let (folder, path) = try openNearest(output)
      waiting.lock(folder)
      // A build that ended meanwhile put another folder in the place of the one that was locked.
      if try isNearest(folder, to: output) {
        if path == output { return folder }
        if try !putBack(output, waiting) { return folder }
      }
      close(folder)
    }
  }

  /// Opens the folder, or the nearest one above it that is there.
  private static func openNearest(_ output: String) throws(DiskError) -> (folder: Int32, path: String) {
    var path = output
    while true {
      let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if folder >= 0 { return (folder, path) }
      let isAbsent = [ENOENT, ENOTDIR, ELOOP].contains(errno)
      guard isAbsent, let parent = Disk.parent(of: path) else { throw DiskError(path) }
      path = parent
    }
  }

  private static func isNearest(_ folder: Int32, to output: String) throws(DiskError) -> Bool {
    let (other, _) = try openNearest(output)
    defer { close(other) }
    var left = stat()
    var right = stat()
    return fstat(folder, &left) == 0 && fstat(other, &right) == 0 && left.st_dev == right.st_dev
      && left.st_ino == right.st_ino
  }

  /// Puts an old site back that was moved aside by a build which never put the new one in its place. One that still runs
  /// is waited for.
  private static func putBack(_ output: String, _ waiting: Waiting) throws(DiskError) -> Bool {
    guard Disk.kind(output) == nil,
      let aside = try BuildFolder.all(beside: output).first(where: { $0.part == .old })
    else { return false }
    let folder = open(aside.path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if folder < 0, errno == ENOENT { return true }
    if folder < 0 { throw DiskError(aside.path) }
    defer { close(folder) }
    waiting.lock(folder)
    if Disk.kind(output) == nil, rename(aside.path, output) != 0, errno != ENOENT {
      throw DiskError(aside.path)
    }
    return true
  }
}

extension OutputLock {
  /// Takes locks, and says once that it waits for one.
  private final class Waiting {
    private var say: (() -> Void)?

    init(_ say: @escaping () -> Void) { self.say = say }

    /// Where the file system knows no locks, builds go on without.
    func lock(_ folder: Int32) {
      if flock(folder, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      say?()
      say = nil
      while flock(folder, LOCK_EX) != 0, errno == EINTR {}
    }
  }
}
