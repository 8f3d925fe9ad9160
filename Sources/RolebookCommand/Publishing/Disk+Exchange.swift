import Glibc

extension Disk {
  /// Puts a new folder in an old one's place and returns where the old one lies then.
  ///
  /// Where the file system cannot exchange two folders, the old one is moved aside first: to `aside`, whose name tells a
  /// later build to put it back if this one is killed before its next step.
  static func exchange(_ new: String, _ old: String, aside: String) throws(DiskError) -> String {
    if swap(new, old) { return new }
    guard [EINVAL, ENOSYS, ENOTSUP, EPERM].contains(errno) else { throw DiskError(old) }
    if rename(old, aside) != 0 { throw DiskError(old) }
    if rename(new, old) == 0 { return aside }
    let error = DiskError(old)
    if rename(aside, old) == 0 { throw error }
    throw DiskError(old, reason: "\(error.reason); the old site lies in \(aside) until the next build")
  }

  /// Asks the system to keep a file, or a folder's entries, through a power cut.
  static func flush(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return }
    fsync(descriptor)
    close(descriptor)
  }
}
