import Testing

@testable import RolebookCommand

/// `rolebook drift` through the program.
@Suite struct DriftCommandTests {
  private static let page = """
    ---
    title: Roles
    kind: reference
    platform: p
    ---

    ## `roles/a.x`

    Title: X

    - `a.b.get`

    """

  private func site(_ truth: String) throws -> Sandbox {
    try Sandbox(["rolebook.yml": "", "content/a.md": Self.page, "truth.json": truth])
  }

  private func truth(_ permissions: String, title: String = "X") -> String {
    "[{\"name\": \"roles/a.x\", \"title\": \"\(title)\", \"includedPermissions\": [\(permissions)]}]"
  }

  @Test func endsAsTheFindingsSay() throws {
    let sandbox = try site(truth("\"a.b.get\""))
    #expect(try rolebook("drift", "--truth", "truth.json", in: sandbox).code == 0)
    try sandbox.write("truth.json", truth("\"a.b.get\", \"a.b.new\""))
    #expect(try rolebook("drift", "--truth", "truth.json", in: sandbox).code == 0)
    #expect(try rolebook("drift", "--truth", "truth.json", "--fail-on", "info", in: sandbox).code == 1)
    try sandbox.write("truth.json", truth("\"a.b.get\"", title: "Y"))
    #expect(try rolebook("drift", "--truth", "truth.json", in: sandbox).code == 0)
    #expect(try rolebook("drift", "--truth", "truth.json", "--strict", in: sandbox).code == 1)
    try sandbox.write("truth.json", truth("\"a.b.set\""))
    let run = try rolebook("drift", "--truth", "truth.json", in: sandbox)
    #expect(run.code == 1)
    #expect(run.output.contains("error[vanished-permission]: `a.b.get` does not exist upstream\n"))
    #expect(run.output.contains("--> truth.json:1:11"))
  }

  @Test(arguments: [
    ("{}", "error: truth.json:1:1: expected a role, and this object has no `name`\nhelp: "),
    (
      "[\n  {\"name\": 1}\n]",
      "error: truth.json:2:12: expected the `name` of a role as a text, and found a number\n"
    ),
    ("<html>", "error: truth.json:1:1: not JSON: a value is missing\n"),
    ("", "error: truth.json:1:1: the file is empty\n"),
    ("[{\"name\": \"roles/z.z\"}]", "error: it is not clear which platform the truth is about"),
  ])
  func refusesWhatIsNoTruth(_ text: String, _ message: String) throws {
    let sandbox = try site(text)
    let run = try rolebook("drift", "--truth", "truth.json", "--update", in: sandbox)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.talk.hasPrefix(message), "\(run.talk)")
    #expect(sandbox.read("content/a.md") == Self.page)
  }

  @Test func refusesWrongUsage() throws {
    let sandbox = try site(truth("\"a.b.get\""))
    #expect(try rolebook("drift", in: sandbox).code == 2)
    #expect(try rolebook("drift", "--truth", "none.json", in: sandbox).code == 2)
    #expect(try rolebook("drift", "--truth", "truth.json", "--platform", "q", in: sandbox).code == 2)
    #expect(
      try rolebook("drift", "--truth", "truth.json", "--strict", "--fail-on", "info", in: sandbox).code == 2)
  }

  @Test func readsStandardInputAndSeveralFiles() throws {
    let sandbox = try site(truth("\"a.b.get\""))
    let run = try rolebook(
      "drift", "--truth", "-", "--fail-on", "info", in: sandbox, input: truth("\"a.b.get\", \"a.b.new\""))
    #expect(run.code == 1)
    #expect(run.output.contains("--> standard input:1:"))
    try sandbox.write("more.json", "{\"name\": \"roles/a.y\", \"includedPermissions\": [\"a.b.set\"]}")
    #expect(try rolebook("drift", "--truth", "truth.json", "more.json", in: sandbox).code == 0)
  }

  @Test func updatesThePagesOnce() throws {
    let sandbox = try site(truth("\"a.b.get\", \"a.b.new\"", title: "Y"))
    let run = try rolebook("drift", "--truth", "truth.json", "--update", in: sandbox)
    #expect(run.code == 0)
    #expect(run.talk == "  content/a.md\nupdated 1 page for 2 findings: review them, as with `git diff`\n")
    let updated = try #require(sandbox.read("content/a.md"))
    #expect(updated.contains("Title: Y\n\n- `a.b.get`\n- `a.b.new`\n"))
    let again = try rolebook("drift", "--truth", "truth.json", "--update", "--fail-on", "info", in: sandbox)
    #expect((again.code, again.talk) == (0, ""))
    #expect(sandbox.read("content/a.md") == updated)
  }

  @Test func keepsABaselineOfItsOwn() throws {
    let sandbox = try site(truth("\"a.b.set\""))
    #expect(
      try rolebook("drift", "--truth", "truth.json", "--write-baseline", "known.json", in: sandbox).code == 0)
    let known = try rolebook("drift", "--truth", "truth.json", "--baseline", "known.json", in: sandbox)
    #expect(known.code == 0)
    #expect(known.output.hasPrefix("no new findings in 1 page, "))
    #expect(try rolebook("check", "--baseline", "known.json", in: sandbox).code == 0)
    try sandbox.write("truth.json", truth("\"a.b.get\""))
    let stale = try rolebook("drift", "--truth", "truth.json", "--baseline", "known.json", in: sandbox)
    #expect(stale.output.contains("error[stale-baseline]: "))
  }

  @Test(arguments: ["json", "sarif", "github", "gitlab", "junit", "rdjson"])
  func writesEveryFormat(_ format: String) throws {
    let sandbox = try site(truth("\"a.b.set\""))
    let run = try rolebook("drift", "--truth", "truth.json", "--format", format, in: sandbox)
    #expect(run.code == 1)
    #expect(run.output.contains("vanished-permission"))
  }
}
