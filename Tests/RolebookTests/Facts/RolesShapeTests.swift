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
    #expect(
      role.id.value == "roles/a.user" && role.title?.value == "A User" && role.description?.text == "Uses")
    #expect(role.entries.map(\.name.value) == ["a.b.get", "a.c.*", "roles/a.viewer"])
    #expect(role.entries.map(\.kind) == [.pattern, .pattern, .role])
    #expect(
      role.lowestResource?.value == "Table or view" && role.kind?.value == .predefined && role.stage == .beta)
    #expect(stated.roles.map(\.id.value) == ["roles/a.user", "roles/a.viewer"])
    #expect(stated.roles[1].title == nil && stated.roles[1].entries.isEmpty)
  }

  @Test func assignsRolesOnAGuide() async {
    let text =
      "| Role | Title | On |\n| - | - | - |\n| `roles/a.user` | A User | dataset `x` |\n| `roles/a.viewer` | | |\n"
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

  @Test(arguments: [
    "| Role |\n| - |\n| `roles/a.b` |\n", "| Roles | Who |\n| - | - |\n| Admin | Ann |\n",
    "| Title | Description |\n| - | - |\n| x | y |\n",
  ])
  func leavesOtherTablesAlone(_ text: String) async {
    #expect(await Stated("reference", text).roles.isEmpty)
  }

  @Test func declaresNoRoleInWords() async {
    let stated = await Stated("reference", "| Role | Description |\n| - | - |\n| The owner | of all |\n")
    #expect(stated.roles.isEmpty)
    guard case .unread("roles", _) = stated.tables.first else {
      return #expect(Bool(false), "\(stated.tables)")
    }
  }

  /// The only role of a table whose row has these cells.
  private func role(_ cells: String, headers: String = "Role | Permissions") async -> (
    RoleDeclaration?, Stated
  ) {
    let text = "| \(headers) |\n| - | - |\n| \(cells) |\n"
    let stated = await Stated(
      "reference",
      text.replacing("| - | - |", with: "|" + headers.split(separator: "|").map { _ in " - |" }.joined()))
    return (stated.roles.first, stated)
  }

  @Test(arguments: [
    "A Admin<br>(`roles/a.admin`)", "A Admin (`roles/a.admin`)", "**A Admin**<br/>`roles/a.admin`",
    "[A Admin](x.md) (roles/a.admin)", "A Admin<br>roles/a.admin",
  ])
  func readsATitleAndAnIdInOneCell(_ cell: String) async throws {
    let (role, stated) = await role("\(cell) | `a.b.get`")
    #expect(role?.id.value == "roles/a.admin" && role?.title?.value == "A Admin")
    let written = try #require(role?.title.map { stated.written($0.place) })
    #expect(written == "A Admin")
    #expect(stated.written(try #require(role).id.place).contains("roles/a.admin"))
  }

  @Test(arguments: ["Grant the `roles/a.admin` role", "`roles/a.admin` (beta)", "One of:<br>`roles/a.admin`"])
  func takesNoOtherWordsForATitle(_ cell: String) async {
    let (role, _) = await role("\(cell) | `a.b.get`")
    #expect(role?.id.value == "roles/a.admin" && role?.title == nil)
  }

  @Test func readsIdsOfAColumnOfTheirOwn() async {
    let (named, _) = await role("The boss | `boss_1` | `a.b.get`", headers: "Basic role | UID | Permissions")
    #expect(named?.id.value == "boss_1" && named?.title?.value == "The boss")
    let (fixed, _) = await role("`roles/a` | `xyz_1` | `a.b.get`", headers: "Fixed role | UUID | Permissions")
    #expect(fixed?.id.value == "roles/a" && fixed?.title == nil)
  }

  @Test(arguments: [
    ("a.b.get<br>a.b.*<br/>roles/x", ["a.b.get", "a.b.*", "roles/x"]),
    ("a.b.*<br>a.c.*<br>a.d.*", ["a.b.*", "a.c.*", "a.d.*"]),
    ("<ul><li>`a.b.get`</li><li>a.b.set</li></ul>", ["a.b.get", "a.b.set"]),
    ("`a.b.get` for scope `a:*`<br>`a.b.set` for scopes `a.b.*` and `a.c.*`", ["a.b.get", "a.b.set"]),
    ("3 permissions<br>a.b.get, a.b.set", ["a.b.get", "a.b.set"]),
    ("All permissions from `roles/x` and <br>`a.b.get`", ["roles/x", "a.b.get"]),
    ("Access to a.b.get", []), ("1 owner permission", []), ("All permissions", []),
  ])
  func readsListsInCells(_ cell: String, _ names: [String]) async {
    let (role, stated) = await role("`roles/a` | \(cell)")
    #expect(role?.entries.map(\.name.value) == names)
    #expect(role?.entries.map { stated.written($0.name.place).replacing("`", with: "") } == names)
    #expect(role?.conditions.isEmpty == true)
  }

  @Test(arguments: [
    ("`a.b.get` if you own it", "if you own it"), ("a.b.get (only on projects)", "only on projects"),
    ("`a.b.get`, when `some_flag` is on", "when some_flag is on"),
  ])
  func keepsConditions(_ cell: String, _ condition: String) async {
    let (role, _) = await role("`roles/a` | \(cell)<br>`a.b.set`")
    #expect(role?.entries.map(\.name.value) == ["a.b.set"])
    #expect(role?.conditions.map(\.entry.name.value) == ["a.b.get"])
    #expect(role?.conditions.map(\.condition) == [condition])
  }

  @Test func goesOnWithTheRoleAbove() async {
    let text =
      "| Role | Permissions |\n| - | - |\n| `roles/a`, `roles/b` | `a.b.get` |\n| | `a.b.set` |\n| words | `a.b.x` |\n| | `a.b.y` |\n"
    let stated = await Stated("reference", text)
    #expect(stated.roles.map(\.id.value) == ["roles/a", "roles/b"])
    #expect(
      stated.roles.map { $0.entries.map(\.name.value) } == [["a.b.get", "a.b.set"], ["a.b.get", "a.b.set"]])
  }

  @Test(arguments: [
    "Same as Viewer plus `a.b.set`", "All viewer permissions, and `a.b.set`",
    "Everything in **Viewer**<br>`a.b.set`",
    "All permissions of the Viewer role<br>a.b.set", "Same as `roles/a.viewer` plus `a.b.set`",
    "Inherits from roles/a.viewer<br>`a.b.set`",
  ])
  func inheritsInWords(_ cell: String) async {
    let text =
      "| Role | Title | Permissions |\n| - | - | - |\n| `roles/a.viewer` | Viewer | `a.b.get` |\n| `roles/a.editor` | Editor | \(cell) |\n"
    let stated = await Stated("reference", text)
    let editor = stated.catalog.roles.first { $0.id == "roles/a.editor" }
    #expect(editor?.entries.map(\.name.value) == ["roles/a.viewer", "a.b.set"])
    #expect(editor?.permissions.count == 2)
  }

  @Test(arguments: [
    "All permissions from the Viewer console", "Same as Nobody", "All read permissions", "Same as Twin",
  ])
  func inheritsFromNoOtherWords(_ cell: String) async {
    let text =
      "| Role | Title | Permissions |\n| - | - | - |\n| `roles/a.viewer` | Viewer | `a.b.get` |\n| `roles/b` | Twin | |\n| `roles/c` | Twin | |\n| `roles/a.editor` | Editor | \(cell) |\n"
    let stated = await Stated("reference", text)
    #expect(stated.catalog.roles.first { $0.id == "roles/a.editor" }?.entries.count == 0)
  }

  @Test func assignsAllRolesOfACell() async {
    let text =
      "| Role | Description |\n| - | - |\n| `roles/a`<br>`roles/b` | x |\n| `roles/c` or `roles/d` | y |\n| Admin (roles/e) | z |\n"
    #expect(
      await Stated("guide", text).assignments.map(\.role.value) == [
        "roles/a", "roles/b", "roles/c", "roles/e",
      ])
  }
}
