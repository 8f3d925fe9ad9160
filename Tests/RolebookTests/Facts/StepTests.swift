import Testing

@testable import Rolebook

@Suite struct StepTests {
  @Test func numbersStepsAsReadersSeeThem() async {
    let facts = await Stated(
      "guide", "3. One\n3. Two\n   - inner\n\n   ```sql\n   x\n   ```\n\ntext\n\n1) Other *b*\n   1. deep\n"
    ).facts
    let steps = facts.compactMap { if case .step(let step) = $0 { step } else { nil } }
    #expect(steps.map(\.number) == [3, 4, 1, 1])
    #expect(steps.map(\.text) == ["One", "Two", "Other b", "deep"])
  }

  @Test(arguments: [
    "Click **+ Add another role** and add **Viewer**.", "Select *Viewer*.", "Grant `roles/a.viewer` to it.",
    "Assign the **Viewer** role.",
    "Choose **Viewer**", "Pick **Viewer**", "Give it **Viewer**",
  ])
  func assignsARoleWhereAStepSaysSo(_ step: String) async {
    #expect(await assigned("1. \(step)\n") == 1)
  }

  @Test(arguments: [
    "Remove **Viewer**.", "Do not select **Viewer**.", "Select the role instead of **Viewer**.",
    "Never grant **Viewer**.",
    "**Viewer** is a role.", "Revoke **Viewer** and add nothing.", "Don't add **Viewer**.",
    "Add the role, without **Viewer**", "Selection: **Viewer**",
  ])
  func assignsNothingWhereAStepRefuses(_ step: String) async {
    #expect(await assigned("1. \(step)\n") == 0)
  }

  @Test func assignsNothingInProseAndBullets() async {
    #expect(await assigned("Add **Viewer**.\n\n- Add **Viewer**.\n") == 0)
  }

  @Test func assignsNoTitleThatNobodyDeclares() async {
    #expect(await assigned("1. Add **Nobody** and click **Done**.\n") == 0)
  }

  @Test func leavesToTheTableWhatTheStepsRepeat() async {
    #expect(
      await assigned("| Role | On |\n| - | - |\n| `roles/a.viewer` | dataset `x` |\n\n1. Add **Viewer**.\n")
        == 1)
  }

  @Test(arguments: [
    ("1. On the dataset `sales`, grant **Viewer**.\n", "dataset sales"),
    ("1. Grant **Viewer** on the table `sales.orders`.\n", "table sales.orders"),
    ("1. Grant **Viewer** on dataset `sales`.\n", "dataset sales"),
    ("1. Add **Viewer**.\n", nil), ("1. To query the dataset `sales`, add **Viewer**.\n", nil),
    ("1. Under *Grant access to project*, add **Viewer** on the dataset `sales`.\n", nil),
    ("1. Click **Add** and, on the dataset `sales`, grant **Viewer**.\n", nil),
    ("1. Add **Viewer** on the datasets `a` and `b`.\n", nil),
  ])
  func readsWhatAStepsRoleIsOn(_ step: String, _ securable: String?) async {
    let given = await given(step)
    #expect(given.map(\.securable.text) == [securable ?? "project"])
    #expect(given.map { $0.securableSource == .stated } == [securable != nil])
  }

  private func given(_ text: String) async -> [GivenRole] {
    let roles =
      "---\ntitle: R\nkind: reference\nplatform: p\n---\n## `roles/a.viewer`\n\nTitle: Viewer\n\n- `a.b.get`\n"
    let guide = "---\ntitle: G\nkind: guide\nplatform: p\n---\n" + text
    return await World(["roles.md": roles, "guide.md": guide]).build().catalog.guides.flatMap(\.given)
  }

  /// How many roles a guide with this text assigns.
  private func assigned(_ text: String) async -> Int {
    let roles =
      "---\ntitle: R\nkind: reference\nplatform: p\n---\n## `roles/a.viewer`\n\nTitle: Viewer\n\n- `a.b.get`\n"
    let guide = "---\ntitle: G\nkind: guide\nplatform: p\n---\n" + text
    return await World(["roles.md": roles, "guide.md": guide]).build().catalog.guides.reduce(0) {
      $0 + $1.assignments.count
    }
  }
}
