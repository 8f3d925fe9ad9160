import Testing

@testable import Rolebook

/// What is said of the comments that allow findings.
@Suite struct SuppressionUpkeepTests {
  /// What the rules of upkeep say of a page.
  private func said(_ text: String) async -> [String] {
    await World(["page.md": "# T\n\n" + text]).report().findings.filter { $0.rule != "missing-title" }
      .map { "\($0.rule): \($0.message)" }
  }

  @Test func saysOnceThatADayHasPassed() async {
    let text = "<!-- allow dead-link: written next week, until 2026-12-31 -->\n[x](a.md) [y](b.md)\n"
    let report = await World(["page.md": "# T\n\n" + text]).report()
    let finding = report.findings.first { $0.rule == "expired-suppression" }
    #expect(finding?.message == "`dead-link` was allowed until `2026-12-31`")
    #expect(finding?.related.count == 2)
    #expect(!report.findings.contains { $0.rule == "dead-link" })
  }

  @Test(arguments: [
    "soon, until 2027-01-01", "until 2027-01-01: soon", "soon (until 2027-01-02)", "soon, until 2028-02-29.",
    "until the wizard is gone", "until 3 people agree", "until 1.5 ships",
  ])
  func expiresAfterTheDayItself(_ reason: String) async {
    #expect(await said("<!-- allow dead-link: \(reason) -->\n[x](a.md)\n") == [])
  }

  @Test(arguments: ["2027-1-31", "2027-02-29", "2027-13-01", "2027", "1/2/2027", "31.12.2027"])
  func refusesWhatIsNoDay(_ day: String) async {
    #expect(
      await said("<!-- allow dead-link: soon, until \(day) -->\n[x](a.md)\n") == [
        "unused-suppression: `\(day)` is no day, so the comment has no effect",
        "dead-link: `a.md` leads nowhere",
      ])
  }

  @Test(arguments: [
    ("<!-- allow dead-link -->\n", "a comment allows `dead-link` without a reason, so it has no effect"),
    (
      "<!-- allow dead-link: until 2028-01-01 -->\n",
      "a comment allows `dead-link` without a reason, so it has no effect"
    ),
    ("<!-- allow dead-lnk: soon -->\n", "a comment allows `dead-lnk`, and there is no such rule"),
    ("<!-- allow no-such-thing: soon -->\n", "a comment allows `no-such-thing`, and there is no such rule"),
    ("Text <!-- allow dead-link: soon -->\n", "a comment inside of a block allows nothing"),
    ("| a <!-- allow dead-link: soon --> |\n| - |\n", "a comment inside of a block allows nothing"),
    ("> <!-- allow dead-link: soon -->\n\n", "no block follows the comment that allows `dead-link`"),
    ("<!-- allow dead-link: soon -->\n", "a comment allows `dead-link`, and the block below it has none"),
    (
      "<!-- allow dead-anchor: x --> <!-- allow dead-link: x -->\n[x](#none)\n",
      "a comment allows `dead-link`, and the block below it has none"
    ),
  ])
  func saysWhyACommentHasNoEffect(_ text: String, _ message: String) async {
    #expect(await said(text + "\nText.\n") == ["unused-suppression: \(message)"])
  }

  @Test func pointsToTheBlockWhereTheFindingStands() async throws {
    let roles = "## `roles/a`\n\n- `x.y.z`\n\n<!-- allow duplicate-role: two kinds -->\n## `roles/a`\n"
    let allowed = roles + "\n- `x.y.z`\n"
    let page = "---\ntitle: T\nkind: reference\nplatform: p\n---\n"
    let settings = "platforms: {p: {role_prefix: roles/}}"
    #expect(await World(["a.md": page + allowed], settings: settings).report().findings.isEmpty)
    let misplaced =
      page + "<!-- allow duplicate-role: two kinds -->\n"
      + allowed.replacing(
        "<!-- allow duplicate-role: two kinds -->\n", with: "")
    let report = await World(["a.md": misplaced], settings: settings).report()
    let finding = try #require(report.findings.first { $0.rule == "unused-suppression" })
    #expect(finding.related.map(\.message) == ["one that names this block stands here"])
    #expect(finding.help == "move the comment before the block where it stands")
  }

  @Test func hidesNothingOfUpkeepItself() async {
    #expect(
      await said("<!-- allow unused-suppression: fun -->\n\n<!-- allow dead-link: soon -->\n\nText.\n") == [
        "unused-suppression: a comment allows `unused-suppression`, and the block below it has none",
        "unused-suppression: a comment allows `dead-link`, and the block below it has none",
      ])
  }
}
