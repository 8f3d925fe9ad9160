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

  @Test func noticesAChangeOfTheSameSizeAndTime() throws {
    let sandbox = try Sandbox(Self.site(pages: 220))
    _ = try rolebook("check", in: sandbox)
    var status = stat()
    let path = sandbox.path + "/content/7.md"
    #expect(stat(path, &status) == 0)
    try sandbox.write("content/7.md", "---\ntitle: Page 7\n---\n\n[a](nine-7.md)\n")
    #expect(utimensat(AT_FDCWD, path, [status.st_atim, status.st_mtim], 0) == 0)
    #expect(try rolebook("check", in: sandbox).output.contains("nine-7.md"))
  }

  @Test(arguments: [0, 1, 100, 5000]) func writesADamagedCacheAnew(size: Int) throws {
    let sandbox = try Sandbox(Self.site(pages: 220))
    let first = try rolebook("check", "--format", "json", in: sandbox)
    let path = sandbox.path + "/.rolebook/documents"
    #expect(truncate(path, size) == 0)
    #expect(try rolebook("check", "--format", "json", in: sandbox).output == first.output)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_size > 5000)
    #expect(try rolebook("check", "--format", "json", in: sandbox).output == first.output)
  }

  /// Each finds what it would find alone, and so does the one after them.
  @Test func bearsRunsAtOnce() async throws {
    let sandbox = try Sandbox(Self.site(pages: 220))
    let outputs = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 {
        group.addTask { try rolebook("check", "--format", "json", in: sandbox).output }
      }
      return try await group.reduce(into: [String]()) { $0.append($1) }
    }
    #expect(Set(outputs).count == 1)
    #expect(try sandbox.names(in: ".rolebook") == [".gitignore", "documents"])
    #expect(try rolebook("check", "--format", "json", in: sandbox).output == outputs[0])
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
