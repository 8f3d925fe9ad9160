import Foundation
import Testing

@testable import RolebookCommand

/// A build of a large site that would read and write what the last one did is spared, and no other.
@Suite struct LastBuildTests {
  private static let page = "---\ntitle: A\nkind: concept\n---\n\nText.\n"

  private func builtSite() throws -> Sandbox {
    let pages = (0..<210).map { ("content/f\($0 % 7)/p\($0).md", Self.page) }
    let sandbox = try Sandbox(
      Dictionary(uniqueKeysWithValues: pages).merging(["rolebook.yml": "title: T\n"]) { mine, _ in mine })
    // What was written a moment ago may be written again without its time telling.
    usleep(120_000)
    #expect(try build(sandbox).contains("public/   2"))
    return sandbox
  }

  private func build(_ sandbox: Sandbox, _ arguments: String...) throws -> String {
    let run = try rolebook(["build"] + arguments, in: sandbox)
    #expect(run.code == 0)
    return run.talk
  }

  @Test func buildsNothingTwice() throws {
    let sandbox = try builtSite()
    for _ in 0..<2 { #expect(try build(sandbox).contains("pages, nothing changed (")) }
  }

  @Test(arguments: [
    ("content/f0/p0.md", page + "\nMore.\n"), ("content/f0/p0.md", page.replacing("Text", with: "Test")),
    ("content/new.md", page), ("rolebook.yml", "title: U\n"), ("content/logo.svg", "<svg/>"),
    ("public/index.html", "not ours"), ("public/.rolebook", "published by rolebook; more\nindex.html\n"),
    ("templates/footer.mustache", "<footer>F</footer>"), ("_redirects", "/old/ /new/\n"),
  ])
  func buildsWhatWasChanged(path: String, text: String) throws {
    let sandbox = try builtSite()
    try sandbox.write(path, text)
    #expect(try !build(sandbox).contains("nothing changed"))
    let after = try tree(sandbox)
    try Disk.remove(sandbox.path + "/.rolebook")
    try Disk.remove(sandbox.path + "/public")
    _ = try build(sandbox)
    #expect(try tree(sandbox) == after)
  }

  @Test(arguments: ["content/f0/p0.md", "public/index.html", "public/api/v1/index.json", ".rolebook"])
  func buildsWhatWasRemoved(path: String) throws {
    let sandbox = try builtSite()
    try Disk.remove(sandbox.path + "/" + path)
    #expect(try !build(sandbox).contains("nothing changed"))
    #expect(Disk.kind(sandbox.path + "/public/index.html") == .file)
  }

  @Test func buildsForOtherOptions() throws {
    let sandbox = try builtSite()
    #expect(try !build(sandbox, "--sqlite", "catalog.db").contains("nothing changed"))
    #expect(try !build(sandbox, "--output", "elsewhere").contains("nothing changed"))
    #expect(try !build(sandbox, "--force").contains("nothing changed"))
    #expect(try build(sandbox, "--force").contains("nothing changed"))
  }

  /// Their times would not tell whether they change again.
  @Test func neverSparesFilesOfTheFuture() throws {
    let sandbox = try builtSite()
    let times = [
      timeval(tv_sec: time(nil) + 3_600, tv_usec: 0), timeval(tv_sec: time(nil) + 3_600, tv_usec: 0),
    ]
    #expect(utimes(sandbox.path + "/content/f0/p0.md", times) == 0)
    for _ in 0..<2 { #expect(try !build(sandbox).contains("nothing changed")) }
  }

  /// The bytes of each published file.
  private func tree(_ sandbox: Sandbox) throws -> [String: Data] {
    let folder = sandbox.path + "/public"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: paths.compactMap { path in
        guard Disk.kind(folder + "/" + path) == .file else { return nil }
        return FileManager.default.contents(atPath: folder + "/" + path).map { (path, $0) }
      })
  }
}
