/// A path from `/` without `.` and `..`, made step by step.
struct PlainPath {
  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  private var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Goes on along a relative path; false where that leaves the site.
  mutating func follow(_ path: Substring.UTF8View) -> Bool {
    let isInside = path.withContiguousStorageIfAvailable { follow($0) }
    return isInside ?? Array(path).withUnsafeBufferPointer { follow($0) }
  }

  private mutating func follow(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start < path.count {
      var end = start
      while end < path.count, path[end] != Self.slash { end += 1 }
      if !step(UnsafeBufferPointer(rebasing: path[start..<end])) { return false }
      start = end + 1
    }
    return true
  }

  private mutating func step(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
    if part.isEmpty || (part.count == 1 && part[0] == Self.dot) { return true }
    if part.count == 2, part[0] == Self.dot, part[1] == Self.dot {
      guard let start = bytes.lastIndex(of: Self.slash) else { return false }
      bytes.removeSubrange(start...)
    } else {
      bytes.append(Self.slash)
      bytes.append(contentsOf: part)
    }
    return true
  }

  /// The path as text; a folder's ends in a slash.
  mutating func text(isFolder: Bool) -> String {
    if isFolder || bytes.isEmpty { bytes.append(Self.slash) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
