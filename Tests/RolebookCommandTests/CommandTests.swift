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
    let text = "---\ntitle: x\n---\n\n<b>a</b>\n"
    #expect(try rolebook("render", "-", in: sandbox, input: text).output == "<p>&lt;b&gt;a&lt;/b&gt;</p>\n")
    #expect(
      try rolebook("render", "-", "--commonmark", in: sandbox, input: text).output
        == "<hr />\n<h2>title: x</h2>\n<p><b>a</b></p>\n")
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

  @Test func findsNamesThatResembleOne() {
    #expect(
      nearest(to: "unknown-rol", among: ["dead-link", "unknown-role", "unknown-rule"]) == [
        "unknown-role", "unknown-rule",
      ])
  }
}
