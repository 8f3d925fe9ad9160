import Foundation
import Markdown
import Testing

@testable import Rolebook

/// Each rule's page is its test: its Markdown examples must give the findings of the text block below them.
@Suite struct RulePageTests {
  @Test(arguments: Rule.all.map(\.id))
  func printsWhatTheRulesPageSays(_ id: String) async throws {
    let path = "content/rules/\(id).md"
    let page = try RulePage(Repository.text(path))
    var text = page.text
    for example in page.examples.reversed() {
      let found = await example.world.findings()
      #expect(found.contains("[\(id)]"), "\(path): the example does not show the rule:\n\(found)")
      if Repository.isRecording {
        text.replaceSubrange(example.expected, with: found)
      } else {
        #expect(found == String(page.text[example.expected]), "\(path)")
      }
    }
    if Repository.isRecording { try Repository.write(text, to: path) }
  }

  /// Of a contradiction, and of all that is said of SQL, both places are shown.
  @Test(
    arguments: Rule.all.filter { $0.group == .sql || $0.isOfDrift || $0.id.hasPrefix("conflicting-") }.map(
      \.id))
  func showsASecondPlace(_ id: String) async throws {
    let page = try RulePage(Repository.text("content/rules/\(id).md"))
    var worlds = page.examples.map(\.world)
    worlds.append(try World(folder: Repository.root.appendingPathComponent("Tests/Worlds/seeds")))
    for world in worlds {
      for finding in await world.report().findings where finding.rule == id {
        #expect(!finding.related.isEmpty, "\(finding.message)")
      }
    }
  }

  @Test func hasAnExampleForEveryRuleThatMarkdownCanShow() throws {
    let withoutExample = try Rule.all.map(\.id).filter {
      try RulePage(Repository.text("content/rules/\($0).md")).examples.isEmpty
    }
    #expect(Set(withoutExample) == ["unread-file", "broken-template", "input-too-complex"])
  }

  @Test func describesOnlyRulesThatExist() throws {
    let folder = Repository.root.appendingPathComponent("content/rules")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let known = Set(Rule.all.map { "\($0.id).md" })
    #expect(Set(pages).subtracting(["index.md"]) == known)
  }
}

/// The examples of a rule's page.
struct RulePage {
  struct Example {
    let world: World
    let expected: Range<String.Index>
  }

  let text: String
  private(set) var examples: [Example] = []

  init(_ text: String) throws {
    self.text = text
    let source = SourceText(text)
    let document = Document(parsing: source)
    var pages: [String: String] = [:]
    var settings = ""
    var baseline: String?
    var truth: [String: String] = [:]
    for index in document.indices(of: .codeBlock) {
      let node = document.nodes[index]
      let info = document.string(document.extra(index)).split(separator: " ").map(String.init)
      let code = document.string(node.literal)
      let file = info.first { $0.hasPrefix("file=") }.map { String($0.dropFirst(5)) }
      switch info.first {
      case "markdown": pages[file ?? "page.md"] = code
      case "yaml" where file == "rolebook.yml": settings = code
      case "json" where file == "baseline.json": baseline = code
      case "json" where file?.hasPrefix("truth.") ?? false: truth[file ?? ""] = code
      case "text":
        let lines = source.text(node.span).split(separator: "\n", omittingEmptySubsequences: false)
        let start = node.span.start + lines[0].utf8.count + 1
        let end = node.span.end - (lines.last ?? "").utf8.count - 1
        let range =
          text.utf8.index(
            text.startIndex, offsetBy: start)..<text.utf8.index(text.startIndex, offsetBy: max(start, end))
        let world = World(pages, settings: settings, baseline: baseline, truth: truth)
        examples.append(Example(world: world, expected: range))
        (pages, settings, baseline, truth) = ([:], "", nil, [:])
      default: break
      }
    }
  }
}
