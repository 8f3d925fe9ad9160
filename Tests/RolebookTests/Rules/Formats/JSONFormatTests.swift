import Markdown
import Testing

@testable import Rolebook

@Suite struct JSONFormatTests {
  private let file = SourceFile(path: "content/a.md", role: .page, bytes: [])

  @Test func writesEveryPartOfAFinding() {
    let text = "see `é.b`\n\n19. Go\n"
    let finding = Finding(
      "`é.b` is unknown", at: .of("`é.b`", in: text), related: [Related("here", at: .of("19.", in: text))],
      help: "declare it", fix: Fix(isSafe: true, edits: [Edit(.of("é.b", in: text), "a.b")]), facts: ["é.b"]
    ).by("unknown-permission", .error)

    #expect(
      rendered(text, [finding]) == """
        {
          "findings": [
            {
              "column": 5,
              "end_column": 10,
              "end_line": 1,
              "file": "content/a.md",
              "fingerprint": "\(Fingerprint.all([finding], in: [file])[0])",
              "fix": {
                "edits": [
                  {
                    "column": 6,
                    "end_column": 9,
                    "end_line": 1,
                    "file": "content/a.md",
                    "line": 1,
                    "replacement": "a.b"
                  }
                ],
                "safe": true
              },
              "help": "declare it",
              "line": 1,
              "message": "`é.b` is unknown",
              "related": [
                {
                  "column": 1,
                  "end_column": 4,
                  "end_line": 3,
                  "file": "content/a.md",
                  "line": 3,
                  "message": "here"
                }
              ],
              "rule": "unknown-permission",
              "severity": "error",
              "status": "new"
            }
          ],
          "summary": {
            "errors": 1,
            "facts": 0,
            "infos": 0,
            "pages": 0,
            "warnings": 0
          },
          "version": "1.0.0"
        }

        """)
  }

  @Test func keepsTheFingerprintWhenLinesMove() {
    let above = Finding("x", at: Place(0, Span(0, 1)), facts: ["a.b"]).by("r")
    let below = Finding("x", at: Place(0, Span(5, 6)), facts: ["a.b"]).by("r")
    #expect(Fingerprint.all([above], in: [file]) == Fingerprint.all([below], in: [file]))
    #expect(Fingerprint.all([above], in: [file])[0].count == 32)
  }

  @Test func tellsEqualFindingsApart() {
    let finding = Finding("x", at: Place(0, Span(0, 1)), facts: ["a.b"]).by("r")
    #expect(Set(Fingerprint.all([finding, finding, finding], in: [file])).count == 3)
  }

  @Test func leavesOutWhatAuthorsAllow() {
    var allowed = Finding("x", at: Place(0, Span(0, 1)), facts: []).by("r")
    allowed.status = .suppressed(reason: "soon")
    #expect(!rendered("x", [allowed]).contains("status"))
  }

  private func rendered(_ text: String, _ findings: [Finding]) -> String {
    String(decoding: ReportFormat.json.render(report(on: text, findings), ReportStyle()), as: UTF8.self)
  }
}
