import Foundation
import Testing

@testable import RolebookCommand

@Suite struct NewFileTests {
  @Test func replacesAFileAndKeepsItsMode() throws {
    let sandbox = try Sandbox(["a.md": "old"])
    #expect(chmod(sandbox.path + "/a.md", 0o640) == 0)
    try Disk.replace(sandbox.path + "/a.md", Array("new".utf8))
    var status = stat()
    #expect(stat(sandbox.path + "/a.md", &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(sandbox.read("a.md") == "new")
    #expect(try sandbox.names() == ["a.md"])
  }

  @Test func writesOverWhatAKilledRunLeft() throws {
    let sandbox = try Sandbox(["a.md": "old", ".a.md.new": "half of a much longer text"])
    try Disk.replace(sandbox.path + "/a.md", Array("new".utf8))
    #expect(sandbox.read("a.md") == "new")
    #expect(try sandbox.names() == ["a.md"])
  }

  @Test func isRemovedUnlessItIsPublished() throws {
    let sandbox = try Sandbox(["a.md": "old"])
    do { try NewFile(for: sandbox.path + "/a.md").write([Array("new".utf8)]) }
    #expect(try sandbox.names() == ["a.md"])
    #expect(sandbox.read("a.md") == "old")
  }

  @Test func followsNoLink() throws {
    let sandbox = try Sandbox(["a.md": "old", "theirs": "theirs"])
    #expect(symlink("theirs", sandbox.path + "/.a.md.new") == 0)
    #expect(throws: DiskError.self) { try Disk.replace(sandbox.path + "/a.md", Array("new".utf8)) }
    #expect(sandbox.read("theirs") == "theirs")
    #expect(sandbox.read("a.md") == "old")
  }

  @Test func fixesNoPageThatItsAuthorSavedMeanwhile() async throws {
    let page = "---\ntitle: A\nkind: concept\n---\n\n1. Open.\n3. Close.\n"
    let sandbox = try Sandbox(["rolebook.yml": "title: T\n", "content/index.md": page])
    let options = try CommonOptions.parse(["--root", sandbox.path, "--quiet"])
    let failure = await #expect(throws: Failure.self) {
      _ = try await Fixing(includesUnsafe: false).run(options.terminal) {
        let checked = try await Checked(options)
        try sandbox.write("content/index.md", page + "More text.\n")
        return checked
      }
    }
    #expect(failure?.message == "\(sandbox.path)/content/index.md was changed while it was checked")
    #expect(sandbox.read("content/index.md") == page + "More text.\n")
  }
}
