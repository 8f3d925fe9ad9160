import Markdown
import Testing

@testable import Rolebook

/// Findings that a site lives with for now.
@Suite struct BaselineTests {
  private let pages = ["a.md": "# A\n\n[x](none.md)\n\n[y](none.md)\n", "b.md": "# B\n\n[x](none.md)\n"]

  private func baseline(_ pages: [String: String]) async -> String {
    String(decoding: Baseline.text(of: await World(pages).report()), as: UTF8.self)
  }

  @Test func takesTheFindingsThatItListsOut() async {
    let report = await World(pages, baseline: await baseline(pages)).report()
    #expect(report.findings.map(\.message) == [])
    #expect(report.all.map(\.status) == Array(repeating: .baseline, count: report.all.count))
    #expect(report.summary.hasPrefix("no new findings in 2 pages, \(report.all.count) in the baseline"))
  }

  @Test func leavesNewFindings() async {
    let more = pages.merging(["c.md": "# C\n\n[x](none.md)\n"]) { first, _ in first }
    let report = await World(more, baseline: await baseline(pages)).report()
    #expect(report.findings.filter { $0.rule == "dead-link" }.count == 1)
    #expect(report.findings.allSatisfy { report.catalog.files[Int($0.place.file)].path == "content/c.md" })
  }

  @Test func isTheSameWhateverTheOrderOfBlocks() async {
    let moved = ["a.md": "[y](none.md)\n\n# A\n\n[x](none.md)\n", "b.md": pages["b.md"]!]
    #expect(await baseline(pages) == baseline(moved))
  }

  @Test func saysWhichEntryHasNothingLeft() async {
    let text = await baseline(pages)
    let report = await World(["a.md": pages["a.md"]!, "b.md": "# B\n\nText.\n"], baseline: text).report()
    #expect(report.findings.map(\.rule) == ["stale-baseline"])
    #expect(Spot(report.findings[0].place, in: report.catalog.files).path == "baseline.json")
  }

  @Test func keepsAFindingKnownThatIsAllowedLater() async {
    let allowed = pages.merging(["b.md": "# B\n\n<!-- allow dead-link: soon -->\n[x](none.md)\n"]) { $1 }
    let report = await World(allowed, baseline: await baseline(pages)).report()
    #expect(report.findings.map(\.message) == [])
  }

  @Test func holdsForPeopleToo() async {
    let text = await baseline(["a.md": "---\ntitle: A\n---\n\n[x](none.md)\n"])
    #expect(text.contains("\"file\": \"content/a.md\""))
    #expect(text.contains("\"message\": \"`none.md` leads nowhere\""))
    #expect(text.contains("\"version\": \"1.0.0\""))
    #expect(!text.contains("\"line\""))
  }

  @Test(arguments: [
    ("", "a value is missing"), ("[]", "a baseline has a `version` and its `findings`"),
    ("{\"version\": \"1.0.0\"}", "a baseline has a `version` and its `findings`"),
    ("{\"version\": \"2.0.0\", \"findings\": []}", "version `2.0.0` is not one that this program reads"),
    (
      "{\"version\": \"1.0.0\", \"findings\": [{}]}",
      "a finding has a `fingerprint`, `rule`, `file` and `message`"
    ),
    ("{\"version\": \"1.0.0\", \"findings\": [}", "a value is missing"),
    ("<<<<<<< HEAD", "a value is missing"),
  ])
  func refusesAnotherShape(_ text: String, _ message: String) {
    let file = SourceFile(path: "b.json", role: .baseline, bytes: Array(text.utf8))
    #expect { try Baseline(reading: file, file: 0) } throws: { error in
      (error as? Baseline.Fault)?.message == message
    }
  }
}
