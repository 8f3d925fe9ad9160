import Crypto
import Glibc

/// What tells files that did not change from others without reading them, as git's index does: their inodes, sizes and
/// times, in one digest.
struct Stamps: Sendable {
  /// Lower-case hexadecimal.
  let digest: String
  /// The latest time at which any of the files was changed, in nanoseconds since 1970.
  let latest: Int

  /// How many files a task looks at before it takes the next ones.
  private static let chunk = 512

  /// The stamps of files by their paths, which end with a zero byte, relative to an open folder; links are followed. A
  /// file that was linked into another folder keeps its stamp if links do not count.
  init(of paths: [[UInt8]], in folder: Int32, countsLinks: Bool, jobs: Int) async {
    let chunks = stride(from: 0, to: paths.count, by: Self.chunk).map {
      paths[$0..<min($0 + Self.chunk, paths.count)]
    }
    let parts = await inParallel(chunks, jobs: jobs) { paths in
      var part: (bytes: [UInt8], latest: Int) = ([], 0)
      for path in paths { Self.note(path, folder, countsLinks, in: &part) }
      return part
    }
    var hash = SHA256()
    for part in parts { part.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) } }
    digest = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    latest = parts.map(\.latest).max() ?? 0
  }

  private static func note(
    _ path: [UInt8], _ folder: Int32, _ countsLinks: Bool, in part: inout (bytes: [UInt8], latest: Int)
  ) {
    var status = stat()
    let isThere =
      path.withUnsafeBytes {
        fstatat(folder, $0.bindMemory(to: CChar.self).baseAddress!, &status, 0)
      } == 0
    // The system changes this time with the content, the mode and the links of a file, and lets nobody set it.
    let changed = nanoseconds(status.st_ctim)
    let written = nanoseconds(status.st_mtim)
    part.bytes += path
    for number in [
      isThere ? 1 : 0, Int(status.st_dev), Int(status.st_ino), Int(status.st_size), written,
      countsLinks ? changed : 0,
    ] {
      withUnsafeBytes(of: number) { part.bytes.append(contentsOf: $0) }
    }
    part.latest = max(part.latest, written, changed)
  }

  private static func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }
}
