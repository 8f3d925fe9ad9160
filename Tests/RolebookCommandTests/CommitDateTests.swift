import Testing

@testable import RolebookCommand

@Suite struct CommitDateTests {
  @Test func takesTheLatestDayOfEachFile() {
    let log =
      "\u{1}2026-11-25\0\ncontent/a.md\0content/ä b.md\0\u{1}2026-10-31\0\ncontent/a.md\0content/c.md\0"
    #expect(
      Git.commitDates(inLog: Array(log.utf8)) == [
        "content/a.md": "2026-11-25", "content/ä b.md": "2026-11-25", "content/c.md": "2026-10-31",
      ])
    #expect(Git.commitDates(inLog: []) == [:])
  }

  @Test func readsTheHistoryOfAFolderInARepository() throws {
    let sandbox = try Sandbox(["docs/content/a.md": "a", "docs/content/b.md": "b", "content/a.md": "other"])
    func git(_ arguments: String..., at day: String = "2026-01-02") throws {
      let run = try run(
        "/usr/bin/env", ["git", "-c", "user.name=a", "-c", "user.email=a@example.com"] + arguments,
        in: sandbox,
        environment: ["GIT_AUTHOR_DATE": "\(day)T12:00:00Z", "GIT_COMMITTER_DATE": "\(day)T12:00:00Z"])
      #expect(run.code == 0, "\(run.talk)")
    }
    #expect(Git.commitDates(of: "content", in: sandbox.path + "/docs") == [:])
    try git("init", "--quiet")
    try git("add", ".")
    try git("commit", "--quiet", "--message", "first")
    try sandbox.write("docs/content/b.md", "new")
    try git("commit", "--quiet", "--all", "--message", "second", at: "2026-03-04")
    try sandbox.write("docs/content/c.md", "not committed")
    #expect(
      Git.commitDates(of: "content", in: sandbox.path + "/docs") == [
        "content/a.md": "2026-01-02", "content/b.md": "2026-03-04",
      ])
    try git("clone", "--quiet", "--depth", "1", "file://" + sandbox.path, "shallow")
    #expect(Git.commitDates(of: "content", in: sandbox.path + "/shallow/docs") == [:])
  }
}
