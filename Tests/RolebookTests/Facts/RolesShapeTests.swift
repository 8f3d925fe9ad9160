import Testing

@testable import Rolebook

@Suite struct RolesShapeTests {
  @Test func declaresRolesOnAReferencePage() async throws {
    let text = """
      | Role | Title | Description | Permissions | Lowest resource | Kind | Stage |
      | - | - | - | - | - | - | - |
      | `roles/a.user` | A User | Uses | `a.b.get`, `a.c.*`<br>`roles/a.viewer` | Table or view | Predefined | beta |
      | roles/a.viewer | | | | | | |
      """
    let stated = await Stated("reference", text)
    let role = try #require(stated.roles.first)
    #expect(role.id.value == "roles/a.user" && role.title?.value == "A User" && role.description?.text == "Uses")
    #expect(role.entries.map(\.name.value) == ["a.b.get", "a.c.*", "roles/a.viewer"])
    #expect(role.entries.map(\.kind) == [.pattern, .pattern, .role])
    #expect(role.lowestResource?.value == "Table or view" && role.kind?.value == .predefined && role.stage == .beta)
    #expect(stated.roles.map(\.id.value) == ["roles/a.user", "roles/a.viewer"])
    #expect(stated.roles[1].title == nil && stated.roles[1].entries.isEmpty)
  }

  @Test func assignsRolesOnAGuide() async {
    let text = "| Role | Title | On |\n| - | - | - |\n| `roles/a.user` | A User | dataset `x` |\n| `roles/a.viewer` | | |\n"
    let stated = await Stated("guide", text)
    #expect(stated.roles.isEmpty)
    #expect(stated.assignments.map(\.role.value) == ["roles/a.user", "roles/a.viewer"])
    #expect(stated.assignments.map(\.title?.value) == ["A User", nil])
    #expect(stated.assignments.map(\.securable) == [Securable(.dataset, "x"), .project])
  }

  @Test func statesNothingOnAConceptPage() async {
    let stated = await Stated("concept", "| Role | Title |\n| - | - |\n| `roles/a.user` | A |\n")
    #expect(stated.count == 0 && stated.tables == [.plain])
  }

  @Test(arguments: ["| Role |\n| - |\n| `roles/a.b` |\n", "| Roles | Who |\n| - | - |\n| Admin | Ann |\n", "| Title | Description |\n| - | - |\n| x | y |\n"])
  func leavesOtherTablesAlone(_ text: String) async {
    #expect(await Stated("reference", text).roles.isEmpty)
  }

  @Test func declaresNoRoleInWords() async {
    let stated = await Stated("reference", "| Role | Description |\n| - | - |\n| The owner | of all |\n")
    #expect(stated.roles.isEmpty)
    guard case .unread("roles", _) = stated.tables.first else { return #expect(Bool(false), "\(stated.tables)") }
  }
}
