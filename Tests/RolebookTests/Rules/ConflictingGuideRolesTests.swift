import Testing

@testable import Rolebook

/// What a guide says twice, in its table and in its steps or statements.
@Suite struct ConflictingGuideRolesTests {
  private let reference = """
    ---
    title: Roles
    kind: reference
    platform: bigquery
    ---
    | Role | Title | Permissions |
    | - | - | - |
    | `roles/a.viewer` | Viewer | `a.b.get` |
    | `roles/a.editor` | Editor | `a.b.get`, `a.b.set` |
    | `roles/a.runner` | Runner | `a.c.run` |
    """
  private let table =
    "| Role | On |\n| - | - |\n| `roles/a.viewer` | project |\n| `roles/a.runner` | project |\n\n"

  private func findings(_ text: String) async -> [String] {
    let guide = "---\ntitle: G\nkind: guide\nplatform: bigquery\n---\n" + text
    let report = await World(["roles.md": reference, "guide.md": guide]).report()
    return report.findings.filter { $0.rule == "conflicting-guide-roles" }.map {
      "\($0.severity) \($0.message)"
    }
  }

  @Test func findsARoleThatAStepSwaps() async {
    #expect(
      await findings(table + "1. Add **Editor**.\n2. Add **Runner**.\n")
        == ["error the table and a step assign different roles"])
  }

  @Test func findsARoleThatAStatementSwaps() async {
    let sql = "```sql\nGRANT `roles/a.editor` ON SCHEMA sales TO \"user:a@example.com\";\n```\n"
    #expect(
      await findings("| Role | On |\n| - | - |\n| `roles/a.viewer` | dataset `sales` |\n\n" + sql)
        == ["error the table and a statement assign different roles"])
  }

  @Test func findsARoleThatOnlyAStepAssigns() async {
    #expect(
      await findings(
        "| Role | On |\n| - | - |\n| `roles/a.viewer` | project |\n\n1. Add **Viewer**.\n2. Add **Runner**.\n"
      )
        == ["warning a step assigns `Runner`, which the table lacks"])
  }

  @Test func findsARoleThatNoStepAssigns() async {
    #expect(
      await findings(table + "1. Add **Viewer**.\n")
        == ["warning no step or statement assigns `roles/a.runner`, which the table lists"])
  }

  @Test func findsADroppedGrantOnWhatTheScriptMakes() async {
    #expect(
      await findings(
        "| Role | On |\n| - | - |\n| `roles/a.viewer` | dataset `sales` |\n\n```sql\nCREATE SCHEMA sales;\n```\n"
      )
        == ["warning no step or statement assigns `roles/a.viewer`, which the table lists"])
  }

  @Test(arguments: [
    "1. Add **Viewer**.\n2. Repeat for the other roles.\n",
    "1. Add **Viewer** or **Editor**.\n2. Add **Runner**.\n",
    "1. Add **Viewer**.\n2. Add **Runner**.\n3. If it must write, add **Editor**.\n",
    "1. Open the console.\n",
    "1. Ask an owner to grant you **Editor**.\n2. Add **Viewer**.\n3. Add **Runner**.\n",
  ])
  func isContentWithStepsThatMayAgree(_ steps: String) async {
    #expect(await findings(table + steps) == [])
  }
}
