import Foundation
import Testing

@testable import RolebookCommand

/// The feeds that `rolebook build` writes, held against their schemas, and loaded as their users load them.
@Suite(.enabled(if: Python.isInstalled, "make tools installs what judges them")) struct FeedCheckTests {
  static let sites = ["", "Tests/Mutations/Sites/google-cloud", "Tests/Worlds/seeds"]

  @Test(arguments: sites) func keepsItsSchemas(_ folder: String) throws {
    let sandbox = try published(folder)
    let check = try Python.run("validate.py", [sandbox.path + "/public"], in: sandbox)
    #expect(check.code == 0, "\(check.output)\(check.talk)")
    #expect(check.output.hasSuffix(" s)\n") && check.output.contains(" files, 0 problems ("))
  }

  @Test(arguments: sites) func loadsIntoDuckDB(_ folder: String) throws {
    let sandbox = try published(folder)
    let check = try Python.run("warehouse.py", [sandbox.path + "/public"], in: sandbox)
    #expect(check.code == 0, "\(check.output)\(check.talk)")
  }

  @Test(arguments: sites) func writesTheSameAsADatabase(_ folder: String) throws {
    let sandbox = try published(folder, options: ["--sqlite", "catalog.db"])
    let check = try Python.run(
      "database.py", [sandbox.path + "/catalog.db", sandbox.path + "/public"], in: sandbox)
    #expect(check.code == 0, "\(check.output)\(check.talk)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: sandbox.path + "/catalog.db"))
    let again = try rolebook("build", "--force", "--sqlite", "catalog.db", in: sandbox)
    #expect(again.code == 0, "\(again.talk)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: sandbox.path + "/catalog.db")) == bytes)
  }

  @Test func printsWhatTheManualSays() throws {
    let sandbox = try published("")
    let git = try run("/usr/bin/git", ["init", "-q"], in: sandbox)
    #expect(git.code == 0)
    let page = Python.repository.appendingPathComponent("content/guide/feed.md").path
    let isRecording = ProcessInfo.processInfo.environment["ROLEBOOK_RECORD"] != nil
    let check = try Python.run(
      "examples.py", [page, sandbox.path] + (isRecording ? ["--record"] : []), in: sandbox)
    #expect(check.code == 0, "\(check.output)\(check.talk)")
  }

  @Test func seesWhatIsWrongWithAFeed() throws {
    let sandbox = try published("")
    let grants = try #require(sandbox.read("public/api/v1/grants.json"))
    try sandbox.write("public/api/v1/grants.json", grants.replacing("\"proves\"", with: "\"proven\""))
    try sandbox.write("public/api/v1/left.json", "{}\n")
    let check = try Python.run("validate.py", [sandbox.path + "/public"], in: sandbox)
    #expect(check.code == 1)
    for words in [
      "'proven' was unexpected", "is not the file that the manifest lists", "left.json: is not in",
    ] {
      #expect(check.output.contains(words), "\(words)")
    }
  }

  private func published(_ folder: String, options: [String] = []) throws -> Sandbox {
    let sandbox = try Sandbox()
    for name in ["rolebook.yml", "content"] {
      try FileManager.default.copyItem(
        at: Python.repository.appendingPathComponent(folder).appendingPathComponent(name),
        to: URL(fileURLWithPath: "\(sandbox.path)/\(name)"))
    }
    let build = try rolebook(["build", "--force"] + options, in: sandbox)
    #expect(build.code == 0, "\(build.talk)")
    return sandbox
  }
}

/// The Python that `make tools` installs, and the checks of a feed in `Tests/Feed`.
enum Python {
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()
  static let isInstalled = FileManager.default.isExecutableFile(atPath: path)
  private static let path = repository.appendingPathComponent(".tools/python/bin/python").path

  static func run(_ script: String, _ arguments: [String], in sandbox: Sandbox) throws -> Run {
    let script = repository.appendingPathComponent("Tests/Feed/\(script)").path
    return try RolebookCommandTests.run(
      path, [script] + arguments, in: sandbox, environment: ["PYTHONDONTWRITEBYTECODE": "1"])
  }
}
