import Markdown

/// A part of the log that `DocumentCache` reads, in pieces that are made while they are written: all of it would take
/// more memory than the pages.
public struct DocumentLog: Sequence, IteratorProtocol, Sendable {
  /// How many pages a piece holds.
  private static let pagesInPiece = 64

  private var rest: ArraySlice<Page>
  private var head: [UInt8]
  /// The entry that an earlier log holds of a page.
  private let kept: @Sendable (Page) -> ArraySlice<UInt8>?
  private var archive: [UInt8] = []

  /// The head, then an entry for each page.
  init(of pages: [Page], head: [UInt8], kept: @escaping @Sendable (Page) -> ArraySlice<UInt8>?) {
    rest = pages[...]
    self.head = head
    self.kept = kept
  }

  public mutating func next() -> [UInt8]? {
    if rest.isEmpty { return nil }
    var piece = head
    head = []
    for page in rest.prefix(Self.pagesInPiece) { appendEntry(of: page, to: &piece) }
    rest = rest.dropFirst(Self.pagesInPiece)
    return piece
  }

  private mutating func appendEntry(of page: Page, to piece: inout [UInt8]) {
    if let entry = kept(page) { return piece.append(contentsOf: entry) }
    archive.removeAll(keepingCapacity: true)
    page.frontMatter.newlyRead?.appendArchive(to: &archive)
    let length = UInt32(archive.count)
    archive.insert(contentsOf: withUnsafeBytes(of: length, Array.init), at: 0)
    page.document.appendArchive(to: &archive)
    page.blob.append(to: &piece)
    let sum = archive.withUnsafeBytes { checksum(of: $0) }
    for number in [sum, UInt64(archive.count)] {
      withUnsafeBytes(of: number) { piece.append(contentsOf: $0) }
    }
    piece.append(contentsOf: archive)
  }
}
