import Testing

@testable import Rolebook

/// The levels that a site gives to rules.
@Suite struct LevelTests {
  /// The levels of dead links, by page.
  private func levels(_ settings: String) async -> [String: Severity] {
    let text = "# T\n\n[x](none.md)\n"
    let report = await World(["a.md": text, "legacy/b.md": text, "legacy/old/c.md": text], settings: settings).report()
    let pairs = report.findings.filter { $0.rule == "dead-link" }.map {
      (String(report.catalog.files[Int($0.place.file)].path.dropFirst("content/".count)), $0.severity)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  @Test func areTheRulesOwnByDefault() async {
    #expect(await levels("") == ["a.md": .error, "legacy/b.md": .error, "legacy/old/c.md": .error])
  }

  @Test func changeEverywhere() async {
    #expect(await levels("rules: {dead-link: off}") == [:])
    #expect(await levels("rules: {dead-link: info}")["a.md"] == .info)
    #expect(await levels("rules: {dead-anchor: off}").count == 3)
  }

  @Test func changeByFolder() async {
    #expect(
      await levels("overrides: [{match: 'legacy/**', rules: {dead-link: warning}}]")
        == ["a.md": .error, "legacy/b.md": .warning, "legacy/old/c.md": .warning])
    #expect(await levels("overrides: [{match: 'content/legacy/**', rules: {dead-link: off}}]") == ["a.md": .error])
    #expect(await levels("overrides: [{match: 'legacy/*', rules: {dead-link: off}}]").keys.sorted() == ["a.md", "legacy/old/c.md"])
  }

  @Test func takeTheLastOverrideThatMatches() async {
    let settings = "overrides:\n  - {match: 'legacy/**', rules: {dead-link: warning}}\n  - {match: 'legacy/old/**', rules: {dead-link: info}}\n"
    #expect(await levels(settings) == ["a.md": .error, "legacy/b.md": .warning, "legacy/old/c.md": .info])
  }

  @Test func switchARuleOnInAFolderAlone() async {
    let settings = "rules: {dead-link: off}\noverrides: [{match: 'legacy/**', rules: {dead-link: warning}}]"
    #expect(await levels(settings) == ["legacy/b.md": .warning, "legacy/old/c.md": .warning])
  }
}
