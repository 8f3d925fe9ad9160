import Testing

@testable import Rolebook

@Suite struct ToldDescriptionsTests {
  private static let head =
    "---\ntitle: T\nkind: reference\nplatform: p\n---\n\n| Permission | Description |\n|-|-|\n"

  @Test(
    arguments: [
      (["Read.", "Read", " Read  "], [], [1, 2]), (["Read.", "Write.", "Read."], [1, 2], []),
      (["Read.", "", "Write."], [2], [1]), (["", "Read.", "Write.", "Read."], [1, 2, 3], []),
    ] as [([String], [Int], [Int])])
  func tellsOtherWordsFromTheSame(_ texts: [String], _ conflicting: [Int], _ repeated: [Int]) async {
    let report = await World(["page.md": Self.head + texts.map { "| `a.b.get` | \($0) |\n" }.joined()])
      .report()
    func rows(_ rule: String) -> [Int] {
      report.findings.filter { $0.rule == rule }.map {
        report.catalog.files[Int($0.place.file)].text.lineNumber(at: $0.place.span.start) - 9
      }
    }
    #expect(rows("conflicting-description") == conflicting)
    #expect(rows("duplicate-permission") == repeated)
  }

  @Test(.timeLimit(.minutes(10))) func readsTenThousandDeclarationsOfOneName() async {
    let rows = String(repeating: "| `a.b.get` | Read. |\n", count: 10_000)
    let found = await PageFindings([
      "page.md": Self.head + rows
    ])
    #expect(found.messages("duplicate-permission").count == 9_999)
  }
}
