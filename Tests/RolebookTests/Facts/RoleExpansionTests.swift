import Testing

@testable import Rolebook

@Suite struct RoleExpansionTests {
  /// A page that declares these permissions, and a role for each line `name: entries`.
  private func expand(_ permissions: [String], _ roles: [(name: String, entries: [String])]) async -> Catalog {
    let table = "| Permission | Description |\n| - | - |\n" + permissions.map { "| `\($0)` | x |\n" }.joined()
    let sections = roles.map { role in "\n## `roles/\(role.name)`\n\n" + role.entries.map { "- \($0.contains(" ") ? $0 : "`\($0)`")\n" }.joined() }
    return await Stated("reference", table + sections.joined()).catalog
  }

  private func names(_ role: String, _ catalog: Catalog) -> [String] {
    guard let index = catalog.names.role(id: "roles/" + role, platform: "p") else { return ["no role"] }
    return catalog.roles[index].permissions.indices.map { catalog.permissions[$0].name }
  }

  private let declared = ["a.b.get", "a.b.getData", "a.b.list", "a.bc.get", "a.c.d.get", "b.a.get"]

  @Test(arguments: [
    ("a.b.*", ["a.b.get", "a.b.getData", "a.b.list"]), ("a.*", ["a.b.get", "a.b.getData", "a.b.list", "a.bc.get", "a.c.d.get"]),
    ("a.b.get*", ["a.b.get", "a.b.getData"]), ("a.*.get", ["a.b.get", "a.bc.get", "a.c.d.get"]), ("*.get", ["a.b.get", "a.bc.get", "a.c.d.get", "b.a.get"]),
    ("*", ["a.b.get", "a.b.getData", "a.b.list", "a.bc.get", "a.c.d.get", "b.a.get"]), ("a.x.*", []), ("a.b", []), ("A.b.*", []),
    ("a.*.*.get", ["a.c.d.get"]), ("a.b.*Data", ["a.b.getData"]), ("a.b.list*", ["a.b.list"]),
  ])
  func expandsWildcardsOverDeclaredPermissions(_ pattern: String, _ expected: [String]) async {
    let catalog = await expand(declared, [("r", [pattern])])
    #expect(names("r", catalog).filter { $0 != "a.b" } == expected)
  }

  @Test func keepsExactNamesThatNobodyDeclares() async {
    let catalog = await expand(["a.b.get"], [("r", ["a.b.set", "a.b.get"]), ("s", ["a.b.*"])])
    #expect(names("r", catalog) == ["a.b.get", "a.b.set"])
    // A pattern brings declared ones only.
    #expect(names("s", catalog) == ["a.b.get"])
    #expect(catalog.permissions.map(\.isDeclared) == [true, false])
  }

  @Test func inheritsOverSeveralSteps() async throws {
    let catalog = await expand(
      ["a.b.get", "a.b.list", "a.b.set"],
      [("c", ["all permissions of `roles/b`", "a.b.set"]), ("b", ["roles/a", "a.b.list"]), ("a", ["a.b.get"])])
    #expect(names("c", catalog) == ["a.b.get", "a.b.list", "a.b.set"])
    #expect(names("b", catalog) == ["a.b.get", "a.b.list"])
    let role = try #require(catalog.names.role(id: "roles/c", platform: "p"))
    #expect(catalog.roles[role].expansion == [2, 1])
  }

  @Test func endsInACircle() async {
    let catalog = await expand(["a.b.get", "a.b.set"], [("a", ["roles/b", "a.b.get"]), ("b", ["roles/a", "a.b.set"]), ("c", ["roles/c"])])
    #expect(names("a", catalog) == ["a.b.get", "a.b.set"])
    #expect(names("b", catalog) == ["a.b.get", "a.b.set"])
    #expect(names("c", catalog) == [])
  }

  @Test func inheritsNothingFromARoleThatNobodyDeclares() async {
    #expect(names("a", await expand(["a.b.get"], [("a", ["roles/x", "a.b.get"])])) == ["a.b.get"])
  }

  @Test func namesTheEntriesThatAPermissionComesThrough() async throws {
    let catalog = await expand(["a.b.get", "a.b.set"], [("r", ["a.b.*", "a.b.get", "a.*"])])
    #expect(catalog.permissions.map { $0.holders.map(\.entries) } == [[[0, 1, 2]], [[0, 2]]])
    #expect(catalog.roles[0].expansion == [2, 1, 2])
  }

  @Test func keepsPlatformsApart() async {
    let page = "---\ntitle: T\nkind: reference\nplatform: P\n---\n| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n\n## `roles/r`\n\n- `a.*`\n"
    let catalog = await World(["p.md": page.replacing("P", with: "p", maxReplacements: 1), "q.md": page.replacing("platform: P", with: "platform: q").replacing("a.b.get", with: "a.b.set")]).build().catalog
    #expect(catalog.roles.map { role in role.permissions.indices.map { catalog.permissions[$0].name } } == [["a.b.get"], ["a.b.set"]])
  }
}
