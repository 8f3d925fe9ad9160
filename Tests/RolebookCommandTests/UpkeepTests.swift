import Foundation
import Testing

@testable import RolebookCommand

/// Baselines, days and the formats of CI services, through the program.
@Suite struct UpkeepTests {
  private func site(_ text: String = "[x](none.md)\n") throws -> Sandbox {
    try Sandbox(["rolebook.yml": "", "content/a.md": "---\ntitle: A\nkind: concept\n---\n\n" + text])
  }

  @Test func letsTheFindingsOfABaselinePass() throws {
    let sandbox = try site()
    let written = try rolebook("check", "--write-baseline", "known.json", in: sandbox)
    #expect((written.code, written.talk) == (0, "  known.json   1 finding\n"))
    let check = try rolebook("check", "--baseline", "known.json", in: sandbox)
    #expect(check.code == 0)
    #expect(check.output.hasPrefix("no new findings in 1 page, 1 in the baseline, "))
    let json = try rolebook("check", "--baseline", "known.json", "--format", "json", in: sandbox).output
    #expect(json.contains("\"status\": \"baseline\"") && json.contains("\"errors\": 0"))
    try sandbox.write("content/a.md", "---\ntitle: A\nkind: concept\n---\n\nText.\n")
    let stale = try rolebook("check", "--baseline", "known.json", in: sandbox)
    #expect(stale.code == 1)
    #expect(stale.output.hasPrefix("error[stale-baseline]: "))
    #expect(try rolebook("check", "--write-baseline", "known.json", in: sandbox).code == 0)
    #expect(try rolebook("check", "--baseline", "known.json", in: sandbox).code == 0)
  }

  @Test func writesNoBaselineOfHalfTheSite() throws {
    let sandbox = try Sandbox(["rolebook.yml": "title: T\n", "content/a.md": "# A\n"])
    #expect(mkfifo(sandbox.path + "/content/b.md", 0o600) == 0)
    let run = try rolebook("check", "--write-baseline", "known.json", in: sandbox)
    #expect(run.code == 3)
    #expect(run.talk.contains("1 file could not be read, so no baseline was written"))
    #expect(sandbox.read("known.json") == nil)
  }

  @Test func refusesWhatIsNoBaseline() throws {
    let sandbox = try site()
    try sandbox.write("bad.json", "{\n  \"findings\": [,]\n}\n")
    let bad = try rolebook("check", "--baseline", "bad.json", in: sandbox)
    #expect(bad.code == 2)
    #expect(bad.talk.hasPrefix("error: bad.json:2:16: not a baseline: a value is missing\nhelp: "))
    #expect(try rolebook("check", "--baseline", "none.json", in: sandbox).code == 2)
    #expect(try rolebook("check", "--baseline", "a", "--write-baseline", "a", in: sandbox).code == 2)
    #expect(try rolebook("check", "--write-baseline", "no/such/folder.json", in: sandbox).code == 3)
  }

  @Test func knowsWhichDayItIs() throws {
    let sandbox = try site("<!-- allow dead-link: soon, until 2001-09-09 -->\n[x](none.md)\n")
    #expect(try rolebook("check", in: sandbox).output.hasPrefix("error[expired-suppression]: "))
    let then = ["SOURCE_DATE_EPOCH": "1000000000"]
    #expect(try rolebook(["check"], in: sandbox, environment: then).code == 0)
    #expect(try rolebook("build", in: sandbox).code == 0)
  }

  @Test func writesTheSummaryOfAStep() throws {
    let sandbox = try site()
    try sandbox.write("summary.md", "before\n")
    try Disk.makeFolder(sandbox.path + "/.git")
    let environment = ["GITHUB_STEP_SUMMARY": sandbox.path + "/summary.md"]
    let run = try rolebook(["check", "--format", "github"], in: sandbox, environment: environment)
    #expect(run.code == 1)
    #expect(run.output.hasPrefix("::error file=content/a.md,line=6,"))
    let summary = try #require(sandbox.read("summary.md"))
    #expect(summary.hasPrefix("before\n### Rolebook\n\n1 error in 1 page\n"))
    #expect(summary.contains("| error | `dead-link` | `content/a.md:6:5` |"))
  }

  @Test func namesFilesFromTheRepositorysRoot() throws {
    let sandbox = try Sandbox([
      "docs/rolebook.yml": "", "docs/content/a.md": "---\ntitle: A\nkind: concept\n---\n\n[x](none.md)\n",
    ])
    try Disk.makeFolder(sandbox.path + "/.git")
    for (format, words) in [
      ("github", "file=docs/content/a.md,"), ("gitlab", "\"path\": \"docs/content/a.md\""),
      ("sarif", "\"uri\": \"docs/content/a.md\""), ("json", "\"file\": \"content/a.md\""),
    ] {
      let run = try rolebook("check", "--root", "docs", "--format", format, in: sandbox)
      #expect(run.code == 1)
      #expect(run.output.contains(words), "\(format)")
    }
  }
}
