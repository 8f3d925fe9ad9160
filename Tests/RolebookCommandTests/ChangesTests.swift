import Foundation
import Testing

@testable import RolebookCommand

@Suite struct ChangesTests {
  private static let page = """
    ---
    title: Files
    kind: reference
    platform: files
    ---

    | Permission | Description |
    | --- | --- |
    | `files.objects.get` | Read objects |

    ## `roles/files.reader`

    - `files.objects.*`

    """
  private static let added = page.replacingOccurrences(
    of: "Read objects |\n", with: "Read objects |\n| `files.objects.list` | List objects |\n")
  private static let text = """
    files.objects.list   permission of files
      + added: List objects

    roles/files.reader   role of files
      + files.objects.list   through files.objects.*


    """

  @Test func comparesTwoFeeds() throws {
    let sandbox = try feeds()
    for (old, new) in [("old", "new"), ("old/api/v1", "new/api/v1/")] {
      let run = try rolebook("changes", old, new, "--quiet", in: sandbox)
      #expect(run.code == 0)
      #expect(run.output == Self.text)
    }
    let back = try rolebook("changes", "new", "old", in: sandbox)
    #expect(back.output.contains("\n  - files.objects.list   through files.objects.*\n"))
    #expect(back.output.contains("\n2 grant less, "))
    #expect(try rolebook("changes", "old", "old", in: sandbox).output.hasPrefix("nothing changed, "))
  }

  /// The answer that the manual shows, to edits of our own handbook.
  @Test func saysWhatTheManualShows() throws {
    let sandbox = try Sandbox()
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let content = URL(fileURLWithPath: sandbox.path + "/content")
    try FileManager.default.copyItem(at: repository.appendingPathComponent("content"), to: content)
    try sandbox.write("rolebook.yml", try Self.read(repository.appendingPathComponent("rolebook.yml")))
    #expect(try rolebook("build", "--output", "old", "--force", in: sandbox).code == 0)
    for (page, old, new) in [
      (
        "roles",
        "- `bigquery.tables.export`\n- `bigquery.tables.get`\n- `bigquery.tables.getData`\n- `bigquery.tables.getIamPolicy`\n- `bigquery.tables.list`\n- `resource",
        "- `bigquery.tables.updateData`\n- `bigquery.tables.get`\n- `bigquery.tables.getData`\n- `bigquery.tables.getIamPolicy`\n- `bigquery.tables.list`\n- `resource"
      ),
      ("roles", "Title: BigQuery Job User\n", "Title: BigQuery Job Runner\n"),
      (
        "reverse-etl", "| `bigquery.tables.getData` |",
        "| `bigquery.tables.list` | See the tables. | project |\n| `bigquery.tables.getData` |"
      ),
    ] {
      let path = "content/bigquery/\(page).md"
      let text = try #require(sandbox.read(path))
      #expect(text.contains(old))
      try sandbox.write(path, text.replacing(old, with: new, maxReplacements: 1))
    }
    let page = try Self.read(repository.appendingPathComponent("content/guide/changes.md"))
    let shown = try #require(page.firstMatch(of: /```text\n((?:.|\n)+?), \d+ ms\n```/)).1
    let run = try rolebook("changes", "old", in: sandbox)
    #expect(run.output.hasPrefix(shown + ", "), "\(run.output)")
  }

  private static func read(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

  @Test func comparesAFeedWithThePages() throws {
    let sandbox = try feeds()
    #expect(try rolebook("changes", "old", "--quiet", in: sandbox).output == Self.text)
    #expect(try rolebook("changes", "new", "--quiet", in: sandbox).output == "")
  }

  @Test func failsOnTheEffectsThatItIsTold() throws {
    let sandbox = try feeds()
    let run = try rolebook("changes", "old", "new", "--fail-on", "grants-less,grants-more", in: sandbox)
    #expect(run.code == 1)
    #expect(run.output.hasPrefix(Self.text))
    #expect(run.talk == "error: 2 grant more — --fail-on refuses it\n")
    #expect(try rolebook("changes", "old", "new", "--fail-on", "grants-less", in: sandbox).code == 0)
    #expect(try rolebook("changes", "new", "old", "--fail-on", "grants-less", in: sandbox).code == 1)
    let wrong = try rolebook("changes", "old", "new", "--fail-on", "grants-all", in: sandbox)
    #expect(wrong.code == 2)
    #expect(wrong.talk.contains("`grants-all` is no effect"))
  }

  @Test func comparesRevisionsOfTheSite() throws {
    let sandbox = try repository(folder: "docs/access/")
    let root = ["--root", sandbox.path + "/docs/access", "--quiet"]
    #expect(try rolebook(["changes", "--since", "first"] + root, in: sandbox).output == Self.text)
    #expect(try rolebook(["changes", "first", "HEAD"] + root, in: sandbox).output == Self.text)
    #expect(try rolebook(["changes", "--since", "HEAD"] + root, in: sandbox).output == "")
    try sandbox.write("docs/access/content/files.md", Self.page)
    #expect(try rolebook(["changes", "--since", "first"] + root, in: sandbox).output == "")
    let json = try rolebook(["changes", "first", "HEAD", "--format", "json"] + root, in: sandbox).output
    #expect(json.contains("\"change\": \"role-gained-permission\",\n"))
  }

  /// A page may be a link to another file of the repository.
  @Test func followsLinksAtARevision() throws {
    let sandbox = try Sandbox(["rolebook.yml": "", "shared.md": Self.page])
    try Disk.makeFolders(sandbox.path + "/content")
    #expect(symlink("../shared.md", sandbox.path + "/content/files.md") == 0)
    try commit(sandbox, tag: "first")
    #expect(try rolebook("changes", "--since", "first", "--quiet", in: sandbox).output == "")
    try sandbox.write("shared.md", Self.added)
    #expect(try rolebook("changes", "--since", "first", "--quiet", in: sandbox).output == Self.text)
  }

  @Test(arguments: [
    (["changes"], 2, "name what to compare"),
    (["changes", "--since", "first", "old"], 2, "`--since` is the earlier side"),
    (["changes", "--since", "nowhere"], 2, "no revision `nowhere` in the git repository"),
    (["changes", "--since", "--all"], 2, ""),
    (["changes", "nowhere"], 2, "no revision `nowhere`"),
    (["changes", "content", "HEAD"], 2, "content/index.json: is missing, so this is no feed"),
  ])
  func saysWhatIsWrong(_ arguments: [String], _ code: Int32, _ words: String) throws {
    let sandbox = try repository(folder: "")
    let run = try rolebook(arguments, in: sandbox)
    #expect(run.code == code)
    #expect(run.output == "")
    #expect(words.isEmpty || run.talk.contains(words))
  }

  @Test func saysThatThereIsNoRepositoryAndNoSite() throws {
    let sandbox = try Sandbox(["rolebook.yml": "", "content/files.md": Self.page])
    let run = try rolebook("changes", "--since", "HEAD", in: sandbox)
    #expect(run.code == 2)
    #expect(run.talk.hasPrefix("error: no git repository at \(sandbox.path): "))
    let empty = try rolebook("changes", "HEAD", in: try Sandbox())
    #expect(empty.code == 2)
    #expect(empty.talk.hasPrefix("error: no folder `HEAD`, and no site here"))
  }

  @Test func publishesWhatChangedSinceAPreviousFeed() throws {
    let sandbox = try feeds()
    #expect(try rolebook("build", "--previous", "old@2026-10-31", in: sandbox).code == 0)
    let published = try #require(sandbox.read("public/changes/changes.json"))
    let compared = try rolebook("changes", "old", "public", "--format", "json", in: sandbox).output
    #expect(published.replacingOccurrences(of: "      \"since\": \"2026-10-31\",\n", with: "") == compared)
    #expect(sandbox.read("public/api/v1/index.json")?.contains("changes") == false)
    #expect(try rolebook("build", in: sandbox).code == 0)
    #expect(sandbox.read("public/changes/changes.json") == nil)
  }

  @Test func takesTheDayOfAFeedFromGit() throws {
    let sandbox = try feeds()
    try commit(sandbox, tag: "feeds", date: "2026-02-03T23:30:00+0100")
    #expect(try rolebook("build", "--previous", "old", in: sandbox).code == 0)
    #expect(sandbox.read("public/changes/changes.json")?.contains("\"since\": \"2026-02-03\"") == true)
    let twice = try rolebook("build", "--previous", "old", "new", in: sandbox)
    #expect(twice.code == 2)
    #expect(twice.talk.contains("two previous feeds are of 2026-02-03"))
  }

  @Test func leavesTheOutputWhereAPreviousFeedIsNone() throws {
    let sandbox = try feeds()
    #expect(try rolebook("build", in: sandbox).code == 0)
    let before = try #require(sandbox.read("public/.rolebook"))
    let index = try #require(sandbox.read("old/api/v1/index.json"))
    try sandbox.write(
      "old/api/v1/index.json",
      index.replacingOccurrences(of: #"api_version": "1"#, with: #"api_version": "2"#))
    for (argument, words) in [
      ("old@2026-10-31", "api/v1/index.json:2:18: version `2."), ("old", "nothing says of which day"),
      ("content@2026-10-31", "is missing, so this is no feed"), ("gone", "no folder `gone`"),
    ] {
      let run = try rolebook("build", "--previous", argument, in: sandbox)
      #expect(run.code == 2)
      #expect(run.talk.contains(words), "\(argument): \(run.talk)")
    }
    #expect(sandbox.read("public/.rolebook") == before)
    #expect(try rolebook("changes", "old", "new", in: sandbox).code == 2)
  }

  @Test func comparesShapesAndAsksForTheVersion() throws {
    func index(_ version: String) -> String { "{\"api_version\": \"\(version)\"}" }
    let sandbox = try Sandbox([
      "rolebook.yml": "", "content/a.md": "", "public/api/v1/index.json": index("1.0.0"),
      "public/api/v1/schemas/a.schema.json": #"{"properties": {"name": {}}}"#,
    ])
    try commit(sandbox, tag: "first")
    try sandbox.write("public/api/v1/schemas/a.schema.json", #"{"properties": {"name": {}, "note": {}}}"#)
    let low = try rolebook("changes", "--shape", "--since", "first", in: sandbox)
    #expect(low.code == 1)
    #expect(low.output == "minor   a.schema.json   note is new\n1 change, the largest minor: 1.0.0 → 1.0.0\n")
    #expect(
      low.talk == """
        error: version 1.0.0 says less than what changed since 1.0.0
        help: raise api_version to 1.1.0

        """)
    try sandbox.write("public/api/v1/index.json", index("1.1.0"))
    #expect(try rolebook("changes", "--shape", "first", in: sandbox).code == 0)
    #expect(try rolebook("changes", "--shape", "first", "public", in: sandbox).code == 0)
    try sandbox.write("public/api/v1/schemas/a.schema.json", "{}")
    try sandbox.write("public/api/v1/index.json", index("2.0.0"))
    let major = try rolebook("changes", "--shape", "first", "--format", "json", in: sandbox)
    #expect(major.code == 0)
    #expect(major.output.contains("\"needed\": \"2.0.0\""))
    #expect(try rolebook("changes", "--shape", "content", "public", in: sandbox).code == 2)
  }

  /// A site with its feed in `new`, and that of one permission less in `old`.
  private func feeds() throws -> Sandbox {
    let sandbox = try Sandbox(["rolebook.yml": "", "content/files.md": Self.page])
    #expect(try rolebook("build", "--output", "old", in: sandbox).code == 0)
    try sandbox.write("content/files.md", Self.added)
    #expect(try rolebook("build", "--output", "new", in: sandbox).code == 0)
    return sandbox
  }

  /// A site in a folder of a repository, with one permission less at the tag `first`.
  private func repository(folder: String) throws -> Sandbox {
    let sandbox = try Sandbox([
      folder + "rolebook.yml": "", folder + "content/files.md": Self.page, "other.md": "",
    ])
    try commit(sandbox, tag: "first")
    try sandbox.write(folder + "content/files.md", Self.added)
    try commit(sandbox, tag: "second")
    return sandbox
  }

  private func commit(_ sandbox: Sandbox, tag: String, date: String = "2026-10-31T12:00:00Z") throws {
    let identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    for arguments in [
      ["init", "-q"], ["add", "-A"], identity + ["commit", "-q", "-m", tag], ["tag", tag],
    ] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["git", "-C", sandbox.path] + arguments
      process.environment = ProcessInfo.processInfo.environment.merging(["GIT_COMMITTER_DATE": date]) { $1 }
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "git \(arguments)")
    }
  }
}
