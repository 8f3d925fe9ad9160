import Testing

@testable import Rolebook

@Suite struct UnknownNameTests {
  private let reference = """
    ---
    title: Roles
    kind: reference
    platform: bigquery
    complete: [bigquery]
    ---
    | Permission | Description |
    | --- | --- |
    | `bigquery.jobs.create` | Run jobs. |

    | Role | Title | Permissions |
    | --- | --- | --- |
    | `roles/bigquery.jobUser` | BigQuery Job User | `SERVICE.jobs.create` |
    """

  @Test func warnsOfAServiceThatIsAlmostAKnownOne() async {
    let world = World(["a.md": reference.replacing("SERVICE", with: "bigqery")])
    let findings = await world.report().findings
    #expect(findings.map(\.message) == ["unknown permission `bigqery.jobs.create`"])
    #expect(findings.map(\.help) == ["did you mean `bigquery.jobs.create`?"])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test func warnsOfAnotherSignWhereAServiceIsDocumentedInPart() async {
    let page = reference.replacing("complete: [bigquery]\n", with: "").replacing(
      "SERVICE.jobs", with: "bigquery:jobs")
    let findings = await World(["a.md": page]).report().findings
    #expect(findings.map(\.message) == ["unknown permission `bigquery:jobs.create`"])
    #expect(findings.map(\.help) == ["did you mean `bigquery.jobs.create`?"])
  }

  @Test func leavesTheServicesOfOthersAlone() async {
    let findings = await World(["a.md": reference.replacing("SERVICE", with: "storage")]).report().findings
    #expect(findings.map(\.rule) == ["undocumented-service"])
  }

  @Test func judgesNoCoverageByARoleThatNobodyKnows() async {
    let guide = """
      ---
      title: Guide
      kind: guide
      platform: bigquery
      ---
      | Permission | Description |
      | --- | --- |
      | `bigquery.jobs.create` | Run jobs. |

      | Role | On |
      | --- | --- |
      | `roles/bigquery.jobUsr` | project |
      | `roles/bigquery.jobUser` | dataset `d` |
      """
    let world = World(["a.md": reference.replacing("SERVICE", with: "bigquery"), "b.md": guide])
    #expect(await world.report().findings.map(\.message) == ["unknown role `roles/bigquery.jobUsr`"])
  }

  /// A page of a platform's roles beside the reference page, with what is found on it.
  private func findings(_ text: String, kind: String = "guide") async -> [String] {
    let page = "---\ntitle: P\nkind: \(kind)\nplatform: bigquery\n---\n" + text
    let site = World(["a.md": reference.replacing("SERVICE", with: "bigquery"), "b.md": page])
    return await site.report().findings.map { "\($0.severity)[\($0.rule)]: \($0.message); \($0.help ?? "")" }
  }

  @Test(arguments: ["rooles/bigquery.jobUser", "orles/bigquery.jobUser", "roles/bgiquery.jobUser"])
  func knowsARoleByItsTitleWhateverItsPrefix(_ id: String) async {
    #expect(
      await findings("| Role | Title | On |\n| - | - | - |\n| `\(id)` | BigQuery Job User | project |\n") == [
        "error[unknown-role]: unknown role `\(id)`; did you mean `roles/bigquery.jobUser`?"
      ])
    #expect(
      await findings("Give it `\(id)`.") == [
        "warning[unknown-role]: unknown role `\(id)`; did you mean `roles/bigquery.jobUser`?"
      ])
  }

  @Test(arguments: ["bigquery:jobs.create", "bigqury.jobs.create"])
  func findsSlipsOfSignsAndServicesInProse(_ name: String) async {
    #expect(
      await findings("See `\(name)`.") == [
        "warning[unknown-permission]: unknown permission `\(name)`; did you mean `bigquery.jobs.create`?"
      ])
  }

  @Test(arguments: ["BigQeury Job User", "BigQueRy Job User", "BigQuery Job UsEr"])
  func findsTitlesWithASlipInAnyWord(_ title: String) async {
    #expect(
      await findings("1. Add the role **\(title)**.\n") == [
        "error[misspelled-role-title]: `roles/bigquery.jobUser` is called `BigQuery Job User`, not `\(title)`; "
          + "write `BigQuery Job User`"
      ])
  }

  @Test func findsColumnsOfAMatrixThatAllButNameADeclaredRole() async {
    let roles =
      "| Role | Permissions |\n| - | - |\n| `basic:viewer` | `a.b.get` |\n| `basic:editor` | `a.b.get` |\n"
    let matrix = "\n| Action | `basic:viewer` | `basic:edittor` |\n| - | - | - |\n| `a.b.get` | ✓ | ✓ |\n"
    #expect(
      await findings(roles + matrix, kind: "reference").filter { $0.contains("unknown-role") } == [
        "warning[unknown-role]: unknown role `basic:edittor`; did you mean `basic:editor`?"
      ])
  }

  @Test(arguments: [("BigQuery Job Usr", true), ("BigQuery Admin", false)])
  func correctsATitleByItselfUnlessItIsAnotherRoles(_ title: String, _ isSafe: Bool) async {
    let page =
      "---\ntitle: P\nkind: guide\nplatform: bigquery\n---\n| Role | Title | On |\n| - | - | - |\n"
      + "| `roles/bigquery.jobUser` | \(title) | project |\n"
    let admin = "\n## `roles/bigquery.admin`\n\nTitle: BigQuery Admin\n\n- `bigquery.jobs.create`\n"
    let site = World(["a.md": reference.replacing("SERVICE", with: "bigquery") + "\n" + admin, "b.md": page])
    let found = await site.report().findings.filter { $0.rule == "misspelled-role-title" }
    #expect(found.map(\.fix?.isSafe) == [isSafe])
  }
}
