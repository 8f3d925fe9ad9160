import Markdown
import Testing

@testable import Rolebook

/// How tables of other people are read, and what is said of those that are not.
@Suite struct TableReadingTests {
  private func reason(_ stated: Stated) -> String {
    stated.facts.compactMap { if case .table(let table) = $0 { table.reason } else { nil } }.joined(
      separator: "\n")
  }

  @Test func countsRowsThatStateNothing() async {
    let text = """
      | Permission | Description |
      | - | - |
      | **Buckets** | **Buckets** |
      | `a.b.get` | x |
      | Objects | |
      | reading | x |
      """
    let stated = await Stated("reference", text)
    #expect(stated.permissions.map(\.name.value) == ["a.b.get"])
    #expect(
      reason(stated)
        == "its headers are those of `permissions`; 2 rows group those below; 1 row names nothing")
  }

  @Test func saysWhyAFittingTableWasNotRead() async {
    let matrix = await Stated("reference", "| Action | Guest |\n| - | - |\n| Create issues | ✓ |\n")
    #expect(matrix.tables == [.unread("matrix", why: reason(matrix))])
    #expect(reason(matrix) == "fits `matrix`, but nothing below `Action` is the id of a permission")
  }

  @Test func readsProseWhereThePlatformsGrammarIsProse() async {
    let text = "| Action | Guest | Owner |\n| - | - | - |\n| [Issues](i.md):<br>Create | ✓ (own) | ✓ |\n"
    let stated = await Stated(
      "reference", text, settings: "platforms: {p: {permission: '[A-Z][A-Za-z :]+', role: '[A-Z][a-z]+'}}")
    #expect(stated.permissions.map(\.name.value) == ["Issues: Create"])
    #expect(stated.roles.map { $0.entries.map(\.name.value) } == [[], ["Issues: Create"]])
    #expect(stated.roles.first?.conditions.map(\.condition) == ["own"])
  }

  @Test(arguments: [
    "| Action | Description |\n| - | - |\n| Save | Click **Save** |\n",
    "| Privilege | Description |\n| - | - |\n| `SELECT` | Reads |\n| `USAGE` | Uses |\n",
    "| Version | Action |\n| - | - |\n| 1.2.3 | Added `a.b.get` |\n",
    "| Feature | Supported |\n| - | - |\n| `SHOW TABLES` | Yes |\n",
    "| Type | Description |\n| - | - |\n| `STRUCT` | x |\n",
    "| Name | Type | Description |\n| - | - | - |\n| `project.id` | string | x |\n",
    "| Setting | Description |\n| - | - |\n| `spring.datasource.url` | x |\n| `server.http.port` | y |\n",
    "| Metric | Description |\n| - | - |\n| `http.server.requests` | x |\n",
    "| Variable | Default |\n| - | - |\n| `app.log.level` | info |\n",
    "| File | Purpose |\n| - | - |\n| `a.b.json` | x |\n| `prometheus.yml.example` | y |\n",
    "| Class | Purpose |\n| - | - |\n| `com.example.app.Main` | x |\n",
    "| Host | Description |\n| - | - |\n| `app.example.com` | x |\n",
    "| Resource | get | list | create |\n| - | - | - | - |\n| pods | ✓ | ✓ | |\n",
    "| Action | Table | View | Schema |\n| - | - | - | - |\n| `a.b.get` | ✓ | ✓ | |\n",
    "| Permission | Free | Premium | Ultimate |\n| - | - | - | - |\n| `a.b.get` | | ✓ | ✓ |\n",
    "| Permission | Linux | Windows |\n| - | - | - |\n| `a.b.get` | ✓ | ✓ |\n",
    "| Permission | get | list | watch |\n| - | - | - | - |\n| `a.b.get` | ✓ | ✓ | |\n",
  ])
  func leavesOtherTablesAlone(_ text: String) async {
    let stated = await Stated("reference", text)
    #expect(stated.count == 0)
    #expect(stated.tables == [.plain], "\(reason(stated))")
  }

  @Test(arguments: [
    "| Permission | Description |\n| - | - |\n| app.example.com | x |\n| `prometheus.yml.example` | y |\n",
    "| Permission | Viewer |\n| - | - |\n| `a.b.json` | ✓ |\n",
  ])
  func takesNoOtherDottedNameForAPermission(_ text: String) async {
    #expect(await Stated("reference", text).count == 0)
  }

  @Test(arguments: [
    "[Permission](p.md)", "**Permission**", "`Permission`", "Permission<br>", "<b>Permission</b>",
  ])
  func readsHeadersWhateverTheyWear(_ header: String) async {
    let stated = await Stated("reference", "| \(header) | Purpose |\n| - | - |\n| `a.b.get` | x |\n")
    #expect(stated.permissions.map(\.name.value) == ["a.b.get"])
  }

  @Test func readsTablesInQuotesAndItems() async {
    let table = "| Permission | Description |\n| - | - |\n| x |\n| é `a.b.get` | y |\n"
    let quoted = table.split(separator: "\n").map { "> " + $0 + "\n" }.joined()
    let item = "1. x\n\n" + table.split(separator: "\n").map { "   " + $0 + "\n" }.joined()
    for (text, column) in [(table, 5), (quoted, 7), (item, 8)] {
      let stated = await Stated("reference", text)
      #expect(stated.permissions.map(\.name.value) == ["a.b.get"])
      guard let place = stated.permissions.first?.name.place else { continue }
      #expect(stated.position(place).column == column)
      #expect(stated.written(place) == "`a.b.get`")
    }
  }

  @Test func knowsWhereBareNamesStand() async {
    let text =
      "| Permission | Description |\n| - | - |\n| é: a.b.get, a.b.set (beta) | y |\n| a.b.x<br>a.b.y | z |\n"
    let stated = await Stated("reference", text)
    #expect(stated.permissions.map(\.name.value) == ["a.b.x", "a.b.y"])
    #expect(stated.permissions.map { stated.position($0.name.place).column } == [3, 12])
    let list = await Stated("reference", text.replacing("é: ", with: ""))
    #expect(list.permissions.map(\.name.value) == ["a.b.get", "a.b.set", "a.b.x", "a.b.y"])
    #expect(list.permissions.map { list.written($0.name.place) } == ["a.b.get", "a.b.set", "a.b.x", "a.b.y"])
    #expect(list.permissions.map(\.stage) == [.beta, .beta, .ga, .ga])
  }

  @Test func readsTheIdsThatAProfileAllows() async {
    let settings = "tables: [{shape: permissions, permission: '[a-z]+/[a-z]+', separators: [' · ']}]"
    let text = "| Permission | Description |\n| - | - |\n| repo/read · repo/write | x |\n| `a.b.get` | y |\n"
    #expect(
      await Stated("reference", text, settings: settings).permissions.map(\.name.value) == [
        "repo/read", "repo/write",
      ])
  }

  @Test func saysThatTwoShapesClaimATable() async {
    let text = "| Role | Permission | Description |\n| - | - | - |\n| `roles/a` | `a.b.get` | x |\n"
    let stated = await Stated("reference", text)
    #expect(stated.count == 0 && stated.tables == [.ambiguous(["permissions", "roles"])])
  }
}
