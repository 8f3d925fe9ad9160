import Testing

@testable import Rolebook

@Suite struct PermissionsShapeTests {
  private let table = "| Permission | Description |\n| - | - |\n| `a.b.get` | Gets a *b*; see `a.b.list`. |\n| `a.b.list` (beta) | |\n"

  @Test func declaresPermissionsOnAReferencePage() async throws {
    let stated = await Stated("reference", table)
    #expect(stated.permissions.map(\.name.value) == ["a.b.get", "a.b.list"])
    #expect(stated.permissions.map(\.description.text) == ["Gets a b; see a.b.list.", ""])
    #expect(stated.permissions.map(\.stage) == [.ga, .beta])
    #expect(stated.permissions[0].seeAlso.map(\.value) == ["a.b.list"])
    #expect(stated.written(stated.permissions[0].name.place) == "`a.b.get`")
    #expect(stated.tables == [.shape("permissions", facts: 2)])
  }

  @Test func requiresPermissionsOnAGuide() async throws {
    let text = "| Permission | Description | On |\n| - | - | - |\n| `a.b.get` | To read | |\n| `a.b.list` | | dataset `x` |\n"
    let stated = await Stated("guide", text)
    #expect(stated.permissions.isEmpty)
    #expect(stated.requirements.map(\.permission.value) == ["a.b.get", "a.b.list"])
    #expect(stated.requirements.map(\.purpose) == ["To read", ""])
    #expect(stated.requirements.map(\.securable) == [.project, Securable(.dataset, "x")])
  }

  @Test func statesNothingOnAConceptPage() async {
    let stated = await Stated("concept", table)
    #expect(stated.count == 0)
    #expect(stated.tables == [.plain])
  }

  @Test(arguments: [
    "Action | Description", "Privilege | Details", "**Permission** | `Description`", "PERMISSION | details", "Permission: | Description:",
  ])
  func knowsItsHeadersByOtherWords(_ headers: String) async {
    let stated = await Stated("reference", "| \(headers) |\n| - | - |\n| `a.b.get` | x |\n")
    #expect(stated.permissions.map(\.name.value) == ["a.b.get"])
  }

  @Test func knowsFurtherHeadersFromAProfile() async {
    let settings = "tables: [{shape: permissions, match: '*.md', headers: {permission: [Scope], description: [Abilities]}}]"
    let text = "| Scope | Abilities |\n| - | - |\n| `a.b.get` | x |\n"
    #expect(await Stated("reference", text, settings: settings).permissions.count == 1)
    #expect(await Stated("reference", text, settings: settings.replacing("*.md", with: "x/**")).permissions.isEmpty)
    #expect(await Stated("reference", text).permissions.isEmpty)
  }

  @Test func readsBareNamesAndSeveralInOneCell() async {
    let text = "| Permission | Description |\n| - | - |\n| a.b.get | x |\n| `a.b.list`, `a.b.set` | y |\n| host.com/a.get (beta) | z |\n"
    let stated = await Stated("reference", text)
    #expect(stated.permissions.map(\.name.value) == ["a.b.get", "a.b.list", "a.b.set", "host.com/a.get"])
    #expect(stated.permissions.last?.stage == .beta)
  }

  @Test func readsTheStageOfAColumn() async {
    let text = "| Permission | Description | Stage |\n| - | - | - |\n| `a.b.get` | x | Preview |\n| `a.b.set` | x | Deprecated |\n| `a.b.x` | y | |\n"
    #expect(await Stated("reference", text).permissions.map(\.stage) == [.beta, .deprecated, .ga])
  }

  @Test func leavesRowsOutThatNameNoPermission() async {
    let text = "| Permission | Description |\n| - | - |\n| Reading | |\n| `SELECT` | x |\n| `a.b.get` | y |\n| `*` | z |\n"
    #expect(await Stated("reference", text).permissions.map(\.name.value) == ["a.b.get"])
  }

  @Test(arguments: [
    "| Version | Description |\n| - | - |\n| 1.2.3 | Fixed `a.b.get` |\n", "| Field | Type | Description |\n| - | - | - |\n| `name` | `string` | x |\n",
    "| Permissions | Description |\n| - | - |\n| `a.b.get` | x |\n".replacing("`a.b.get`", with: "read"),
    "| Date | Action |\n| - | - |\n| 2026 | Added |\n",
  ])
  func leavesOtherTablesAlone(_ text: String) async {
    let stated = await Stated("reference", text)
    #expect(stated.count == 0)
    #expect(stated.tables == [.plain])
  }

  @Test func saysThatItReadNothing() async {
    let stated = await Stated("reference", "| Permission | Description |\n| - | - |\n| Read | x |\n")
    guard case .unread("permissions", _) = stated.tables.first else { return #expect(Bool(false), "\(stated.tables)") }
    let other = await Stated("reference", "| Name | Meaning |\n| - | - |\n| `a.b.get` | x |\n| `a.b.set` | y |\n")
    guard case .unread("permissions", _) = other.tables.first else { return #expect(Bool(false), "\(other.tables)") }
  }

  @Test func readsTheIdsOfAPlatformsOwnGrammar() async {
    let settings = "platforms: {p: {permission: '[a-z.]+:[a-z]+'}}"
    let text = "| Action | Description |\n| - | - |\n| `dashboards:read` | x |\n| `dashboards:uid:*` | scope |\n| `a.b.get` | no |\n"
    #expect(await Stated("reference", text, settings: settings).permissions.map(\.name.value) == ["dashboards:read"])
  }
}
