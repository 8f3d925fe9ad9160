import Glibc

/// The files of the site that is about to be replaced.
struct OldFiles: Sendable {
  /// The open folder; nil where there is none yet.
  private let folder: Int32?

  init(in path: String) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    self.folder = folder < 0 ? nil : folder
  }

  func close() { if let folder { Glibc.close(folder) } }

  /// Whether the file at this path is the one that has this stamp.
  func hold(_ stamp: FileStamp, at path: String) -> Bool {
    folder.map { FileStamp(of: path, in: $0) == stamp } ?? false
  }

  /// The stamp of the file at this path, if it holds these bytes. The buffer is for reading it.
  func stamp(ofFileWith bytes: [UInt8], at path: String, _ buffer: inout [UInt8]) -> FileStamp? {
    guard let folder else { return nil }
    let file = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if file < 0 { return nil }
    defer { Glibc.close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, Disk.Kind(mode: status.st_mode) == .file,
      Int(status.st_size) == bytes.count, Self.hold(bytes, file, &buffer)
    else { return nil }
    return FileStamp(status)
  }

  private static func hold(_ bytes: [UInt8], _ file: Int32, _ buffer: inout [UInt8]) -> Bool {
    if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: 1 << 18) }
    var done = 0
    while done < bytes.count {
      let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      guard count > 0, done + count <= bytes.count else { return false }
      let isSame = buffer.withUnsafeBytes { read in
        bytes.withUnsafeBytes { memcmp(read.baseAddress!, $0.baseAddress! + done, count) == 0 }
      }
      if !isSame { return false }
      done += count
    }
    return true
  }

  /// Takes the file at this path along into a new folder; false where the file system cannot.
  func link(_ path: String, into new: Int32) -> Bool {
    folder.map { linkat($0, path, new, path, 0) == 0 } ?? false
  }
}

extension Disk {
  /// Gives an open file the time at which another was last changed.
  static func copyTime(of source: Int32, to target: Int32) {
    var status = stat()
    if fstat(source, &status) != 0 { return }
    var times = [status.st_mtim, status.st_mtim]
    futimens(target, &times)
  }

  /// The same for files by their paths.
  static func copyTime(of source: String, to target: String) {
    let files = [source, target].map { (path: String) in open(path, O_RDONLY | O_CLOEXEC) }
    if files.allSatisfy({ $0 >= 0 }) { copyTime(of: files[0], to: files[1]) }
    for file in files where file >= 0 { close(file) }
  }
}
