import Glibc
import Testing

@testable import RolebookCommand

/// What `check` keeps in `.rolebook/` between runs.
@Suite struct CacheTests {
  private static func site(pages count: Int) -> [String: String] {
    let pages = (0..<count).map {
      ("content/\($0).md", "---\ntitle: Page \($0)\n---\n\n[a](none-\($0).md)\n")
    }
    return Dictionary(uniqueKeysWithValues: pages + [("rolebook.yml", "title: x\n")])
  }

  @Test func findsTheSameWithACacheAndWithout() throws {
    let sandbox = try Sandbox(Self.site(pages: 220))
    let first = try rolebook("check", "--format", "json", in: sandbox)
    #expect(try sandbox.names(in: ".rolebook") == [".gitignore", "documents"])
    #expect(sandbox.read(".rolebook/.gitignore") == "*\n")
    #expect(try rolebook("check", "--format", "json", in: sandbox).output == first.output)
    try sandbox.write("content/7.md", "---\ntitle: Page 7\n---\n\n[a](8.md)\n")
    let changed = try rolebook("check", "--format", "json", in: sandbox)
    try Disk.remove(sandbox.path + "/.rolebook")
    #expect(try rolebook("check", "--format", "json", in: sandbox).output == changed.output)
    #expect(changed.output != first.output)
  }

  @Test func leavesNothingInASmallSite() throws {
    let sandbox = try Sandbox(Self.site(pages: 20))
    _ = try rolebook("check", in: sandbox)
    #expect(!(try sandbox.names().contains(".rolebook")))
  }

  @Test func writesNothingThroughALink() throws {
    let outside = try Sandbox()
    let sandbox = try Sandbox(Self.site(pages: 220))
    #expect(symlink(outside.path, sandbox.path + "/.rolebook") == 0)
    #expect(try rolebook("check", "--format", "json", in: sandbox).code == 1)
    #expect(try outside.names() == [])
  }
}
