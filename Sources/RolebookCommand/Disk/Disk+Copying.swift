import Glibc

extension Disk {
  /// Copies the rest of an open file into an empty one, inside the kernel, so that a large file takes no memory, and
  /// a hole in it neither time nor room; false where a call failed, with `errno` set.
  static func copy(_ source: Int32, to target: Int32) -> Bool {
    var status = stat()
    if fstat(source, &status) != 0 { return false }
    let size = Int(status.st_size)
    if Int(status.st_blocks) * 512 >= size { return send(source, to: target, atMost: .max) }
    if ftruncate(target, off_t(size)) != 0 { return false }
    var start = nextData(in: source, from: 0, size)
    while start < size {
      let end = lseek(source, off_t(start), seekHole)
      if lseek(source, off_t(start), SEEK_SET) < 0 || lseek(target, off_t(start), SEEK_SET) < 0 {
        return false
      }
      if !send(source, to: target, atMost: end < 0 ? size - start : Int(end) - start) { return false }
      if end < 0 { return true }
      start = nextData(in: source, from: Int(end), size)
    }
    return true
  }

  // As lseek(2) has them; the C library hides them behind a macro.
  private static let seekData: Int32 = 3
  private static let seekHole: Int32 = 4

  /// Where a file has bytes again; its size where only a hole is left, and `start` where the file system cannot tell.
  private static func nextData(in file: Int32, from start: Int, _ size: Int) -> Int {
    let data = lseek(file, off_t(start), seekData)
    return data >= 0 ? Int(data) : errno == ENXIO ? size : start
  }

  /// Sends so many bytes, or those up to the file's end.
  private static func send(_ source: Int32, to target: Int32, atMost length: Int) -> Bool {
    var left = length
    while left > 0 {
      let count = sendfile(target, source, nil, min(left, 1 << 30))
      if count == 0 { return true }
      if count < 0, errno != EINTR { return false }
      left -= max(0, count)
    }
    return true
  }
}
