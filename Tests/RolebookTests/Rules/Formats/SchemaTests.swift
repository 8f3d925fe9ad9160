import Foundation
import Testing

@testable import Rolebook

/// The reports of whole sites and of awkward text, held against the schemas of their formats.
@Suite(.enabled(if: Schema.isInstalled, "make tools installs what judges them")) struct SchemaTests {
  static let reports = ["seeds", "awkward", "clean"]

  private func report(_ name: String) async throws -> Report {
    switch name {
    case "seeds":
      try await World(folder: Repository.root.appendingPathComponent("Tests/Worlds/seeds")).report()
    case "awkward": await Samples.awkward()
    default: await World(["a.md": "---\ntitle: A\nkind: concept\n---\n\nText.\n"]).report()
    }
  }

  private func problems(_ format: ReportFormat, _ schema: Schema, _ name: String, ending: String = "json")
    async throws -> String
  {
    var style = ReportStyle()
    style.folder = "docs and more/"
    return try schema.problems(format.render(try await report(name), style), ending: ending)
  }

  @Test(arguments: reports) func writesSARIF(_ name: String) async throws {
    #expect(try await problems(.sarif, .json("sarif-2.1.0"), name) == "")
  }
  @Test(arguments: reports) func writesCodeQuality(_ name: String) async throws {
    #expect(try await problems(.gitlab, .json("gitlab-code-quality"), name) == "")
  }
  @Test(arguments: reports) func writesDiagnosticsOfReviewdog(_ name: String) async throws {
    #expect(try await problems(.rdjson, .json("rdjson"), name) == "")
  }
  @Test(arguments: reports) func writesJUnit(_ name: String) async throws {
    #expect(try await problems(.junit, .xml("junit"), name, ending: "xml") == "")
  }

  @Test func refusesWhatIsNotOfTheFormat() async throws {
    let json = ReportFormat.json.render(try await report("seeds"), ReportStyle())
    #expect(try Schema.json("sarif-2.1.0").problems(json) != "")
    #expect(try Schema.xml("junit").problems(Array("<testsuite/>".utf8), ending: "xml") != "")
  }

  @Test func describesOurActionAndHooksAsTheirUsersReadThem() throws {
    let action = Array(try Repository.text("action.yml").utf8)
    #expect(try Schema.builtIn("vendor.github-actions").problems(action, ending: "yml") == "")
    let hooks = Array(try Repository.text(".pre-commit-hooks.yaml").utf8)
    #expect(try Schema.json("pre-commit-hooks").problems(hooks, ending: "yaml") == "")
  }
}
