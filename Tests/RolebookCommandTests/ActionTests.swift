import Foundation
import Testing

@testable import RolebookCommand

/// What the steps of `action.yml` run, with the inputs that a workflow gives.
@Suite struct ActionTests {
  private let sandbox: Sandbox
  private let program: String

  init() throws {
    sandbox = try Sandbox([
      ".git/HEAD": "", "docs/content/index.md": "---\ntitle: A\nkind: concept\n---\n\n[b](none.md)\n",
    ])
    program = try #require(programPath())
  }

  /// Runs each step's script as GitHub does, with the steps' inputs as environment.
  private func act(_ inputs: [String: String]) throws -> Run {
    let defaults = [
      "BINARY": program, "ROOT": "docs", "STRICT": "false", "FORMAT": "github", "OUTPUT": "", "BASELINE": "",
    ]
    let summaries = [
      "GITHUB_OUTPUT": sandbox.path + "/outputs", "GITHUB_STEP_SUMMARY": sandbox.path + "/summary",
      "GITHUB_ACTION_PATH": "/nowhere",
    ]
    let environment = defaults.merging(inputs) { $1 }.merging(summaries) { $1 }
    var last = Run(code: 0, output: "", talk: "")
    for script in try Self.scripts() where !script.contains("make ") {
      last = try run("/bin/bash", ["-eo", "pipefail", "-c", script], in: sandbox, environment: environment)
    }
    return last
  }

  /// The `run:` of each step, of one line or of several.
  private static func scripts() throws -> [String] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("action.yml")
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    return lines.indices.filter { lines[$0].hasPrefix("      run: ") }.map { start in
      let first = String(lines[start].dropFirst("      run: ".count))
      guard first == "|" else { return first }
      return lines[(start + 1)...].prefix { $0.hasPrefix("        ") }.map { String($0.dropFirst(8)) }
        .joined(separator: "\n")
    }
  }

  @Test func annotatesAndFails() throws {
    let run = try act([:])
    #expect(run.code == 1)
    #expect(run.output.hasPrefix("::error file=docs/content/index.md,line=6,"))
    #expect(sandbox.read("outputs") == "binary=\(program)\n")
    #expect(try #require(sandbox.read("summary")).contains("| error | `dead-link` |"))
  }

  @Test func writesAReportToAFile() throws {
    let run = try act(["FORMAT": "sarif", "OUTPUT": "rolebook.sarif"])
    #expect(run.code == 1)
    #expect(run.output == "")
    #expect(try #require(sandbox.read("rolebook.sarif")).contains("\"version\": \"2.1.0\""))
  }

  @Test func passesWithABaseline() throws {
    _ = try rolebook("check", "--root", "docs", "--write-baseline", "baseline.json", in: sandbox)
    #expect(try act(["BASELINE": "baseline.json"]).code == 0)
  }

  @Test func failsForAWarningIfStrict() throws {
    try sandbox.write("docs/content/index.md", "---\ntitle: A\nkind: concept\n---\n\n## B\n\n## C\n\ntext\n")
    #expect(try act([:]).code == 0)
    #expect(try act(["STRICT": "true"]).code == 1)
  }
}
