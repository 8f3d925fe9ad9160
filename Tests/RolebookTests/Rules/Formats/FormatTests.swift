import Foundation
import Markdown
import Testing

@testable import Rolebook

/// What the formats for other programs have in common, and what is each one's own.
@Suite struct FormatTests {
  private let text = "1. Select **User**.\n2. Add **Job User**.\n"

  private func sample() -> Report {
    report(
      on: text,
      [
        Finding(
          "`Job User` adds nothing: 100%", at: .of("**Job User**", in: text), label: "its 3 permissions",
          related: [Related("all in this role", at: .of("**User**", in: text), label: "24 permissions")],
          help: "drop step 2", facts: ["a"]
        ).by("redundant-role")
      ])
  }

  private func rendered(_ format: ReportFormat, _ report: Report, folder: String = "") -> String {
    var style = ReportStyle()
    style.folder = folder
    return String(decoding: format.render(report, style), as: UTF8.self)
  }

  @Test(arguments: ReportFormat.all.map(\.name)) func showsEveryPlaceOfAFinding(_ name: String) throws {
    let format = try #require(ReportFormat.all.first { $0.name == name })
    let text = rendered(format, sample()).replacing("%0A", with: "\n")
    #expect(text.contains("content/a.md:1:11") || text.contains("\"line\": 1"), "\(name):\n\(text)")
    #expect(text.contains("all in this role"), "\(name):\n\(text)")
  }

  @Test(arguments: ReportFormat.all.map(\.name)) func endsWithALine(_ name: String) async throws {
    let format = try #require(ReportFormat.all.first { $0.name == name })
    let text = rendered(format, await Samples.awkward())
    #expect(text.hasSuffix("\n"))
    let controls = text.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" && $0 != "\u{1B}" }
    #expect(controls.isEmpty)
  }

  @Test func writesWorkflowCommands() {
    #expect(
      rendered(.github, sample(), folder: "docs/")
        == "::warning file=docs/content/a.md,line=2,endLine=2,col=8,endColumn=20,title=redundant-role::"
        + "`Job User` adds nothing: 100%25: its 3 permissions%0A"
        + "docs/content/a.md:1:11: all in this role: 24 permissions%0Ahelp: drop step 2\n")
  }

  @Test func leavesColumnsOutOfAnAnnotationOfSeveralLines() {
    let finding = Finding("m", at: Place(0, Span(0, text.utf8.count)), facts: []).by("r")
    #expect(!rendered(.github, report(on: text, [finding])).contains("col="))
  }

  @Test func showsRootCausesFirstAndTheRestInTheSummary() throws {
    let lines = (0..<40).map { "line \($0)\n" }
    let text = lines.joined()
    func at(_ line: Int) -> Place { .of(lines[line], in: text) }
    let echoes = (1..<30).map { number -> Finding in
      let root = Related("root", at: at(39))
      return Finding("echo \(number)", at: at(number), related: [root], facts: []).by("echo", .error)
    }
    let root = Finding("root", at: at(39), facts: []).by("root", .error)
    let many = report(on: text, echoes + [root])
    let shown = rendered(.github, many).split(separator: "\n")
    #expect(shown.count == 11)
    #expect(shown[0].hasSuffix("::root"))
    let note = "::notice title=rolebook::30 errors in 0 pages; the summary of this step lists all of them"
    #expect(shown.last.map(String.init) == note)
    let write = try #require(ReportFormat.github.summary)
    let summary = String(decoding: write(many, ReportStyle()), as: UTF8.self)
    let rows = summary.split(separator: "\n").filter { $0.hasPrefix("| error") }
    #expect(rows.count == 30)
  }

  @Test func keepsANoticeForTheRest() {
    let findings = (0..<12).map { Finding("m", at: Place(0, Span(0, 1)), facts: ["\($0)"]).by("r", .info) }
    let shown = rendered(.github, report(on: "x", findings)).split(separator: "\n")
    #expect(shown.count == 10)
    #expect(shown.last?.hasPrefix("::notice title=rolebook::12 infos") ?? false)
  }

  @Test func tellsSARIFWhatIsAllowedAndWhatIsKnown() async {
    let text = rendered(.sarif, await Samples.awkward())
    #expect(text.contains("\"justification\": \"it comes \\\"soon\\\" & <later>\""))
    #expect(text.contains("\"baselineState\": \"unchanged\""))
    #expect(text.contains("\"uri\": \"content/%C3%A4%20b%2Cc%3Ad.md\""))
    #expect(text.contains("\"columnKind\": \"unicodeCodePoints\""))
    #expect(text.contains("\"insertedContent\""))
    #expect(text.contains("## Why it matters"))
  }

  @Test(arguments: ["github", "gitlab", "junit", "rdjson", "text"])
  func leavesOutWhatIsAllowedOrKnown(_ name: String) async throws {
    let format = try #require(ReportFormat.all.first { $0.name == name })
    let text = rendered(format, await Samples.awkward())
    #expect(!text.contains("known.md") && !text.contains("none.md"))
  }

  @Test func countsBytesForReviewdog() {
    let text = "é `x`\n"
    let finding = Finding("m", at: .of("`x`", in: text), facts: []).by("r")
    #expect(rendered(.rdjson, report(on: text, [finding])).contains("\"column\": 4"))
    #expect(rendered(.json, report(on: text, [finding])).contains("\"column\": 3"))
  }

  @Test func passesInJUnitWhenThereIsNothing() {
    let text = rendered(.junit, report(on: "x", []))
    #expect(text.contains("tests=\"1\" failures=\"0\""))
    #expect(!text.contains("<failure"))
    let info = Finding("m", at: Place(0, Span(0, 1)), facts: []).by("r", .info)
    #expect(!rendered(.junit, report(on: "x", [info])).contains("<failure"))
  }
}
