import Digests
import Glibc

/// Paths as the system takes them, one after the other, each with a zero byte at its end.
struct PathList: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each path starts.
  private(set) var starts: [Int] = []

  init() {}

  /// Takes lines, the last of which may lack its end.
  init(lines: ArraySlice<UInt8>) {
    for line in lines.split(separator: UInt8(ascii: "\n")) { append(line) }
  }

  mutating func append(_ path: some Collection<UInt8>) {
    starts.append(bytes.count)
    bytes.append(contentsOf: path)
    bytes.append(0)
  }
}

/// What tells files that did not change from others without reading them, as git's index does: their inodes, sizes and
/// times, in one digest.
struct Stamps: Sendable {
  /// Lower-case hexadecimal.
  let digest: String
  /// The latest time at which any of the files was changed, in nanoseconds since 1970.
  let latest: Int

  /// How many files a task looks at before it takes the next ones.
  private static let chunk = 512

  /// The stamps of files by their paths, relative to an open folder; links are followed. A file that was linked into
  /// another folder keeps its stamp if links do not count. A task that is cancelled leaves files out.
  init(of paths: PathList, in folder: Int32, countsLinks: Bool, jobs: Int) async {
    let parts = await inParallel(paths.starts.chunks(of: Self.chunk), jobs: jobs) { starts in
      var part: (bytes: [UInt8], latest: Int) = ([], 0)
      if Task.isCancelled { return part }
      paths.bytes.withUnsafeBytes { bytes in
        for start in starts { Self.note(bytes.baseAddress! + start, folder, countsLinks, in: &part) }
      }
      return part
    }
    var hash = SHA256()
    hash.update(paths.bytes)
    for part in parts { hash.update(part.bytes) }
    digest = hexadecimal(hash.digest())
    latest = parts.map(\.latest).max() ?? 0
  }

  private static func note(
    _ path: UnsafeRawPointer, _ folder: Int32, _ countsLinks: Bool,
    in part: inout (bytes: [UInt8], latest: Int)
  ) {
    var status = stat()
    let isThere = fstatat(folder, path.assumingMemoryBound(to: CChar.self), &status, 0) == 0
    // The system changes this time with the content, the mode and the links of a file, and lets nobody set it.
    let changed = status.st_ctim.nanoseconds
    let written = status.st_mtim.nanoseconds
    for number in [
      isThere ? 1 : 0, Int(status.st_dev), Int(status.st_ino), Int(status.st_size), written,
      countsLinks ? changed : 0,
    ] {
      withUnsafeBytes(of: number) { part.bytes.append(contentsOf: $0) }
    }
    part.latest = max(part.latest, written, changed)
  }
}

extension timespec {
  /// In nanoseconds: a time since 1970.
  var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}
