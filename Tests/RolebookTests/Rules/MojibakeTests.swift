import Testing

@testable import Rolebook

@Suite struct MojibakeTests {
  /// A text as it reads after its UTF-8 was taken for Windows-1252.
  private static let spoilt = [
    ("It’s “so” – and…", "Itâ€™s â€œsoâ€\u{9D} â€“ andâ€¦"),
    ("café, façade, Größe", "cafÃ©, faÃ§ade, GrÃ¶ÃŸe"),
    ("à la carte", "Ã\u{A0} la carte"), ("a\u{A0}b", "aÂ\u{A0}b"), ("5 °C, © ½", "5 Â°C, Â© Â½"),
    ("→ ✓ ✅ ⚠️", "â†’ âœ“ âœ… âš\u{A0}ï¸\u{8F}"), ("🚀 go", "ðŸš€ go"), ("’", "Ã¢â‚¬â„¢"), ("CAFÉ", "CAFÃ‰"),
  ]

  @Test(arguments: spoilt)
  func writesWhatTheCharactersWere(_ text: String, _ spoilt: String) async {
    let found = await PageFindings(["page.md": "# T\n\n\(spoilt)\n"])
    #expect(found.fixed("mojibake") == "# T\n\n\(text)\n")
  }

  @Test func dropsAMarkOfByteOrderInTheText() async {
    #expect(await PageFindings(["page.md": "# T\n\nï»¿a\n"]).fixed("mojibake") == "# T\n\na\n")
  }

  @Test func findsWhatCannotBeRead() async {
    let found = await PageFindings(["page.md": "# T\n\na \u{FFFD} b\n\nsoâ€ c\n"])
    #expect(found.texts("mojibake") == ["\u{FFFD}", "â€"])
    #expect(found.fixed("mojibake") == "# T\n\na \u{FFFD} b\n\nsoâ€ c\n")
  }

  @Test func looksIntoFrontMatter() async {
    let found = await PageFindings(["page.md": "---\ntitle: CafÃ©\n---\n\na\n"])
    #expect(found.texts("mojibake") == ["Ã©"])
  }

  @Test func saysOnceWhatStandsOften() async {
    let found = await PageFindings(["page.md": "# T\n\n" + String(repeating: "itâ€™s cafÃ© ", count: 50)])
    #expect(found.texts("mojibake") == ["â€™", "Ã©"])
  }

  @Test(.timeLimit(.minutes(10)))
  func staysLinear() async {
    let found = await PageFindings(["page.md": "# T\n\n" + String(repeating: "Ã©Â", count: 30_000)])
    #expect(found.texts("mojibake").count == 1)
  }
}
