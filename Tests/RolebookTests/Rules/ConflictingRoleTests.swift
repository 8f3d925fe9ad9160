import Testing

@testable import Rolebook

@Suite struct ConflictingRoleTests {
  private let lists = """
    ---
    title: Roles
    kind: reference
    platform: p
    ---
    | Permission | Description |
    | --- | --- |
    | `a.b.get` | Gets. |
    | `a.b.list` | Lists. |
    | `a.b.set` | Sets. |

    ## `roles/a.viewer`

    Title: Viewer
    Kind: predefined

    - `a.b.get`
    - `a.b.list`

    ## `roles/a.editor`

    Title: Editor

    - `a.b.*`

    """

  private func messages(_ text: String) async -> [String] {
    let page = "---\ntitle: More\nkind: reference\nplatform: p\n---\n" + text
    return await World(["a.md": lists, "b.md": page], settings: "platforms: {p: {role_prefix: roles/}}")
      .report()
      .findings.filter { $0.severity == .error }.map { "\($0.rule): \($0.message)" }
  }

  @Test(arguments: [
    ("| `roles/a.viewer` | Watcher | predefined |", "titles"),
    ("| `roles/a.viewer` | Viewer | custom |", "kinds"),
  ])
  func findsAnotherTitleOrKind(_ row: String, _ what: String) async {
    let found = await messages("| Role | Title | Kind |\n| - | - | - |\n\(row)\n")
    #expect(found == ["conflicting-role: `roles/a.viewer` is declared twice, with different \(what)"])
  }

  @Test func saysWhatEachOfTheTwoHoldsAlone() async {
    let page =
      "---\ntitle: More\nkind: reference\nplatform: p\n---\n## `roles/a.editor`\n\n- `a.b.get`\n- `a.c.get`\n"
    let findings = await World(["a.md": lists, "b.md": page]).report().findings
    let found = findings.first { $0.rule == "conflicting-role" }
    #expect(found?.label == "only here: `a.c.get`")
    #expect(found?.related.map(\.label) == ["only here: `a.b.list` and `a.b.set`"])
  }

  @Test(arguments: [
    ("Viewer", "✓", "a matrix gives `roles/a.viewer` `a.b.set`, and another place does not"),
    ("`roles/a.viewer`", "yes", "a matrix gives `roles/a.viewer` `a.b.set`, and another place does not"),
    ("Editor", "✗", "a matrix denies `roles/a.editor` `a.b.set`, and another place gives it"),
  ])
  func holdsMarksAgainstTheList(_ column: String, _ mark: String, _ message: String) async {
    let found = await messages("| Permission | \(column) |\n| - | - |\n| `a.b.set` | \(mark) |\n")
    #expect(found == ["conflicting-role: \(message)"])
  }

  @Test func holdsTwoMatricesAgainstEachOther() async {
    let found = await messages(
      "| Permission | X |\n| - | - |\n| `c.d.get` | ✓ |\n\n| Permission | X |\n| - | - |\n| `c.d.get` | ✗ |\n"
    )
    #expect(found == ["conflicting-role: a matrix denies `X` `c.d.get`, and another place gives it"])
  }

  @Test func findsARowThatTheTablesLack() async {
    let tables = lists.replacing("platform: p\n", with: "platform: p\ncomplete: [a]\n")
    let matrix =
      "---\ntitle: More\nkind: reference\nplatform: p\n---\n| Permission | X |\n| - | - |\n| `a.b.get` | ✓ |\n| `a.b.lst` | ✓ |\n| `a.b.set` | ✗ |\n"
    let findings = await World(["a.md": tables, "b.md": matrix]).report().findings
    #expect(findings.map(\.message) == ["unknown permission `a.b.lst`"])
    #expect(findings.map(\.help) == ["did you mean `a.b.list`?"])
  }
}
