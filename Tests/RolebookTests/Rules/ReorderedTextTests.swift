import Testing

@testable import Rolebook

@Suite struct ReorderedTextTests {
  private static let controls = (0x202A...0x202E).map { $0 } + (0x2066...0x2069).map { $0 }

  @Test(arguments: controls)
  func findsEachControl(_ value: Int) async throws {
    let control = String(try #require(Unicode.Scalar(UInt32(value))))
    let found = await PageFindings(["page.md": "# T\n\na \(control)b\n"])
    #expect(found.texts("reordered-text") == [control])
    #expect(found.fixed("reordered-text") == "# T\n\na b\n")
  }

  @Test(arguments: ["a `b\u{202E}c` d", "```\na\u{202E}\n```", "    a\u{202E}"])
  func isAnErrorInCode(_ text: String) async {
    #expect(await levels("# T\n\n\(text)\n") == [.error])
  }

  @Test func isAnErrorInATableOfFacts() async {
    let table = "| Permission | Description |\n|-|-|\n| `a.b.c` | Read\u{202E}. |\n"
    #expect(await levels("---\ntitle: T\nkind: reference\nplatform: a\n---\n\n" + table) == [.error])
    #expect(await levels("---\ntitle: T\nkind: concept\n---\n\n" + table) == [.warning])
  }

  @Test func saysOnceWhatStandsInProseAndOnceWhatStandsInCode() async {
    let text = "# T\u{202E}\n\na\u{202D} [b\u{202E}](#t) `c\u{202E}` `d\u{2066}e\u{2069}`\n"
    #expect(await levels(text) == [.warning, .error])
  }

  @Test func leavesPairsInProseAlone() async {
    #expect(await levels("# T\n\nשלום \u{2066}a.b\u{2069} ו\u{202B}ב \u{2067}ג\u{2069}\u{202C}.\n") == [])
    #expect(await levels("# T\n\n\u{2066}a\nb\u{2069}\n") == [.warning])
    #expect(await levels("# T\n\n\u{202E}a\u{202C}\n") == [.warning])
    #expect(await levels("# T\n\n\u{2066}a\u{202C}\n") == [.warning])
  }

  @Test func looksAtNamesAndRedirects() async {
    let name = await World(["a\u{202E}b.md": "# T\n"]).report().findings
    #expect(name.map(\.rule) == ["reordered-text"] && name.map(\.severity) == [.warning])
    let redirects = SourceFile(
      path: "content/_redirects", role: .redirects, bytes: Array("/a\u{202E}b /\n".utf8))
    let build = await Build(files: [redirects], settings: Settings(), jobs: 1)
    #expect(build.findings.contains { $0.rule == "reordered-text" && $0.severity == .warning })
  }

  private func levels(_ page: String) async -> [Severity] {
    await World(["page.md": page]).report().findings.filter { $0.rule == "reordered-text" }.map(\.severity)
  }
}
