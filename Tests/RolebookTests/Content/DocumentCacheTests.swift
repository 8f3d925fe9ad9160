import Markdown
import Testing

@testable import Rolebook

/// What is read from a cache is what would have been parsed.
@Suite struct DocumentCacheTests {
  private static let files = [
    "# One\n\n| a | b |\n| - | - |\n| `x\\|y` | &amp; |\n",
    "# Two\n\n> [!NOTE]\n> text\n\n```sql\nSELECT 1;\n```\n",
    "", "---\ntitle: Four\n---\n\n[x]: /y\n\n[x] *e* **s**\n",
  ].enumerated().map { SourceFile(path: "content/\($0).md", role: .page, bytes: Array($1.utf8)) }

  @Test func givesTheDocumentsThatWereParsed() async {
    let parsed = await pages(Self.files, cache: nil)
    let cache = cache(log(empty.update(for: parsed)))
    for (page, file) in zip(parsed, Self.files) {
      let cached = cache.reading(of: page.blob, source: file.text)?.document
      #expect(cached.map(html) == html(page.document))
      #expect(cached?.nodes.map(\.span) == page.document.nodes.map(\.span))
    }
    #expect(isNone(cache.update(for: parsed)))
  }

  @Test func appendsWhatIsNewAndReplacesWhatIsMostlyOld() async {
    let parsed = await pages(Self.files, cache: nil)
    let first = log(empty.update(for: Array(parsed[..<3])))
    guard case .append(let more) = cache(first).update(for: parsed) else {
      Issue.record("the fourth page is not appended")
      return
    }
    #expect(
      cache(first + Array(more.joined())).reading(of: parsed[3].blob, source: Self.files[3].text) != nil)
    let other = await pages(
      [SourceFile(path: "content/x.md", role: .page, bytes: Array("# X\n".utf8))], cache: nil)
    guard case .replace = cache(first + Array(more.joined())).update(for: other) else {
      Issue.record("a log of four other pages is not written anew")
      return
    }
  }

  @Test func knowsNothingOfAnotherProgramOrOtherLimits() async {
    let parsed = await pages(Self.files, cache: nil)
    let bytes = log(empty.update(for: parsed))
    var limits = Limits()
    limits.nesting = 3
    for other in [
      DocumentCache(bytes, program: "other", limits: Limits()),
      DocumentCache(bytes, program: "p", limits: limits),
    ] {
      #expect(other.reading(of: parsed[0].blob, source: Self.files[0].text) == nil)
    }
  }

  /// No damage gives another document than the one that was parsed, and none is fatal.
  @Test func passesOverDamage() async {
    let parsed = await pages(Self.files, cache: nil)
    let bytes = log(empty.update(for: parsed))
    for offset in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[offset] ^= 0x41
      for bytes in [damaged, Array(bytes[..<offset])] {
        let cache = cache(bytes)
        for (page, file) in zip(parsed, Self.files) {
          guard let document = cache.reading(of: page.blob, source: file.text)?.document else { continue }
          #expect(html(document) == html(page.document), "byte \(offset)")
        }
      }
    }
  }

  @Test func keepsFrontMatterWithItsPlaces() async throws {
    let text = "---\ntitle: \"A: b\"\ntags: [x, 'y', ~]\noptions:\n  - {id: o, title: ü}\nodd: 1\n---\n# T\n"
    let file = SourceFile(path: "content/a.md", role: .page, bytes: Array(text.utf8))
    let parsed = await pages([file], cache: nil)
    let cached = await pages([file], cache: cache(log(empty.update(for: parsed))))
    #expect(cached[0].frontMatter.newlyRead == nil && parsed[0].frontMatter.newlyRead != nil)
    var expected = parsed[0].frontMatter
    expected.newlyRead = nil
    #expect("\(cached[0].frontMatter)" == "\(expected)")
    #expect(cached[0].title == "A: b" && cached[0].frontMatter.problems.count == 2)
  }

  /// A log that is written anew keeps what this run did not read.
  @Test func keepsWhatItFoundWhenItIsWrittenAnew() async {
    let parsed = await pages(Self.files, cache: nil)
    let first = cache(log(empty.update(for: parsed)))
    let one = [Self.files[3]]
    let again = cache(log(first.update(for: await pages(one, cache: first))))
    let kept = again.reading(of: parsed[3].blob, source: Self.files[3].text)
    #expect(kept?.frontMatter?.span == parsed[3].frontMatter.newlyRead?.span)
    #expect(kept.map { html($0.document) } == html(parsed[3].document))
  }

  /// What is appended after an entry that was cut off could not be found.
  @Test func replacesALogThatWasCutOff() async {
    let parsed = await pages(Self.files, cache: nil)
    let bytes = log(empty.update(for: parsed))
    guard case .replace = cache(Array(bytes.dropLast())).update(for: parsed) else {
      Issue.record("a log without its last byte is kept")
      return
    }
  }

  @Test func sumsUpEveryByte() {
    let bytes = (0..<21).map { UInt8($0) }
    let sum = bytes.withUnsafeBytes { checksum(of: $0) }
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x80
      #expect(damaged.withUnsafeBytes { checksum(of: $0) } != sum)
    }
    #expect((bytes + [0]).withUnsafeBytes { checksum(of: $0) } != sum)
  }

  private let empty = DocumentCache(program: "p", limits: Limits())

  private func cache(_ bytes: [UInt8]) -> DocumentCache {
    DocumentCache(bytes, program: "p", limits: Limits())
  }

  private func pages(_ files: [SourceFile], cache: DocumentCache?) async -> [Page] {
    await Page.readAll(files, settings: Settings(), cache: cache, jobs: 1)
  }

  private func log(_ update: DocumentCache.Update) -> [UInt8] {
    if case .replace(let log) = update { Array(log.joined()) } else { [] }
  }

  private func isNone(_ update: DocumentCache.Update) -> Bool {
    if case .none = update { true } else { false }
  }

  private func html(_ document: Document) -> String {
    var bytes: [UInt8] = []
    document.appendHTML(to: &bytes, style: .commonMark)
    return String(decoding: bytes, as: UTF8.self)
  }
}
