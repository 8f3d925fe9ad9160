import Markdown
import Testing

@testable import Rolebook

@Suite struct TextFormatTests {
  @Test func showsTheSpanTheOtherPlaceAndTheCure() {
    let text = "1. Select **BigQuery User**.\n2. Add **BigQuery Job User**.\n"
    let finding = Finding(
      "`BigQuery Job User` adds nothing to `BigQuery User`", at: .of("**BigQuery Job User**", in: text),
      label: "its 3 permissions …",
      related: [
        Related("… are all in this role", at: .of("**BigQuery User**", in: text), label: "24 permissions")
      ],
      help: "drop step 2", facts: []
    ).by("redundant-role")

    #expect(
      rendered(text, [finding]) == """
        warning[redundant-role]: `BigQuery Job User` adds nothing to `BigQuery User`
         --> content/a.md:2:8
          |
        2 | 2. Add **BigQuery Job User**.
          |        ^^^^^^^^^^^^^^^^^^^^^ its 3 permissions …
          |
        note: … are all in this role
         --> content/a.md:1:11
          |
        1 | 1. Select **BigQuery User**.
          |           ----------------- 24 permissions
          |
        help: drop step 2                                                 rolebook explain redundant-role


        """)
  }

  @Test func leavesHintsOutOfASingleFinding() {
    let text = "19. Go."
    let finding = Finding(
      "step is written `19.`", at: .of("19.", in: text), help: "write `1.`",
      fix: Fix(isSafe: true, edits: [Edit(.of("19.", in: text), "1.")]), facts: []
    ).by("misnumbered-step")

    #expect(
      finding.text(in: report(on: text, [finding]).catalog.files) == """
        warning[misnumbered-step]: step is written `19.`
         --> content/a.md:1:1
          |
        1 | 19. Go.
          | ^^^
          |
        help: write `1.`
        fixable: rolebook check --fix

        """)
  }

  @Test(arguments: [
    ("a\tbc d", "bc", "a   bc d", 4, 2),
    ("\tx", "x", "    x", 4, 1),
    ("権限 `x.y`", "`x.y`", "権限 `x.y`", 5, 5),
    ("| ✅ | x |", "✅", "| ✅ | x |", 2, 2),
    ("e\u{301}t bad", "bad", "e\u{301}t bad", 3, 3),
    ("a\u{1B}[2Jb", "b", "a␛[2Jb", 5, 1),
    ("gone", "", "gone", 0, 1),
  ])
  func alignsTheCarets(line: String, words: String, shown: String, indent: Int, width: Int) {
    let excerpt = SourceExcerpt(Place.of(words, in: line).span, in: SourceText(line), columns: 160)
    #expect(excerpt.text == shown)
    #expect(excerpt.indent == indent)
    #expect(excerpt.width == width)
  }

  @Test func cutsALongLineAroundTheSpan() {
    let line = String(repeating: "a", count: 300) + "BAD" + String(repeating: "b", count: 300)
    let excerpt = SourceExcerpt(Place.of("BAD", in: line).span, in: SourceText(line), columns: 20)
    #expect(excerpt.text == "…aaaaaaaBADbbbbbbbb…")
    #expect(excerpt.indent == 8)
    #expect(excerpt.width == 3)
  }

  @Test func cutsASpanThatIsItselfTooLong() {
    let line = String(repeating: "a", count: 10_000)
    let excerpt = SourceExcerpt(Span(1_000, 9_000), in: SourceText(line), columns: 20)
    #expect(excerpt.text == "…" + String(repeating: "a", count: 18) + "…")
    #expect(excerpt.indent == 1)
    #expect(excerpt.width == 18)
  }

  @Test func showsTheFirstLineOfALongerSpan() {
    let text = "one two\nthree\n"
    let excerpt = SourceExcerpt(Place.of("two\nthree", in: text).span, in: SourceText(text), columns: 80)
    #expect(excerpt.text == "one two")
    #expect(excerpt.indent == 4)
    #expect(excerpt.width == 3)
  }

  @Test func coloursOnlyOnRequest() {
    let finding = Finding("gone", at: Place(0, Span(0, 1)), facts: []).by("dead-link", .error)
    let colored = ReportFormat.text.render(report(on: "x", [finding]), ReportStyle(isColored: true))
    #expect(String(decoding: colored, as: UTF8.self).hasPrefix("\u{1B}[1;31merror[dead-link]\u{1B}[0m"))
    #expect(!rendered("x", [finding]).contains("\u{1B}"))
  }

  @Test func showsNoLineOfAFileThatCouldNotBeRead() {
    let finding = Finding("cannot be read", at: Place(0, Span(0, 0)), facts: []).by("unread-file", .error)
    #expect(rendered("", [finding]) == "error[unread-file]: cannot be read\n --> content/a.md:1:1\n\n")
  }

  @Test func ordersByFileLineColumnAndRule() {
    let files = ["b.md", "a.md"].map { SourceFile(path: $0, role: .page, bytes: Array("one\ntwo\n".utf8)) }
    let findings = [(0, 0, "x"), (1, 5, "x"), (1, 4, "z"), (1, 4, "y")].map { file, start, rule in
      Finding("\(file) \(start) \(rule)", at: Place(FileID(file), Span(start, start)), facts: []).by(rule)
    }
    let report = Report(findings, of: Catalog(of: files))
    #expect(report.findings.map(\.message) == ["1 4 y", "1 4 z", "1 5 x", "0 0 x"])
  }

  @Test func sumsUpInOneLine() {
    let place = Place(0, Span(0, 0))
    let fix = Fix(isSafe: true, edits: [])
    let findings = [
      Finding("a", at: place, facts: []).by("r", .error),
      Finding("b", at: place, fix: fix, facts: []).by("r"),
      Finding("c", at: place, facts: []).by("r"),
    ]
    #expect(report(on: "x", findings).summary == "1 error, 2 warnings (1 fixable) in 0 pages")
    #expect(report(on: "x", []).summary == "no findings in 0 pages")
  }

  private func rendered(_ text: String, _ findings: [Finding]) -> String {
    String(decoding: ReportFormat.text.render(report(on: text, findings), ReportStyle()), as: UTF8.self)
  }
}
