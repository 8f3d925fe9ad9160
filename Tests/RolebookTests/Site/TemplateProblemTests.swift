import Markdown
import Testing

@testable import Rolebook

@Suite struct TemplateProblemTests {
  /// `line:column message (suggestion)` for each problem of a template, with more templates beside it.
  private func problems(_ template: String, _ others: KeyValuePairs<String, String> = [:]) -> [String] {
    let all = [("page", template)] + others.map { ($0.key, $0.value) }
    let files = all.map { name, text in
      SourceFile(path: "templates/\(name).mustache", role: .template, bytes: Array(text.utf8))
    }
    return TemplateProblem.problems(in: files, folder: "templates").map { problem in
      let position = files[Int(problem.place.file)].text.position(at: problem.place.span.start)
      let suggestion = problem.suggestion.map { " (\($0))" } ?? ""
      return "\(position.line):\(position.column) \(problem.message)\(suggestion)"
    }
  }

  @Test func acceptsTheBuiltInTemplates() {
    for (_, text) in BuiltInTemplates.all { #expect(problems(text) == []) }
  }

  @Test func suggestsTheNameThatWasMeant() {
    #expect(problems("<p>ä {{ titel }}") == ["1:9 no page offers the name `titel` (title)"])
    #expect(problems("a\n  {{{bodi}}}") == ["2:6 no page offers the name `bodi` (body)"])
    #expect(problems("{{&price_list}}") == ["1:4 no page offers the name `price_list`"])
  }

  @Test func findsPartialsThatDoNotExist() {
    #expect(problems("{{>haed}}") == ["1:4 there is no template `haed` (head)"])
    #expect(problems("{{> menu}}", ["menu": "{{title}}"]) == [])
  }

  @Test func findsPartialsThatIncludeThemselves() {
    #expect(
      problems("{{>a}}", ["a": "{{>b}}", "b": "{{>a}}"]) == [
        "1:4 the template `b` includes itself", "1:4 the template `a` includes itself",
      ])
  }

  @Test func pairsSections() {
    #expect(problems("{{#title}}") == ["1:1 the section `title` is not closed"])
    #expect(problems("{{/title}}") == ["1:1 `{{/title}}` closes a section that is not open"])
    #expect(
      problems("{{#title}}{{/body}}{{/title}}") == [
        "1:11 `{{/body}}` stands where `{{/title}}` closes a section"
      ])
    #expect(problems("{{^title}}{{.}}{{/title}}{{! any words }}") == [])
  }

  @Test func findsTagsThatDoNotEnd() {
    #expect(problems("<b>{{title</b>\n") == ["1:4 the tag has no closing `}}`"])
    #expect(problems("{{{title}}") == ["1:1 the tag has no closing `}}}`"])
    #expect(problems("{{}}") == ["1:1 the tag has no name"])
    #expect(problems("{{two words}}") == ["1:1 `two words` is no name"])
    #expect(problems("{{=<% %>=}}") == ["1:1 templates have names, sections, partials and comments only"])
  }

  @Test func limitsHowDeepSectionsNest() {
    let depth = 40
    let text = String(repeating: "{{#title}}", count: depth) + String(repeating: "{{/title}}", count: depth)
    #expect(problems(text) == ["1:321 sections nest deeper than 32 levels"])
  }

  @Test func reportsThemAsFindings() {
    let file = SourceFile(path: "templates/page.mustache", role: .template, bytes: Array("{{titel}}".utf8))
    let finding = Rule.brokenTemplate.find(Catalog(of: [file]), nil).first
    #expect(finding?.message == "no page offers the name `titel`")
    #expect(finding?.help == "did you mean `title`?")
    #expect(finding?.place == Place(0, Span(2, 7)))
  }
}
