import Glibc

extension Disk {
  /// What reading a file gave.
  enum Content: Equatable {
    case bytes([UInt8])
    /// More bytes than allowed; not read.
    case tooLarge(Int)
    /// In the system's words.
    case unreadable(String)
  }

  /// Reads a regular file of at most `limit` bytes. Never waits: a pipe or a device is unreadable.
  static func read(_ path: String, limit: Int) -> Content {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    if file < 0 { return .unreadable(DiskError.words(for: errno)) }
    defer { close(file) }
    var status = stat()
    if fstat(file, &status) != 0 { return .unreadable(DiskError.words(for: errno)) }
    switch Kind(mode: status.st_mode) {
    case .file: break
    case .folder: return .unreadable("is a folder")
    default: return .unreadable("is not a regular file")
    }
    if Int(status.st_size) > limit { return .tooLarge(Int(status.st_size)) }
    return readToEnd(file, expecting: Int(status.st_size))
  }

  /// Reads all of an open file, such as standard input.
  static func readToEnd(_ file: Int32, expecting size: Int = 65_536) -> Content {
    var failure: Int32 = 0
    var bytes: [UInt8] = []
    var room = size + 1
    while true {
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        takeInLargeSteps(buffer)
        count = max(0, fill(buffer, from: file, failure: &failure))
      }
      if failure != 0 { return .unreadable(DiskError.words(for: failure)) }
      bytes = bytes.isEmpty ? part : bytes + part
      if part.count < room { return .bytes(bytes) }
      room = max(room, 65_536)
    }
  }

  /// Asks the system for the memory of a large buffer by megabytes: by pages, that takes longer than to read.
  private static func takeInLargeSteps(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    let step = 2 << 20
    guard buffer.count > 2 * step, let base = buffer.baseAddress else { return }
    let start = UnsafeMutableRawPointer(base).alignedUp(toMultipleOf: step)
    madvise(start, buffer.count - step, Int32(MADV_HUGEPAGE))
  }

  /// Reads until the buffer is full or the file ends.
  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, from file: Int32, failure: inout Int32
  ) -> Int {
    var done = 0
    while done < buffer.count {
      let count = Glibc.read(file, buffer.baseAddress! + done, buffer.count - done)
      if count == 0 { break }
      if count < 0, errno == EINTR { continue }
      if count < 0 {
        failure = errno
        break
      }
      done += count
    }
    return done
  }

  /// Writes all the bytes; false where the call failed, with `errno` set.
  static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var done = 0
    while done < bytes.count, let start = bytes.baseAddress {
      let count = Glibc.write(file, start + done, bytes.count - done)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return false }
      done += count
    }
    return true
  }

  /// Creates a file that is not there yet.
  static func create(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if file < 0 { throw DiskError(path) }
    let written = bytes.withUnsafeBytes { write($0, to: file) }
    let failure = errno
    close(file)
    if !written { throw DiskError(path, reason: DiskError.words(for: failure)) }
  }

  /// Adds to the end of a file, which is made where it is missing.
  static func append(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    if file < 0 { throw DiskError(path) }
    let written = bytes.withUnsafeBytes { write($0, to: file) }
    let failure = errno
    close(file)
    if !written { throw DiskError(path, reason: DiskError.words(for: failure)) }
  }

  /// Adds to the end of a file that is there, no link.
  static func append(_ bytes: [UInt8], to path: String) throws(DiskError) {
    let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
    if file < 0 { throw DiskError(path) }
    defer { close(file) }
    if !bytes.withUnsafeBytes({ write($0, to: file) }) { throw DiskError(path) }
  }
}
