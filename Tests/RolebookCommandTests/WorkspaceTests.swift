import Foundation
import Rolebook
import Testing

@testable import RolebookCommand

@Suite struct WorkspaceTests {
  @Test func findsTheNearestSettingsAbove() throws {
    let sandbox = try Sandbox(["rolebook.yml": "", "site/rolebook.yml": "", "site/content/a/b.md": ""])
    #expect(try Workspace(root: nil, from: sandbox.path + "/site/content/a").root == sandbox.path + "/site")
    #expect(try Workspace(root: sandbox.path, from: sandbox.path + "/site").root == sandbox.path)
  }

  @Test func takesAFolderOfMarkdownWithoutSettings() async throws {
    let sandbox = try Sandbox([
      "a.md": "", "b/c.md": "", "public/old.html": "", "templates/page.mustache": "",
    ])
    let workspace = try Workspace(root: nil, from: sandbox.path)
    #expect(workspace.settings.content == ".")
    let files = try await workspace.readFiles(output: sandbox.path + "/public", jobs: 2)
    #expect(files.map(\.path) == ["a.md", "b/c.md", "templates/page.mustache"])
  }

  @Test func saysWhenThereIsNoSite() throws {
    let sandbox = try Sandbox()
    let failure = #expect(throws: Failure.self) { try Workspace(root: nil, from: sandbox.path) }
    #expect(failure?.exit == .usage)
    #expect(failure?.cure?.contains("rolebook init") == true)
  }

  @Test func saysWhereTheSettingsAreBroken() throws {
    let sandbox = try Sandbox(["rolebook.yml": "title: A\ntitel: B\n", "content/a.md": ""])
    let failure = #expect(throws: Failure.self) { try Workspace(root: sandbox.path) }
    #expect(failure?.exit == .usage)
    #expect(failure?.message == "rolebook.yml:2:1: unknown key `titel`")
    #expect(failure?.cure == "did you mean `title`?")
  }

  @Test func refusesContentOutsideTheRoot() throws {
    let sandbox = try Sandbox(["rolebook.yml": "content: ../other\n"])
    let failure = #expect(throws: Failure.self) { try Workspace(root: sandbox.path) }
    #expect(failure?.message == "rolebook.yml: `content: ../other` leads out of the site's root")
  }

  @Test func saysWhenTheContentIsMissing() async throws {
    let sandbox = try Sandbox(["rolebook.yml": ""])
    let workspace = try Workspace(root: sandbox.path)
    let failure = await #expect(throws: Failure.self) {
      try await workspace.readFiles(output: "/none", jobs: 1)
    }
    #expect(failure?.exit == .disk)
    #expect(failure?.message == "no content folder `content` in \(sandbox.path)")
  }

  @Test func readsEachFileInItsRole() async throws {
    let sandbox = try Sandbox([
      "rolebook.yml": "title: A\n", "content/b.md": "b", "content/a/x.md": "x", "content/a.md": "a",
      "content/logo.svg": "<svg/>", "content/_redirects": "/a /b", "content/.hidden.md": "",
      "content/.git/x.md": "",
      "templates/page.mustache": "{{body}}", "_redirects": "/c /d",
    ])
    let files = try await read(sandbox)
    #expect(
      files.map { "\($0.path) \($0.role) \($0.text.bytes.count)" } == [
        "rolebook.yml settings 9", "_redirects redirects 5", "content/_redirects redirects 5",
        "content/a.md page 1",
        "content/a/x.md page 1", "content/b.md page 1", "content/logo.svg asset 0",
        "templates/page.mustache template 8",
      ])
    let assets = try Workspace(root: sandbox.path).assets(among: files)
    #expect(assets.map(\.path) == ["logo.svg"])
    #expect(assets.map(\.source) == [sandbox.path + "/content/logo.svg"])
  }

  @Test func keepsWhatCannotBeReadAsAFault() async throws {
    let sandbox = try Sandbox([
      "content/folder.md/inside.md": "x", "content/large.md": String(repeating: "x", count: 101),
      "rolebook.yml": "limits: {file_bytes: 100}\n", "outside.md": "",
    ])
    let content = sandbox.path + "/content/"
    #expect(mkfifo(content + "pipe.md", 0o600) == 0)
    #expect(symlink("/etc/hostname", content + "out.md") == 0)
    #expect(symlink("nowhere", content + "broken.md") == 0)
    #expect(symlink("../outside.md", content + "within.md") == 0)
    #expect(symlink("..", content + "circle") == 0)
    let faults = try await read(sandbox).dropFirst().map { ($0.path.dropFirst("content/".count), $0.fault) }
    #expect(
      faults.map(\.0) == [
        "broken.md", "folder.md", "folder.md/inside.md", "large.md", "out.md", "pipe.md", "within.md",
      ])
    #expect(
      faults.map(\.1) == [
        .unreadable("is a broken link"), .unreadable("is a folder"), nil, .tooLarge(bytes: 101),
        .unreadable("is a link out of the site's root"), .unreadable("is not a regular file"), nil,
      ])
  }

  private func read(_ sandbox: Sandbox) async throws -> [SourceFile] {
    try await Workspace(root: sandbox.path).readFiles(output: sandbox.path + "/public", jobs: 2)
  }
}
