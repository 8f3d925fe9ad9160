import Testing

@testable import Rolebook

/// One cause, one finding.
@Suite struct RootCauseTests {
  @Test func foldsNamesOfATableThatWasNotRead() async {
    let report = await World([
      "a.md": """
      ---
      title: A
      kind: reference
      platform: p
      complete: [a]
      ---

      | Permission | Description |
      | --- | --- |
      | `a.b.get` | Get. |

      | Permission | Meaning |
      | --- | --- |
      | `a.b.list` | List. |

      ## `roles/a.reader`

      - `a.b.get`
      - `a.b.list`
      """
    ]).report()
    #expect(report.findings.map(\.rule) == ["unread-table"])
  }

  @Test func saysOnceThatTheTitlesKeyIsMisspelled() async {
    let report = await World(["a.md": "---\ntitl: A\n---\n\nText.\n"]).report()
    #expect(report.findings.map(\.rule) == ["unknown-front-matter-key"])
  }
}
