import Testing

@testable import Rolebook

@Suite struct SettingsTests {
  @Test(arguments: ["limits: {nesting: 0}", "limits: {file_bytes: -1}", "base_url: docs/access", "base_url: ''"])
  func refusesValuesThatMakeNoSense(_ yaml: String) {
    #expect(World([:], settings: yaml).settings.problems.count == 1)
  }

  @Test func namesTheRuleThatWasMeant() async {
    let yaml = "rules: {dead-lnk: off}\noverrides: [{match: \"**\", rules: {dead-anchr: info, ragged-table: off}}]"
    let findings = await World([:], settings: yaml).report().findings
    #expect(findings.map(\.message) == ["there is no rule `dead-lnk`", "there is no rule `dead-anchr`"])
    #expect(findings.map(\.help) == ["did you mean `dead-link`?", "did you mean `dead-anchor`?"])
    #expect(findings.map(\.severity) == [.warning, .warning])
  }
}
