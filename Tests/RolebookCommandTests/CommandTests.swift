import Foundation
import Markdown
import Rolebook
import Testing

@testable import RolebookCommand

@Suite struct CommandTests {
  @Test(arguments: [
    (["--version"], 0), (["chekc"], 2), (["check", "--format", "xml"], 2), (["check", "--unsafe"], 2),
    (["check", "--jobs", "0"], 2), (["check", "--root", "/nowhere"], 2), (["check"], 2),
    (["render", "none.md"], 3),
  ])
  func endsWithTheRightCode(arguments: [String], code: Int) throws {
    let sandbox = try Sandbox()
    let run = try rolebook(arguments, in: sandbox)
    #expect(Int(run.code) == code)
    #expect(run.talk.isEmpty == (code == 0))
    #expect(run.output.isEmpty == (code != 0))
  }

  @Test func endsWithThreeWhereAPageCannotBeRead() throws {
    let sandbox = try Sandbox(["content/a.md": "---\ntitle: A\nkind: concept\n---\n"])
    #expect(mkfifo(sandbox.path + "/content/pipe.md", 0o600) == 0)
    let run = try rolebook("check", in: sandbox)
    #expect(run.code == 3)
    #expect(run.talk == "error: 1 file could not be read\n")
  }

  @Test func writesDataToOutputAndTalkToErrors() throws {
    let sandbox = try Sandbox(["content/index.md": "---\ntitle: A\nkind: concept\n---\n"])
    let check = try rolebook("check", "--format", "json", in: sandbox)
    #expect(check.output.hasPrefix("{\n  \"findings\": []"))
    #expect(check.talk == "")
    let build = try rolebook("build", in: sandbox)
    #expect(build.code == 0)
    #expect(build.output == "")
    #expect(build.talk.hasPrefix("  public/   "))
    #expect(try rolebook("build", "--quiet", in: sandbox).talk == "")
  }

  @Test func rendersStandardInput() throws {
    let sandbox = try Sandbox()
    let text = "---\ntitle: x\n---\n\n<b>a</b> <i>\n"
    #expect(try rolebook("render", "-", in: sandbox, input: text).output == "<p><b>a</b> &lt;i&gt;</p>\n")
    #expect(
      try rolebook("render", "-", "--commonmark", in: sandbox, input: text).output
        == "<hr />\n<h2>title: x</h2>\n<p><b>a</b> <i></p>\n")
  }

  @Test func makesASiteAndNeverOverwritesOne() throws {
    let sandbox = try Sandbox([".gitignore": "mine"])
    let first = try rolebook("init", in: sandbox)
    #expect(first.code == 0)
    #expect(first.talk.contains("kept your .gitignore"))
    #expect(sandbox.read(".gitignore") == "mine")
    try sandbox.write("content/index.md", "mine too")
    let second = try rolebook("init", in: sandbox)
    #expect(second.code == 2)
    #expect(second.talk.contains("`content/index.md`"))
    #expect(sandbox.read("content/index.md") == "mine too")
  }

  @Test func showsTheTwoFaultsOfTheSiteItMakes() throws {
    let sandbox = try Sandbox()
    #expect(try rolebook("init", "handbook", "--quiet", in: sandbox).code == 0)
    let root = sandbox.path + "/handbook"
    let check = try rolebook("check", "--root", root, in: sandbox)
    #expect(check.code == 0)
    let heads = check.output.split(separator: "\n").filter { $0.contains("]: ") || $0.contains("--> ") }
    #expect(
      heads == [
        "warning[redundant-role]: `BigQuery Job User` adds nothing to `BigQuery User`",
        "  --> content/bigquery/setup.md:15:45", "  --> content/bigquery/setup.md:14:64",
        "warning[misnumbered-step]: step is written `19.` and shown as `9.`",
        "  --> content/bigquery/setup.md:18:1",
      ])
    #expect(check.output.contains("\n2 warnings (1 fixable) in 3 pages, "))
    #expect(try rolebook("check", "--strict", "--root", root, in: sandbox).code == 1)
  }

  @Test func fixesOnceAndForAll() throws {
    let sandbox = try Sandbox()
    #expect(try rolebook("init", in: sandbox).code == 0)
    let first = try rolebook("check", "--fix", "--unsafe", in: sandbox)
    #expect(first.talk == "fixed 1 finding\n")
    let fixed = try #require(sandbox.read("content/bigquery/setup.md"))
    #expect(fixed.hasSuffix("\n9. Copy the account's address into the tool.\n"))
    #expect(try rolebook("check", "--fix", "--unsafe", in: sandbox).talk == "")
    #expect(sandbox.read("content/bigquery/setup.md") == fixed)
  }

  @Test func publishesNothingWithErrorsUnlessForced() throws {
    let sandbox = try Sandbox()
    #expect(try rolebook("init", in: sandbox).code == 0)
    try sandbox.write("content/new.md", "---\ntitle: New\nkind: concept\n---\n\n[gone](gone.md)\n")
    let refused = try rolebook("build", in: sandbox)
    #expect(refused.code == 1)
    #expect(refused.talk.hasPrefix("error[dead-link]: "))
    #expect(
      refused.talk.hasSuffix(
        "error: 1 error, so nothing was published\nhelp: rolebook build --force publishes the rest all the same\n"
      ))
    #expect(try !sandbox.names().contains("public"))
    #expect(try rolebook("build", "--force", in: sandbox).code == 0)
    #expect(sandbox.read("public/new/index.html") != nil)
  }

  @Test func explainsRulesPermissionsAndRoles() throws {
    let sandbox = try Sandbox()
    #expect(try rolebook("init", in: sandbox).code == 0)
    #expect(
      try rolebook("explain", "bigquery.jobs.create", in: sandbox).output == """
        bigquery.jobs.create   permission of bigquery
          Run queries and other jobs in the project.
          declared     content/bigquery/roles.md:17:3
          held by      roles/bigquery.jobUser   through bigquery.jobs.create   content/bigquery/roles.md:45:3
                       roles/bigquery.user      through bigquery.jobs.*        content/bigquery/roles.md:58:3
          granted by   content/bigquery/setup.md

        """)
    #expect(
      try rolebook("explain", "BigQuery Job User", in: sandbox).output == """
        roles/bigquery.jobUser   BigQuery Job User, role of bigquery, 4 permissions
          declared    content/bigquery/roles.md:36:4
          entry       bigquery.config.get          1 permission    content/bigquery/roles.md:44:3
                      bigquery.jobs.create         1 permission    content/bigquery/roles.md:45:3
                      resourcemanager.projects.*   2 permissions   content/bigquery/roles.md:46:3
          less than   roles/bigquery.user
          assigned    content/bigquery/setup.md:15:45   on project
          mentioned   content/bigquery/setup.md:15:45

        """)
    try sandbox.write("rolebook.yml", "overrides: [{match: 'old/**', rules: {dead-link: off}}]\n")
    let rule = try rolebook("explain", "dead-link", in: sandbox).output
    #expect(rule.hasPrefix("dead-link   error, pages\n\n"))
    #expect(rule.contains("\nWhy it matters\n"))
    #expect(rule.contains("\nin old/**   "))
    #expect(!rule.contains("\u{1B}"))
    let colored = try rolebook("explain", "dead-link", "--color", "always", in: sandbox).output
    #expect(colored.contains("\n\u{1B}[1mWhy it matters\u{1B}[0m\n"))
    let slip = try rolebook("explain", "ded-link", in: sandbox)
    #expect(slip.talk.hasSuffix("help: did you mean `dead-link`?\n"))
    let unknown = try rolebook("explain", "bigquery.job.create", in: sandbox)
    #expect(unknown.code == 2)
    #expect(unknown.talk.hasSuffix("help: did you mean `bigquery.jobs.create`?\n"))
  }

  @Test func listsEveryTable() throws {
    let sandbox = try Sandbox()
    #expect(try rolebook("init", in: sandbox).code == 0)
    let text = try rolebook("tables", in: sandbox).output
    #expect(text.split(separator: "\n").count == 2)
    #expect(
      text.contains("content/bigquery/roles.md:12:1   Permission | Description   permissions   10      "))
    #expect(
      try rolebook("tables", "--format", "json", in: sandbox).output.contains("\"read_as\": \"permissions\""))
  }

  @Test func appliesFixesThatDoNotTouch() {
    let text = "19. a\n20. b\n"
    let file = SourceFile(path: "a.md", role: .page, bytes: Array(text.utf8))
    func fix(_ start: Int, _ end: Int, _ words: String, isSafe: Bool = true) -> Finding {
      let place = Place(0, Span(start, end))
      return Finding("m", at: place, fix: Fix(isSafe: isSafe, edits: [Edit(place, words)]), facts: [])
    }
    let findings = [fix(0, 3, "1."), fix(2, 4, "x"), fix(6, 9, "2."), fix(10, 11, "c", isSafe: false)]
    func patched(_ includesUnsafe: Bool) -> (Int, String) {
      let patch = Patch(findings, includesUnsafe: includesUnsafe)
      return (patch.count, String(decoding: patch.files(in: [file])[0] ?? [], as: UTF8.self))
    }
    #expect(patched(false) == (2, "1. a\n2. b\n"))
    #expect(patched(true) == (3, "1. a\n2. c\n"))
  }

  @Test func alignsColumns() {
    #expect(aligned([["a", "bb", "c"], ["ääa", "b", "c"]]) == "a     bb   c\nääa   b    c\n")
  }

  @Test(arguments: [["check"], ["tables"], ["render", "content/a.md"]])
  func failsWhereItsOutputIsLost(_ arguments: [String]) throws {
    let sandbox = try Sandbox(["rolebook.yml": "", "content/a.md": "# A\n\n| B |\n| --- |\n"])
    let run = try rolebook(arguments, in: sandbox, outputTo: "/dev/full")
    #expect(run.code == 3)
    #expect(run.talk == "error: cannot write to standard output: no space left on device\n")
  }
}
