import Foundation
import Testing

@testable import RolebookCommand

/// Folders that are never published to, and what is said about each.
@Suite struct OutputRefusalTests {
  private static let files = [
    "world/site/rolebook.yml": "", "world/site/content/a.md": "# A\n",
    "world/site/templates/page.mustache": "",
    "world/site/.git/HEAD": "", "world/homes/me/.rolebook": ledger, "world/homes/me/a.txt": "",
    "world/repository/.git/HEAD": "", "world/repository/.rolebook": ledger,
    "world/worktree/.git": "gitdir: elsewhere", "world/worktree/.rolebook": ledger,
    "world/full/a.txt": "", "world/hidden/.keep": "", "world/nested/a/b/c.txt": "", "world/file": "",
    "world/theirs/.rolebook": "something else", "world/damaged/.rolebook": "\u{0}",
    "world/blank/.rolebook": "",
    "world/folder/.rolebook/a": "", "world/ours/.rolebook": ledger,
  ]
  private static let ledger = "published by rolebook; more\nindex.html\n"
  private static let links = [
    "to-full": "full", "to-empty": "empty", "to-ours": "ours", "to-file": "file", "to-nothing": "nothing",
    "to-itself": "to-itself", "to-site": "site", "to-home": "homes/me", "to-homes": "homes",
    "to-world": "../world",
    "to-content": "site/content", "to-cache": "site/.rolebook", "to-git": "repository/.git", "to-root": "/",
  ]

  private static let root = "it is the root of the file system"
  private static let home = "it is your home folder"
  private static let aboveHome = "your home folder lies in it"
  private static let site = "it is the site's own root"
  private static let aboveSite = "the site itself lies in it"
  private static let repository = "it is the root of a git repository"
  private static let git = "it lies in a .git folder"
  private static let link = "it is a link"
  private static let noFolder = "it is not a folder"
  private static let notOurs = "it is not empty, and no .rolebook says that it is ours"
  private static let read = "which the next build reads"
  private static let cache = "it lies in the site's cache"
  private static let building = "builds of another output use such names"

  /// Paths below the sandbox, or absolute ones, with a part of the message.
  private static let cases: [(path: String, reason: String)] = [
    ("/", root), ("//", root), ("/.", root), ("/..", root), ("/usr/..", root),
    ("world/../../../../../..", root),
    ("world/homes/me", home), ("world/homes/me/", home), ("world/homes/./me", home),
    ("world/homes/me/../me", home), ("world/to-homes/me", home), ("world/homes", aboveHome),
    ("world/site", site), ("world/site/", site), ("world/site/.", site), ("world/site/content/..", site),
    ("world//site", site), ("world/to-world/site", site),
    ("world", aboveSite), ("world/", aboveSite), ("world/site/..", aboveSite),
    ("world/site/content/../..", aboveSite), ("", aboveSite),
    ("world/repository", repository), ("world/repository/", repository), ("world/worktree", repository),
    ("world/to-world/worktree", repository), ("world/repository/.git", git),
    ("world/repository/.git/site", git),
    ("world/site/.git/a/site", git), ("world/to-git/site", git),
    ("world/to-full", link), ("world/to-full/", link), ("world/to-empty", link), ("world/to-ours", link),
    ("world/to-file", link), ("world/to-nothing", link), ("world/to-itself", link), ("world/to-site", link),
    ("world/to-home", link), ("world/to-root", link), ("world/to-world/to-empty", link),
    ("world/file", noFolder), ("world/pipe", noFolder), ("/dev/null", noFolder),
    ("world/site/rolebook.yml", noFolder), ("world/site/content/a.md", noFolder),
    ("world/full", notOurs), ("world/hidden", notOurs), ("world/nested", notOurs),
    ("world/nested/a", notOurs),
    ("world/theirs", notOurs), ("world/damaged", notOurs), ("world/blank", notOurs), ("/usr", notOurs),
    ("/etc", notOurs), ("/proc", notOurs), ("/dev", notOurs),
    ("world/site/content", read), ("world/site/content/site", read), ("world/site/templates/a/b", read),
    ("world/to-content/site", read), ("world/site/.rolebook", cache), ("world/site/.rolebook/site", cache),
    ("world/.public.new-7", building), ("world/.public.old-12345", building),
  ]

  @Test(arguments: 0..<cases.count) func refuses(_ number: Int) throws {
    let (path, reason) = Self.cases[number]
    let sandbox = try Sandbox(Self.files)
    let world = sandbox.path + "/world"
    try Disk.makeFolder(world + "/empty")
    #expect(mkfifo(world + "/pipe", 0o600) == 0)
    for (name, target) in Self.links { #expect(symlink(target, world + "/" + name) == 0) }
    let before = try FileManager.default.subpathsOfDirectory(atPath: sandbox.path)
    let root = world + "/site"
    let failure = #expect(throws: Failure.self) {
      try OutputFolder(
        path.hasPrefix("/") ? path : sandbox.path + "/" + path, root: root,
        sources: [root + "/content", root + "/templates"], home: world + "/homes/me")
    }
    #expect(failure?.exit == .usage)
    #expect(failure?.message.contains(reason) == true, "\(path): \(failure?.message ?? "no failure")")
    #expect(failure?.cure?.contains("--output DIR") == true)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: sandbox.path) == before)
  }

  @Test func refusesInEveryWayToSayIt() throws {
    let sandbox = try Sandbox(["site/rolebook.yml": "", "site/content/a.md": "# A\n"])
    for arguments in [
      ["--output", "."], ["--output", "site"], ["--output=site/content/../"], ["--output", ""],
    ] {
      let run = try rolebook(["build", "--root", "site"] + arguments, in: sandbox)
      #expect(run.code == 2, "\(arguments)")
    }
    for setting in [".", "..", "content", "./content/site", ".rolebook", "/", ".git/site"] {
      try sandbox.write("site/rolebook.yml", "output: \(setting)\n")
      #expect(try rolebook("build", "--root", "site", in: sandbox).code == 2, "\(setting)")
    }
    #expect(try sandbox.names(in: "site").filter { $0 != ".rolebook" } == ["content", "rolebook.yml"])
  }
}
