import Testing

@testable import Rolebook

/// What `rolebook drift --update` writes.
@Suite struct DriftUpdateTests {
  @Test func bringsOurHandbookUpToDate() async throws {
    let handbook = try DriftSample.handbook()
    let updated = await handbook.updated()
    #expect(await updated.report().findings.map(\.message) == [])
    let before = try await World(folder: Repository.root).report()
    let after = await updated.with(truth: [:]).report()
    #expect(
      before.count(.error) == 0 && after.count(.error) == 0,
      "\(after.findings.filter { $0.severity == .error }.map(\.message))")
    let permissions = updated.text("content/bigquery/permissions.md")
    #expect(
      permissions.contains(
        """
        | `bigquery.connections.create` | Create connections in a project. |
        | `bigquery.connections.delegate` | |
        | `bigquery.connections.delete` | Delete a connection. |
        """))
    #expect(
      permissions.contains(
        "\n## New upstream\n\n| Permission | Description |\n| --- | --- |\n| `bigquery.dataPolicies.attach` | |\n"
      ))
    #expect(permissions.hasPrefix(handbook.text("content/bigquery/permissions.md").prefix(600)))
    #expect(
      updated.text("content/bigquery/roles.md").contains(
        "- `bigquery.config.get`\n- `bigquery.jobs.create`\n- `dataform.folders.create`\n"))
  }

  private func update(_ page: String, _ truth: String, others: [String: String] = [:], settings: String = "")
    async -> String
  {
    let world = World(
      ["page.md": page].merging(others) { $1 }, settings: settings, truth: ["truth.json": truth])
    let updated = await world.updated()
    #expect(await updated.report().findings.filter { $0.fix != nil }.map(\.message) == [])
    return updated.text("content/page.md")
  }

  private static let truth =
    #"[{"name": "roles/a.x", "title": "X", "includedPermissions": ["a.b.get", "a.b.list", "a.b.set"]}]"#

  @Test(arguments: [
    ("- `a.b.get`\n- `a.b.set`\n", "- `a.b.get`\n- `a.b.list`\n- `a.b.set`\n"),
    ("- `a.b.set`\n\n- `a.b.get`\n\n  Reads.\n", "- `a.b.set`\n\n- `a.b.get`\n\n  Reads.\n\n- `a.b.list`\n"),
    ("* `a.b.list`", "* `a.b.get`\n* `a.b.list`\n* `a.b.set`"),
    ("1. `a.b.get`\n2. `a.b.set`\n", "1. `a.b.get`\n2. `a.b.set`\n"),
  ])
  func addsToTheListOfASection(_ list: String, _ expected: String) async {
    let head = DriftSample.page("## `roles/a.x`\n\nTitle: X\n\n")
    #expect(await update(head + list, Self.truth) == head + expected)
  }

  @Test func endsLinesAsTheFileDoes() async {
    let page = DriftSample.page("## `roles/a.x`\n\nTitle: X\n\n- `a.b.get`\n").replacing("\n", with: "\r\n")
    #expect(await update(page, Self.truth) == page + "- `a.b.list`\r\n- `a.b.set`\r\n")
  }

  @Test(arguments: [
    ("`a.b.get`, `a.b.set`", "`a.b.get`, `a.b.list`, `a.b.set`"),
    ("`a.b.set`<br>`a.b.get`", "`a.b.set`<br>`a.b.get`<br>`a.b.list`"),
    ("a.b.get", "a.b.get, a.b.list, a.b.set"),
  ])
  func addsToTheCellOfARow(_ cell: String, _ expected: String) async {
    func page(_ cell: String) -> String {
      DriftSample.page("| Role | Title | Permissions |\n| - | - | - |\n| `roles/a.x` | X | \(cell) |\n")
    }
    #expect(await update(page(cell), Self.truth) == page(expected))
  }

  @Test(arguments: [
    (
      "| Permission | Description |\n| - | - |\n| `a.b.get` | Gets |\n| `a.b.set` | Sets |\n",
      "| Permission | Description |\n| - | - |\n| `a.b.get` | Gets |\n| `a.b.list` | |\n| `a.b.set` | Sets |\n"
    ),
    (
      "| Stage | Permission | Description |\n| - | - | - |\n| | a.b.set | Sets |\n| beta | a.b.get | Gets |\n",
      "| Stage | Permission | Description |\n| - | - | - |\n| | a.b.set | Sets |\n| beta | a.b.get | Gets |\n| | a.b.list | |\n"
    ),
    (
      "| Permission | Description |\n| - | - |\n| `a.c.get` | Gets |\n\n## More\n\n| Permission | Description |\n| - | - |\n| `a.d.get` | Gets |\n",
      "| Permission | Description |\n| - | - |\n| `a.c.get` | Gets |\n\n## More\n\n| Permission | Description |\n| - | - |\n| `a.d.get` | Gets |\n\n## New upstream\n\n| Permission | Description |\n| - | - |\n| `a.b.get` | |\n| `a.b.list` | |\n| `a.b.set` | |\n"
    ),
  ])
  func addsRowsToTables(_ table: String, _ expected: String) async {
    func page(_ text: String) -> String { DriftSample.page(text, keys: "complete: [a]\n") }
    let truth = Self.truth.replacing(
      "]}]", with: #"]}, {"name": "roles/a.y", "includedPermissions": ["a.c.get", "a.d.get"]}]"#)
    #expect(await update(page(table), table.contains("a.c.get") ? truth : Self.truth) == page(expected))
  }

  @Test func writesTitlesWhereGuidesHaveThemToo() async {
    let page = DriftSample.page("## `roles/a.x`\n\nTitle: Old\n\n- `a.b.*`\n")
    let guide = "---\ntitle: G\nkind: guide\nplatform: p\n---\n\n1. Select the **Old** role (`roles/a.x`).\n"
    let world = World(["page.md": page, "guide.md": guide], truth: ["truth.json": Self.truth])
    let updated = await world.updated()
    #expect(updated.text("content/page.md") == page.replacing("Old", with: "X"))
    #expect(updated.text("content/guide.md") == guide.replacing("Old", with: "X"))
    #expect(await updated.with(truth: [:]).report().count(.error) == 0)
  }

  @Test(arguments: [
    ("## `roles/a.x`\n\nTitle: X\nStage: alpha\n", "## `roles/a.x`\n\nTitle: X\nStage: beta\n"),
    (
      "## `roles/a.x`\n\nTitle: X\nKind: predefined\n",
      "## `roles/a.x`\n\nTitle: X\nStage: beta\nKind: predefined\n"
    ),
    ("## `roles/a.x`\n\nText.\n", "## `roles/a.x`\n\nStage: beta\n\nText.\n"),
    ("## `roles/a.x` (alpha)\n\nText.\n", "## `roles/a.x` (alpha)\n\nText.\n"),
    (
      "| Role | Title |\n| - | - |\n| `roles/a.x` | X |\n",
      "| Role | Title |\n| - | - |\n| `roles/a.x` (beta) | X |\n"
    ),
    (
      "| Role | Title |\n| - | - |\n| `roles/a.x` (alpha) | X |\n",
      "| Role | Title |\n| - | - |\n| `roles/a.x` (beta) | X |\n"
    ),
    (
      "| Role | Stage |\n| - | - |\n| `roles/a.x` | Alpha |\n",
      "| Role | Stage |\n| - | - |\n| `roles/a.x` | beta |\n"
    ),
  ])
  func writesStages(_ text: String, _ expected: String) async {
    let found = await update(DriftSample.page(text), #"{"name": "roles/a.x", "stage": "BETA"}"#)
    #expect(found == DriftSample.page(expected))
  }
}
