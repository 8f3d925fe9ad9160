import Testing

@testable import Rolebook

@Suite struct MatrixShapeTests {
  @Test func declaresWhoHoldsWhat() async {
    let text = """
      | Action | Viewer | Editor | `Admin` |
      | - | - | - | - |
      | `a.b.get` | ✓ | ✅ | yes |
      | `a.b.set` | ✗ | x | Y |
      | `a.b.delete` | | – | ✓ (own only) |
      """
    let stated = await Stated("reference", text)
    #expect(stated.permissions.map(\.name.value) == ["a.b.get", "a.b.set", "a.b.delete"])
    #expect(stated.roles.map(\.id.value) == ["Viewer", "Editor", "Admin"])
    // A yes under a condition is none.
    #expect(
      stated.roles.map { $0.entries.map(\.name.value) } == [
        ["a.b.get"], ["a.b.get", "a.b.set"], ["a.b.get", "a.b.set"],
      ])
    #expect(stated.roles.last?.conditions.map(\.entry.name.value) == ["a.b.delete"])
    #expect(stated.roles.last?.conditions.map(\.condition) == ["own only"])
    #expect(stated.tables == [.shape("matrix", facts: 6)])
  }

  @Test func readsDescriptionsAndStagesBesideTheMarks() async {
    let text =
      "| Permission | Description | Stage | Viewer |\n| - | - | - | - |\n| `a.b.get` | Gets | beta | x |\n"
    let stated = await Stated("reference", text)
    #expect(stated.permissions.map(\.description.text) == ["Gets"])
    #expect(stated.permissions.map(\.stage) == [.beta])
    #expect(stated.roles.map(\.id.value) == ["Viewer"])
  }

  @Test func joinsAColumnOfSeveralTables() async {
    let table = "| Action | Viewer |\n| - | - |\n| `a.b.get` | x |\n"
    let stated = await Stated("reference", table + "\ntext\n\n" + table.replacing("get", with: "set"))
    #expect(stated.catalog.roles.count == 1)
    #expect(stated.catalog.roles[0].permissions.count == 2)
    #expect(stated.catalog.roles[0].declarations.count == 1)
  }

  @Test func knowsFurtherMarksFromAProfile() async {
    let text = "| Action | Viewer |\n| - | - |\n| `a.b.get` | ja |\n| `a.b.set` | nein |\n"
    let stated = await Stated(
      "reference", text, settings: "tables: [{shape: matrix, marks: {yes: [ja], no: [nein]}}]")
    #expect(stated.roles.map { $0.entries.map(\.name.value) } == [["a.b.get"]])
    #expect(await Stated("reference", text).count == 0)
  }

  @Test(arguments: [
    "Supported", "Available", "Enabled by default", "Deprecated", "Required", "Supported in custom roles",
    "Beta",
  ])
  func takesNoPropertyForARole(_ header: String) async {
    let text =
      "| Permission | Description | \(header) |\n| - | - | - |\n| `a.b.get` | Gets | Yes |\n| `a.b.set` | Sets | No |\n"
    let stated = await Stated("reference", text)
    #expect(stated.roles.isEmpty)
    #expect(stated.permissions.map(\.name.value) == ["a.b.get", "a.b.set"])
    #expect(
      await Stated("reference", "| Permission | \(header) |\n| - | - |\n| `a.b.get` | Yes |\n").roles.isEmpty)
  }

  @Test(arguments: [
    "| Feature | Supported |\n| - | - |\n| `a.b.get` | Yes |\n",
    "| Action | Viewer |\n| - | - |\n| `a.b.get` | perhaps |\n",
    "| Action | Viewer |\n| - | - |\n| `a.b.get` | |\n", "| Action | Viewer |\n| - | - |\n",
  ])
  func takesNoOtherTableForAMatrix(_ text: String) async {
    let stated = await Stated("reference", text)
    #expect(stated.count == 0)
  }

  @Test func readsMergedHeaders() async {
    let text =
      "| Permission | Guest, Reporter | Maintainer / Owner | Minimal access<br>Auditor | **[Admin](a.md)**<br>(own) |\n"
      + "| - | - | - | - | - |\n| `a.b.get` | ✓ | ✓ | | ✓ |\n"
    let stated = await Stated("reference", text)
    #expect(
      stated.roles.map(\.id.value)
        == ["Guest", "Reporter", "Maintainer", "Owner", "Minimal access", "Auditor", "Admin"])
    #expect(stated.roles.map { stated.written($0.id.place) } == stated.roles.map(\.id.value))
    #expect(stated.roles.map(\.entries.count) == [1, 1, 1, 1, 0, 0, 0])
    #expect(stated.roles.last?.conditions.map(\.condition) == ["own"])
  }

  @Test func leavesRowsOutThatGroupOthers() async {
    let text =
      "| Permission | Viewer | Editor |\n| - | - | - |\n| **Jobs** | | |\n| `a.b.get` | x | x |\n| Tables | Tables | Tables |\n| `a.c.get` | | x |\n"
    let stated = await Stated("reference", text)
    #expect(stated.permissions.map(\.name.value) == ["a.b.get", "a.c.get"])
    #expect(stated.roles.map(\.id.value) == ["Viewer", "Editor"])
  }

  @Test func givesAColumnToTheRoleWithItsTitle() async {
    let text = """
      | Role | Title |
      | - | - |
      | `roles/a.viewer` | Viewer |
      | `roles/b.viewer` | Other |
      | `roles/c.viewer` | Other |

      | Permission | Viewer | Other |
      | - | - | - |
      | `a.b.get` | x | x |
      """
    let catalog = await Stated("reference", text).catalog
    #expect(catalog.roles.map(\.id) == ["Other", "roles/a.viewer", "roles/b.viewer", "roles/c.viewer"])
    #expect(catalog.roles.map(\.permissions.count) == [1, 1, 0, 0])
  }

  @Test func readsNotesAndScopesBesideTheMarks() async {
    let text =
      "| Permission | Scope | Viewer | Notes |\n| - | - | - | - |\n| `a.b.get` | `a:*` | x | Not on Sundays |\n"
    let stated = await Stated("reference", text)
    #expect(stated.roles.map(\.id.value) == ["Viewer"])
  }

  @Test func readsNoMatrixOnAGuide() async {
    #expect(await Stated("guide", "| Action | Viewer |\n| - | - |\n| `a.b.get` | x |\n").count == 0)
  }
}
