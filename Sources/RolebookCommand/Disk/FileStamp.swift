import Glibc

/// What tells a file that nobody touched from others without reading it: it is the same, it has the same size, and it was
/// written at the same time. How many links lead to it does not matter.
struct FileStamp: Equatable, Sendable {
  /// The number of bytes that it is written in.
  static let length = 32

  private let device: Int
  private let inode: Int
  private let size: Int
  /// In nanoseconds since 1970.
  private let written: Int

  init(_ status: stat) {
    device = Int(truncatingIfNeeded: status.st_dev)
    inode = Int(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    written = status.st_mtim.nanoseconds
  }

  /// The stamp of an open file; nil where the system does not say.
  init?(ofOpen file: Int32) {
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The stamp of the file at a path below an open folder; nil where there is none.
  init?(of path: String, in folder: Int32) {
    var status = stat()
    guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0, Disk.Kind(mode: status.st_mode) == .file
    else { return nil }
    self.init(status)
  }

  /// Reads one from at least `length` bytes.
  init(written bytes: UnsafeRawBufferPointer) {
    func number(_ index: Int) -> Int { bytes.loadUnaligned(fromByteOffset: index * 8, as: Int.self) }
    (device, inode, size, written) = (number(0), number(1), number(2), number(3))
  }

  func append(to bytes: inout [UInt8]) {
    for number in [device, inode, size, written] {
      withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }
  }
}
