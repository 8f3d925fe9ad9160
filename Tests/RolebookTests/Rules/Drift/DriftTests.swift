import Testing

@testable import Rolebook

/// What drift rules see beside the examples of their pages.
@Suite struct DriftTests {
  @Test func findsOurHandbookGrownAndNothingVanished() async throws {
    let findings = try await DriftSample.handbook().report().findings
    #expect(
      findings.map(\.message) == [
        "`bigquery` has 60 more permissions upstream",
        "`roles/bigquery.admin` has 113 more permissions upstream",
        "`roles/bigquery.dataEditor` has 28 more permissions upstream",
        "`roles/bigquery.dataOwner` has 38 more permissions upstream",
        "`roles/bigquery.dataViewer` has 8 more permissions upstream",
        "`roles/bigquery.jobUser` has 6 more permissions upstream",
        "`roles/bigquery.metadataViewer` has 3 more permissions upstream",
        "`roles/bigquery.resourceAdmin` has 12 more permissions upstream",
        "`roles/bigquery.resourceEditor` has 6 more permissions upstream",
        "`roles/bigquery.resourceViewer` has 4 more permissions upstream",
        "`roles/bigquery.user` has 17 more permissions upstream",
      ])
    #expect(findings.allSatisfy { $0.severity == .info && !$0.related.isEmpty })
  }

  private func findings(_ page: String, _ truth: String, others: [String: String] = [:]) async -> [String] {
    await World(["page.md": page].merging(others) { $1 }, truth: ["truth.json": truth]).report().findings
      .map { "\($0.rule): \($0.message)" }
  }

  @Test func findsADeletedCustomRole() async {
    let page = DriftSample.page("## `projects/x/roles/reader`\n\nTitle: Reader\n\n- `a.b.get`\n")
    #expect(
      await findings(page, #"{"name": "projects/x/roles/reader", "deleted": true}"#) == [
        "vanished-role: `projects/x/roles/reader` does not exist upstream"
      ])
  }

  @Test func findsRolesOfOtherPlatformsByTheSameKeys() async {
    let page = DriftSample.page(
      """
      | Role | Title | Permissions |
      | - | - | - |
      | `fixed:teams:reader` | Team reader | `teams:read` `teams:scan` |
      | `fixed:teams:owner` | Team owner | `teams:*` |
      """)
    let settings = "platforms: {p: {permission: '[a-z]+:[a-z]+', role: 'fixed:[a-z:]+'}}\n"
    let truth =
      #"[{"name": "fixed:teams:reader", "title": "Team viewer", "includedPermissions": ["teams:read"]}, {"name": "fixed:teams:writer"}]"#
    let found = await World(["page.md": page], settings: settings, truth: ["truth.json": truth]).report()
    #expect(
      Set(found.findings.map { "\($0.rule): \($0.message)" }) == [
        "drifted-title: `fixed:teams:reader` is called `Team reader` here and `Team viewer` upstream",
        "vanished-role: `fixed:teams:owner` does not exist upstream",
        "vanished-permission: `teams:scan` does not exist upstream",
      ])
  }

  @Test func foldsARoleThatIsNamedInManyPlacesIntoOneFinding() async throws {
    let guide =
      "---\ntitle: G\nkind: guide\nplatform: p\n---\n\n| Role | On |\n| - | - |\n| `roles/a.old` | project |\n"
    let world = World(
      [
        "page.md": DriftSample.page("## `roles/a.old`\n\n- `a.b.get`\n\n## `roles/a.new`\n\n- `a.b.get`\n"),
        "g1.md": guide, "g2.md": guide,
      ],
      truth: [
        "truth.json": #"[{"name": "roles/a.new", "includedPermissions": ["a.b.get"]}, {"name": "roles/a.x"}]"#
      ])
    let findings = await world.report().findings
    #expect(findings.map(\.rule) == ["vanished-role"])
    #expect(findings[0].related.count == 3)
  }

  @Test func findsAStageThatIsNotWritten() async {
    let page = DriftSample.page("## `roles/a.x`\n\n- `a.b.get`\n")
    #expect(
      await findings(page, #"{"name": "roles/a.x", "stage": "DISABLED"}"#) == [
        "drifted-stage: `roles/a.x` is `ga` here and `deprecated` upstream"
      ])
  }

  @Test func isAllowedByCommentsThatCheckDoesNotCallUnused() async throws {
    let page = DriftSample.page(
      """
      <!-- allow lost-permission: comes back in May, until 2027-06-01 -->

      - `x`

      ## `roles/a.x`

      <!-- allow lost-permission: comes back in May, until 2027-06-01 -->

      - `a.b.get`
      - `a.b.lost`
      """)
    let truth =
      #"[{"name": "roles/a.x", "includedPermissions": ["a.b.get"]}, {"name": "roles/a.y", "includedPermissions": ["a.b.lost"]}]"#
    #expect(
      await findings(page, truth) == [
        "unused-suppression: a comment allows `lost-permission`, and the block below it has none"
      ])
    #expect(
      await World(["page.md": page]).report().findings.filter { $0.rule.contains("suppression") }.isEmpty)
  }

  @Test func knowsThePlatformByItsRoles() async throws {
    let page = DriftSample.page("## `roles/a.x`\n\nTitle: X\n\n- `a.b.get`\n")
    let other = page.replacing("platform: p", with: "platform: q").replacing("a.", with: "c.")
    let catalog = await World(["p.md": page, "q.md": other]).build().catalog
    func platform(_ text: String, given: String? = nil) throws -> String? {
      let file = SourceFile(path: "t", role: .truth, bytes: Array(text.utf8))
      return try Truth(reading: [file], from: 0, platform: given).platform(in: catalog)
    }
    #expect(try platform(#"{"name": "roles/c.x"}"#) == "q")
    #expect(try platform(#"{"name": "roles/z.z", "includedPermissions": ["a.b.get"]}"#) == "p")
    #expect(try platform(#"{"name": "roles/a.other"}"#) == "p")
    #expect(try platform(#"{"name": "roles/z.z"}"#) == nil)
    #expect(try platform(#"{"name": "roles/z.z"}"#, given: "p") == "p")
    #expect(try platform(#"{"name": "roles/c.x"}"#, given: "none") == nil)
  }
}
