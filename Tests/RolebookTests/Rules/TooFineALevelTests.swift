import Testing

@testable import Rolebook

@Suite struct TooFineALevelTests {
  private let reference = """
    ---
    title: Roles
    kind: reference
    platform: bigquery
    ---
    | Role | Title | Permissions | Lowest resource |
    | - | - | - | - |
    | `roles/a.runner` | Runner | `a.c.run` | Project |
    """

  private func findings(_ text: String) async -> [String] {
    let guide = "---\ntitle: G\nkind: guide\nplatform: bigquery\n---\n" + text
    let report = await World(["roles.md": reference, "guide.md": guide]).report()
    return report.findings.filter { $0.rule == "too-fine-a-level" }
      .map { "\($0.message), \($0.related.count)" }
  }

  @Test func findsItInTablesStepsAndStatements() async {
    let sql = "```sql\nGRANT `roles/a.runner` ON SCHEMA sales TO \"user:a@example.com\";\n```\n"
    #expect(await findings(sql) == ["`roles/a.runner` cannot be granted on dataset `sales`, 1"])
    #expect(
      await findings("1. Grant **Runner** on the dataset `sales`.\n")
        == ["`Runner` cannot be granted on dataset `sales`, 1"])
    #expect(
      await findings("| Role | On |\n| - | - |\n| `roles/a.runner` | dataset `sales` |\n\n" + sql)
        == ["`roles/a.runner` cannot be granted on dataset `sales`, 2"])
  }
}
