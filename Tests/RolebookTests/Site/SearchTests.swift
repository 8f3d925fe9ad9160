import Foundation
import Markdown
import Testing

@testable import Rolebook

@Suite struct SearchTests {
  struct Case: Decodable, CustomTestStringConvertible {
    let text: String
    let terms: [String]
    var testDescription: String { text }
  }

  /// The browser's half of the search is held against the same file: Tests/Audit/behaviour/search.py.
  static let cases: [Case] =
    (try? JSONDecoder().decode(
      [Case].self, from: Data(Repository.text("Tests/Fixtures/search-terms.json").utf8))) ?? []

  @Test func hasCases() { #expect(Self.cases.count > 5) }

  @Test(arguments: cases) func cutsTextIntoTerms(_ example: Case) {
    #expect(SearchTerms.all(in: example.text) == example.terms)
  }

  @Test func writesWhatNamesShareOnce() {
    #expect(frontCoded(["a.b.get", "a.b.list", "a.c"]) == "0a.b.get\n4list\n2c")
    #expect(frontCoded(["é.a", "é.b"]) == "0é.a\n0é.b")
    #expect(frontCoded([]) == "")
  }

  @Test func findsTheSectionsThatHoldATerm() async {
    let pages = await Self.pages([
      "a.md":
        "# Alpha\n\nOne `x.y` here.\n\n## Beta\n\nTwo one.\n\n### Gamma one\n\n```sql\nGRANT a_b;\n```\n",
      "b.md": "Nothing but one.\n",
    ])
    let index = TextIndex(merging: await TermRun.all(of: pages, known: nil, jobs: 1))
    #expect(index.shards.count == 1)
    let lines = Set(
      String(decoding: index.shards[0].lines, as: UTF8.self).split(separator: "\n").map(String.init))
    // Sections 0 to 2 are those of the first page, 3 is the second; doubled, and 1 more for a heading.
    #expect(lines.isSuperset(of: ["alpha 1", "x.y 0", "beta 3", "two 2", "gamma 5", "a_b 4", "one 0,2,3,1"]))
    #expect(!lines.contains { $0.hasPrefix("x ") })
    #expect(index.shards[0].first == lines.map { $0.prefix { $0 != " " } }.min().map(String.init))
  }

  @Test func findsTheSameWithSeveralTasks() async {
    let pages = await Self.pages(Self.manyTexts)
    let one = TextIndex(merging: await TermRun.all(of: pages, known: nil, jobs: 1))
    let many = TextIndex(merging: await TermRun.all(of: pages, known: nil, jobs: 4))
    #expect(one.shards.map(\.lines) == many.shards.map(\.lines))
    #expect(one.commonTerms == many.commonTerms)
    #expect(one.commonTerms.isEmpty)
  }

  /// A page that changes, comes or goes leaves all runs but its own as they are.
  @Test(arguments: [
    ("p700.md", "# Page 700\n\nOther words.\n\n## And\n\n## More\n"), ("p7000.md", "# Another\n"),
    ("p700.md", nil),
  ])
  func takesOverTheTermsOfOtherRuns(path: String, text: String?) async throws {
    var texts = Self.manyTexts
    let before = await TermRun.all(of: Self.pages(texts), known: nil, jobs: 2)
    let log = try #require(TermCache(program: "p", limits: Limits()).update(for: before))
    let bytes = Array(log.joined())
    texts[path] = text
    let pages = await Self.pages(texts)
    let known = TermCache(bytes, program: "p", limits: Limits())
    let after = await TermRun.all(of: pages, known: known, jobs: 2)
    #expect(before.count > 3)
    #expect(after.count { known[$0.key] == nil } == 1)
    let clean = TextIndex(merging: await TermRun.all(of: pages, known: nil, jobs: 1))
    let index = TextIndex(merging: after)
    #expect(index.shards.map(\.lines) == clean.shards.map(\.lines))
    #expect(index.shards.map(\.first) == clean.shards.map(\.first))
    #expect(index.commonTerms == clean.commonTerms)
    #expect(known.update(for: before) == nil)
    #expect(known.update(for: after) != nil)
  }

  @Test func takesADamagedCacheForNone() async throws {
    let pages = await Self.pages(["a.md": "# A\n\nSome words.\n", "b.md": "# B\n\nOther words.\n"])
    let runs = await TermRun.all(of: pages, known: nil, jobs: 1)
    let log = try #require(TermCache(program: "p", limits: Limits()).update(for: runs))
    let bytes = Array(log.joined())
    #expect(runs.count == 1)
    #expect(TermCache(bytes, program: "p", limits: Limits())[runs[0].key] == runs[0].bytes)
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x10
      #expect(TermCache(damaged, program: "p", limits: Limits())[runs[0].key] == nil, "\(place)")
      #expect(TermCache(Array(bytes[..<place]), program: "p", limits: Limits())[runs[0].key] == nil)
    }
    #expect(TermCache(bytes, program: "q", limits: Limits())[runs[0].key] == nil)
  }

  /// Section numbers take one to five bytes.
  @Test func keepsSectionsByTerm() {
    var table = TermTable()
    let sections = [0, 1, 63, 64, 5000, 2_000_000, 1_000_000_000]
    // The run after another one knows nothing of it.
    for _ in 0..<2 {
      for section in sections {
        for (text, isHeading) in [("one", section == 64), ("one two", false)] {
          Array(text.utf8).withUnsafeBufferPointer { table.note($0, in: section, isHeading: isHeading) }
        }
      }
      let key = InputList().digest
      let run = TermRun(key: key, sections: 7, bytes: table.takeRun()[...])
      let postings = TermPostings(of: [TermRun(key: key, sections: 5, bytes: []), run])
      #expect(
        (0..<postings.terms.count).map { String(decoding: postings.terms[$0], as: UTF8.self) } == [
          "one", "two",
        ])
      for number in 0..<2 {
        var values: [UInt32] = []
        for list in postings.lists(of: number) { list.walk { values.append($0) } }
        #expect(values == sections.map { UInt32(($0 + 5) * 2 + ($0 == 64 && number == 0 ? 1 : 0)) })
        #expect(postings.lists(of: number).reduce(0) { $0 + $1.count } == sections.count)
      }
    }
  }

  @Test(arguments: [0, 9, 10, 35, 36, 1295, 1296, 60_466_176, UInt32.max])
  func writesNumbersAsScriptsReadThem(_ number: UInt32) {
    var bytes: [UInt8] = []
    bytes.appendBase36(number)
    #expect(String(decoding: bytes, as: UTF8.self) == String(number, radix: 36))
    var room = [UInt8](repeating: 0, count: UInt32.base36Digits)
    let end = room.withUnsafeMutableBufferPointer { number.writeBase36(to: $0, at: 0) }
    #expect(room[..<end].elementsEqual(bytes))
  }

  private static let manyTexts: [String: String] = {
    var texts: [String: String] = [:]
    for number in 0..<1500 {
      texts["p\(number).md"] = "# Page \(number)\n\nWord\(number % 7) common.\n\n## More \(number)\n"
    }
    return texts
  }()

  private static func pages(_ texts: [String: String]) async -> [Page] {
    let files = texts.sorted { $0.key < $1.key }.map { path, text in
      SourceFile(path: "content/\(path)", role: .page, bytes: Array(text.utf8))
    }
    return await Page.readAll(files, settings: Settings(), cache: nil, jobs: 1)
  }
}
