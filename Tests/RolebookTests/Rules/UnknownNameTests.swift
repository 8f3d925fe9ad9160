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
}
