import Foundation
import Testing

@testable import RolebookCommand

@Suite struct OutputFolderTests {
  @Test func takesAMissingAnEmptyAndItsOwnFolder() throws {
    let sandbox = try Sandbox([
      "ours/.rolebook": "published by rolebook; more\nindex.html\n", "ours/index.html": "",
    ])
    try Disk.makeFolder(sandbox.path + "/empty")
    #expect(try OutputFolder(sandbox.path + "/missing", root: "/site").ledger == nil)
    #expect(try OutputFolder(sandbox.path + "/empty", root: "/site").ledger == nil)
    #expect(try OutputFolder(sandbox.path + "/ours", root: "/site").ledger?.paths == ["index.html"])
  }

  @Test func refusesFoldersWhoseLossWouldHurt() throws {
    let sandbox = try Sandbox([
      "site/rolebook.yml": "", "full/a.txt": "", "git/.git/HEAD": "",
      "git/.rolebook": "published by rolebook",
      "file": "", "theirs/.rolebook": "something else",
    ])
    #expect(symlink("full", sandbox.path + "/link") == 0)
    let root = sandbox.path + "/site"
    let home = try #require(ProcessInfo.processInfo.environment["HOME"])
    let cases = [
      ("/", "it is the root of the file system"), (home, "it is your home folder"),
      (root, "it is the site's own root"),
      (sandbox.path, "the site itself lies in it"),
      (sandbox.path + "/git", "it is the root of a git repository"),
      (sandbox.path + "/link", "it is a link to \(sandbox.path)/full"),
      (sandbox.path + "/file", "it is not a folder"),
      (sandbox.path + "/full", "it is not empty, and no .rolebook says that it is ours"),
      (sandbox.path + "/theirs", "it is not empty, and no .rolebook says that it is ours"),
    ]
    for (path, reason) in cases {
      let failure = #expect(throws: Failure.self) { try OutputFolder(path, root: root) }
      #expect(failure?.message == "cannot publish to \(path): \(reason)")
      #expect(failure?.exit == .usage)
      #expect(failure?.cure?.contains("--output DIR") == true)
    }
    #expect(sandbox.read("full/a.txt") == "")
  }

  @Test func refusesAFolderThatTheNextBuildReads() throws {
    let sandbox = try Sandbox(["rolebook.yml": "output: content/site\n", "content/a.md": "# A\n"])
    let run = try rolebook("build", in: sandbox)
    #expect(run.code == 2)
    #expect(run.talk.contains("it lies in \(sandbox.path)/content, which the next build reads"))
    #expect(try sandbox.names(in: "content") == ["a.md"])
  }

  @Test func takesAnAbsoluteOutput() throws {
    let other = try Sandbox()
    let sandbox = try Sandbox(["rolebook.yml": "output: \(other.path)/site\n", "content/a.md": "# A\n"])
    #expect(try rolebook("build", in: sandbox).code == 0)
    #expect(try other.names() == ["site"])
    #expect(Disk.kind(sandbox.path + "/public") == nil)
  }

  @Test func refusesAFileInsideAFile() throws {
    let sandbox = try Sandbox(["rolebook.yml": "", "content/logo.md": "# A\n", "content/logo": "x"])
    let run = try rolebook("build", in: sandbox)
    #expect(run.code == 3)
    #expect(run.talk.contains("`logo/index.html` would be published inside `logo`, which is a file"))
  }
}
