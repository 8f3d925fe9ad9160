import Foundation
import Testing

@testable import Rolebook

@Suite struct InterfaceTextsTests {
  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "templates/strings.yml", role: .template, bytes: Array(text.utf8))
  }

  @Test func fillsValuesAndChoosesTheFormForACount() {
    let texts = InterfaceTexts.builtIn
    #expect(texts.say("count-role", ["count": "1"]) == "1 role")
    #expect(texts.say("count-role", ["count": "0"]) == "0 roles")
    #expect(texts.say("changes-since", ["date": "2026-10-31"]) == "Since 2026-10-31")
    #expect(texts.say("changes-since") == "Since {date}")
  }

  @Test func takesTheSitesOwnTexts() {
    let own = file("lang: de\nskip: Zum <Text>\nunknown: x\n")
    let page = SampleCatalog().site(templates: [own]).text("notes/index.html")
    #expect(page.contains("<html lang=\"de\">"))
    #expect(page.contains(">Zum &lt;Text&gt;</a>"))
    #expect(page.contains("aria-label=\"Breadcrumbs\""))
  }

  @Test func reportsTextsThatTheSiteDoesNotHave() {
    let messages = { (text: String) in
      TemplateProblem.problems(in: [file(text)], folder: "templates").map {
        "\($0.message) \($0.suggestion ?? "-")"
      }
    }
    #expect(messages("skip: Zum Text") == [])
    #expect(messages("skp: Zum Text") == ["the site has no text `skp` skip"])
    #expect(messages("skip: [a]") == ["`skip` is a list, not a text -"])
    #expect(messages("- a") == ["a mapping of keys to texts is expected -"])
    #expect(messages("a: b\na: c").count == 1)
  }

  /// Every key that code, scripts and templates ask for is there, and no text is left that nobody asks for.
  @Test func hasTheTextsThatAreAskedFor() throws {
    let texts = Set(InterfaceTexts.builtIn.texts.keys)
    var asked: Set<String> = ["lang"]
    for tool in SitePlan.Tool.all { asked.formUnion(["\(tool.name)-title", "\(tool.name)-summary"]) }
    for (name, text) in try sources() {
      for match in text.matches(of: /say\(\s*"([a-z0-9-]+)"/) {
        asked.insert(String(match.1))
        let isThere = texts.contains(String(match.1))
        #expect(isThere, "\(name): \(match.1)")
      }
      for match in text.matches(of: /\bcount\([^")]*, "([a-z-]+)"\)/) { asked.insert("count-\(match.1)") }
      for match in text.matches(of: /\{say_([a-z0-9_]+)\}/) {
        asked.insert(String(match.1).replacing("_", with: "-"))
      }
      for match in text.matches(of: /"([a-z]+(?:-[a-z0-9]+)+)"/) where texts.contains(String(match.1)) {
        asked.insert(String(match.1))
      }
    }
    #expect(asked.subtracting(texts) == [])
    #expect(texts.subtracting(asked) == [])
  }

  private func sources() throws -> [(name: String, text: String)] {
    try ["Sources/Rolebook/Site", "templates"].flatMap { folder in
      let root = Repository.root.appendingPathComponent(folder)
      return try FileManager.default.subpathsOfDirectory(atPath: root.path)
        .filter { [".swift", ".js", ".mustache"].contains(where: $0.hasSuffix) }
        .map { ($0, try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8)) }
    }
  }
}
