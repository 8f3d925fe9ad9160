import Markdown

/// Documents and front matter that earlier runs parsed, found by the blob id of their file, so that a page that did
/// not change is not parsed again.
///
/// It is a log: a head that names the program, then an entry for each page: the blob id of its file, the checksum and
/// the length of its archive, and the archive. That is the length of the front matter's, both of them, one after
/// the other. What is damaged or of another program is not there.
public struct DocumentCache: Sendable {
  /// What a run has to write so that the next one finds its documents.
  public enum Update: Sendable {
    case none
    case append(DocumentLog)
    case replace(DocumentLog)
  }

  private let bytes: [UInt8]
  private let head: [UInt8]
  private var entries: [BlobID: Range<Int>] = [:]
  /// Whether the last entry ends where the log does; after one that was cut off nothing can be found.
  private var isWhole = true

  /// Takes what was written before; `program` tells this build of the program from others, and settings that
  /// documents depend on tell sites apart.
  public init(_ bytes: [UInt8] = [], program: String, limits: Limits) {
    head = cacheHead(of: "documents", program, limits)
    let isOurs = bytes.starts(with: head)
    self.bytes = isOurs ? bytes : []
    if isOurs { (entries, isWhole) = Self.findEntries(in: bytes, from: head.count) }
  }

  /// What was parsed before of a file with this blob id.
  func reading(of blob: BlobID, source: SourceText) -> (document: Document, frontMatter: YAML?)? {
    guard let range = entries[blob] else { return nil }
    return bytes.withUnsafeBytes { bytes in
      let entry = UnsafeRawBufferPointer(rebasing: bytes[range])
      let archive = UnsafeRawBufferPointer(rebasing: entry[Self.entryHead...])
      let written = entry.loadUnaligned(fromByteOffset: BlobID.length, as: UInt64.self)
      guard archive.count >= 4, checksum(of: archive) == written else { return nil }
      let start = 4 + Int(archive.loadUnaligned(as: UInt32.self))
      guard start <= archive.count,
        let document = Document(archive: UnsafeRawBufferPointer(rebasing: archive[start...]), of: source)
      else { return nil }
      return (document, YAML(archive: UnsafeRawBufferPointer(rebasing: archive[4..<start])))
    }
  }

  /// What to write after these pages were read. A log that is damaged or mostly of other pages is
  /// written anew.
  public func update(for pages: [Page]) -> Update {
    let isStale = entries.isEmpty || !isWhole || entries.count > 2 * pages.count
    let new = pages.indices.filter {
      pages[$0].document.excess == nil && (isStale || entries[pages[$0].blob] == nil)
    }
    if new.isEmpty { return .none }
    let log = DocumentLog(of: new.map { pages[$0] }, head: isStale ? head : []) { page in
      entries[page.blob].map { bytes[$0] }
    }
    return isStale ? .replace(log) : .append(log)
  }

  /// The blob id, and the checksum and the length as eight bytes each.
  static let entryHead = BlobID.length + 16

  /// Where each entry lies, and whether they fill the log; those after a damaged length are lost.
  private static func findEntries(
    in bytes: [UInt8], from start: Int
  ) -> (entries: [BlobID: Range<Int>], isWhole: Bool) {
    bytes.withUnsafeBytes { bytes in
      var entries: [BlobID: Range<Int>] = [:]
      var offset = start
      while offset + entryHead <= bytes.count {
        let length = bytes.loadUnaligned(fromByteOffset: offset + entryHead - 8, as: UInt64.self)
        guard length <= bytes.count - offset - entryHead else { break }
        let end = offset + entryHead + Int(length)
        let blob = BlobID(written: UnsafeRawBufferPointer(rebasing: bytes[offset...]))
        entries[blob] = offset..<end
        offset = end
      }
      return (entries, offset == bytes.count)
    }
  }
}

/// What a cache begins with: what it holds, which build of the program wrote it, and what reading a page depends on
/// besides its file.
func cacheHead(of content: String, _ program: String, _ limits: Limits) -> [UInt8] {
  let numbers = [limits.nesting, limits.brackets, limits.lineBytes, limits.fileBytes]
  return Array("rolebook \(content) \(program) \(numbers)\n".utf8)
}
