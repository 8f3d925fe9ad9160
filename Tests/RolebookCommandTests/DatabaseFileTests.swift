import Foundation
import Testing

@testable import RolebookCommand

@Suite struct DatabaseFileTests {
  private static let site = [
    "rolebook.yml": "title: T\n", "content/index.md": "---\ntitle: A\nkind: concept\n---\n\nText.\n",
  ]

  @Test func replacesItsOwnDatabaseAndLeavesNothingBeside() throws {
    let sandbox = try Sandbox(Self.site)
    let first = try rolebook("build", "--sqlite", "catalog.db", in: sandbox)
    #expect(first.code == 0)
    #expect(first.talk.contains("  catalog.db   "))
    let old = try Data(contentsOf: URL(fileURLWithPath: sandbox.path + "/catalog.db"))
    try sandbox.write("content/index.md", "---\ntitle: B\nkind: concept\n---\n\nText.\n")
    #expect(try rolebook("build", "--sqlite", "catalog.db", in: sandbox).code == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: sandbox.path + "/catalog.db")) != old)
    #expect(try sandbox.names().filter { $0.hasPrefix("catalog") } == ["catalog.db"])
  }

  @Test func takesAnEmptyFile() throws {
    let sandbox = try Sandbox(Self.site)
    try sandbox.write("catalog.db", "")
    #expect(try rolebook("build", "--sqlite", "catalog.db", in: sandbox).code == 0)
    #expect(sandbox.read("catalog.db") != "")
  }

  @Test(arguments: [
    ("content/index.md", "it is no database of rolebook's"), ("content", "it is a folder"),
    ("link.db", "it is not a regular file"), ("nowhere/catalog.db", "there is no such folder"),
  ])
  func refusesWhatIsNotItsOwn(_ file: String, _ why: String) throws {
    let sandbox = try Sandbox(Self.site)
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path + "/link.db", withDestinationPath: "rolebook.yml")
    let build = try rolebook("build", "--sqlite", file, in: sandbox)
    #expect(build.code == 2)
    #expect(build.talk.contains("cannot write \(file): \(why)"))
    #expect(sandbox.read("content/index.md") == Self.site["content/index.md"])
    #expect(sandbox.read("public/index.html") == nil)
  }

  @Test func keepsTheOldDatabaseWhereTheSiteHasErrors() throws {
    let sandbox = try Sandbox(Self.site)
    #expect(try rolebook("build", "--sqlite", "catalog.db", in: sandbox).code == 0)
    let old = try Data(contentsOf: URL(fileURLWithPath: sandbox.path + "/catalog.db"))
    try sandbox.write("content/index.md", "---\ntitle: B\nkind: concept\n---\n\n[gone](gone.md)\n")
    #expect(try rolebook("build", "--sqlite", "catalog.db", in: sandbox).code == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: sandbox.path + "/catalog.db")) == old)
    #expect(try sandbox.names().filter { $0.hasPrefix("catalog") } == ["catalog.db"])
  }
}
