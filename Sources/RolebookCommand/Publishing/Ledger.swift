/// `.rolebook` in the output folder: says that the folder is ours and which files we published.
struct Ledger {
  static let name = ".rolebook"
  private static let title = "published by rolebook; files that are not listed here are carried over"

  /// Relative to the output folder.
  let paths: Set<String>
  /// As it was read.
  private let bytes: [UInt8]

  /// Reads a ledger; nil where there is none, or the same as the other one.
  init?(at path: String, unlike other: Ledger? = nil) throws(DiskError) {
    if Disk.kind(path) == nil { return nil }
    guard case .bytes(let bytes) = Disk.read(path, limit: .max - 1) else {
      throw DiskError(path, reason: "it is no readable file")
    }
    if bytes == other?.bytes { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard lines.first?.starts(with: "published by rolebook".utf8) == true else { return nil }
    paths = Set(lines.dropFirst().map { String(decoding: $0, as: UTF8.self) })
    self.bytes = bytes
  }

  private init(paths: Set<String>) {
    self.paths = paths
    bytes = []
  }

  /// A ledger of what either lists. A branch that git switched to has another ledger than the build before,
  /// whose files git ignores and leaves behind.
  func joined(with other: Ledger?) -> Ledger {
    other.map { Ledger(paths: paths.union($0.paths)) } ?? self
  }

  /// The bytes of a ledger that lists these paths.
  static func bytes(listing paths: some Collection<String>) -> [UInt8] {
    var bytes = Array((title + "\n").utf8)
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      bytes.append(contentsOf: path.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
