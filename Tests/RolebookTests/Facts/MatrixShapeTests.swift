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
    #expect(stated.roles.map { $0.entries.map(\.name.value) } == [["a.b.get"], ["a.b.get", "a.b.set"], ["a.b.get", "a.b.set"]])
    #expect(stated.tables == [.shape("matrix", facts: 6)])
  }

  @Test func readsDescriptionsAndStagesBesideTheMarks() async {
    let text = "| Permission | Description | Stage | Viewer |\n| - | - | - | - |\n| `a.b.get` | Gets | beta | x |\n"
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
    let stated = await Stated("reference", text, settings: "tables: [{shape: matrix, marks: {yes: [ja], no: [nein]}}]")
    #expect(stated.roles.map { $0.entries.map(\.name.value) } == [["a.b.get"]])
    #expect(await Stated("reference", text).count == 0)
  }

  @Test(arguments: [
    "Supported", "Available", "Enabled by default", "Deprecated", "Required", "Supported in custom roles", "Beta",
  ])
  func takesNoPropertyForARole(_ header: String) async {
    let text = "| Permission | Description | \(header) |\n| - | - | - |\n| `a.b.get` | Gets | Yes |\n| `a.b.set` | Sets | No |\n"
    let stated = await Stated("reference", text)
    #expect(stated.roles.isEmpty)
    #expect(stated.permissions.map(\.name.value) == ["a.b.get", "a.b.set"])
    #expect(await Stated("reference", "| Permission | \(header) |\n| - | - |\n| `a.b.get` | Yes |\n").roles.isEmpty)
  }

  @Test(arguments: [
    "| Feature | Supported |\n| - | - |\n| `a.b.get` | Yes |\n", "| Action | Viewer |\n| - | - |\n| `a.b.get` | perhaps |\n",
    "| Action | Viewer |\n| - | - |\n| `a.b.get` | |\n", "| Action | Viewer |\n| - | - |\n",
  ])
  func takesNoOtherTableForAMatrix(_ text: String) async {
    let stated = await Stated("reference", text)
    #expect(stated.count == 0)
  }

  @Test func readsNoMatrixOnAGuide() async {
    #expect(await Stated("guide", "| Action | Viewer |\n| - | - |\n| `a.b.get` | x |\n").count == 0)
  }
}
