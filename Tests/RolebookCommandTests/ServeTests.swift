import Foundation
import Testing

@testable import RolebookCommand

@Suite struct ServeTests {
  @Test func tellsWhatChangesInFolders() async throws {
    let sandbox = try Sandbox(["content/a.md": "a", "content/deep/b.md": "b", "other/c.md": "c"])
    let watcher = try FolderWatcher([sandbox.path + "/content"], flat: [sandbox.path])
    var changes = watcher.changes().makeAsyncIterator()
    func next(_ what: () throws -> Void) async throws -> FolderWatcher.Change? {
      try what()
      return await changes.next()
    }

    let written = try await next { try sandbox.write("content/deep/b.md", "bb") }
    #expect(written?.files == [sandbox.path + "/content/deep/b.md"])
    #expect(written?.isWide == false)
    let made = try await next { try Disk.makeFolders(sandbox.path + "/content/new") }
    #expect(made?.isWide == true)
    let inside = try await next { try sandbox.write("content/new/d.md", "d") }
    #expect(inside?.files == [sandbox.path + "/content/new/d.md"])
    // Files that editors keep, and folders that are none of the site, are not told.
    try sandbox.write("content/.a.md.swp", "x")
    try sandbox.write("content/a.md~", "x")
    try sandbox.write("other/c.md", "cc")
    let settings = try await next { try sandbox.write("rolebook.yml", "title: T\n") }
    #expect(settings?.files == [sandbox.path + "/rolebook.yml"])
  }

  /// The whole of it: a program that serves, a page that is saved, an event, new bytes.
  @Test func showsASavedPageInTheBrowser() async throws {
    let sandbox = try Sandbox([
      "rolebook.yml": "title: T\n", "content/index.md": "---\ntitle: A\nkind: concept\n---\n\nText.\n",
    ])
    let program = try Served(in: sandbox)
    defer { program.end() }
    let address = try await program.address()
    #expect(try await program.get(address).contains("Text."))
    try sandbox.write("content/index.md", "---\ntitle: A\nkind: concept\n---\n\nSaved.\n")
    var text = ""
    for _ in 0..<200 where !text.contains("Saved.") {
      try await Task.sleep(for: .milliseconds(20))
      text = try await program.get(address)
    }
    #expect(text.contains("Saved."))
    #expect(Disk.kind(sandbox.path + "/public") == nil)
    #expect(program.end() == 0)
  }

  @Test func saysThatAPortIsTaken() async throws {
    let sandbox = try Sandbox(["content/index.md": "# A\n"])
    let program = try Served(in: sandbox)
    defer { program.end() }
    let port = try await program.address().split(separator: ":").last.map { String($0.dropLast()) } ?? ""
    let run = try rolebook("serve", "--port", port, in: sandbox)
    #expect(run.code == 3)
    #expect(run.talk.contains("cannot listen at 127.0.0.1, port \(port): address already in use"))
    #expect(run.talk.contains("help: --port 0 takes a port that is free"))
  }
}

/// `rolebook serve` in a sandbox, on a port of its own.
private final class Served {
  private let process = Process()
  private let sandbox: Sandbox

  init(in sandbox: Sandbox) throws {
    self.sandbox = sandbox
    process.executableURL = URL(fileURLWithPath: try #require(programPath()))
    process.arguments = ["serve", "--port", "0"]
    process.currentDirectoryURL = URL(fileURLWithPath: sandbox.path)
    try sandbox.write("talk.txt", "")
    process.standardError = try #require(FileHandle(forWritingAtPath: sandbox.path + "/talk.txt"))
    try process.run()
  }

  /// Where it serves, as it says when it is ready.
  func address() async throws -> String {
    for _ in 0..<1_500 {
      let words = (sandbox.read("talk.txt") ?? "").split(whereSeparator: \.isWhitespace)
      if let address = words.first(where: { $0.hasPrefix("http://") }) { return String(address) }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("it did not start: \(sandbox.read("talk.txt") ?? "")")
    return ""
  }

  func get(_ address: String) async throws -> String {
    try run("/usr/bin/curl", ["-s", address], in: sandbox).output
  }

  /// Ends it as Ctrl-C does; gives its exit code.
  @discardableResult func end() -> Int32 {
    if process.isRunning { process.interrupt() }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
