import Testing

@testable import Rolebook

@Suite struct RoleSectionTests {
  @Test func readsFieldsDescriptionAndTheLastList() async throws {
    let text = """
      ## `roles/a.user`

      Title: A User
      Kind: Predefined
      Lowest resource: Table or view
      Stage: Beta

      Uses *all* of `a`:

      - one
      - two

      On a table, this role holds:

      - `a.b.get`
      - `a.c.*`, and more words
      - all permissions of `roles/a.viewer`
      - words first `a.d.get`
      """
    let stated = await Stated("reference", text)
    let role = try #require(stated.roles.first)
    #expect(role.id.value == "roles/a.user" && role.title?.value == "A User" && role.kind?.value == .predefined)
    #expect(role.lowestResource?.value == "Table or view" && role.stage == .beta && role.origin == .section)
    #expect(role.entries.map(\.name.value) == ["a.b.get", "a.c.*", "roles/a.viewer"])
    #expect(role.entries.map(\.kind) == [.pattern, .pattern, .role])
    #expect(role.description?.text.hasPrefix("Uses all of a:") == true)
    #expect(role.description?.text.contains("Title") == false)
    #expect(role.description?.text.hasSuffix("On a table, this role holds:") == true)
    #expect(role.title.map { stated.written($0.place) } == "A User")
  }

  @Test(arguments: [
    ("## `roles/a.user` (beta)", Stage.beta), ("## `roles/a.user` (Deprecated)", .deprecated), ("## `roles/a.user` (old)", .ga),
    ("## A User `roles/a.user`", .ga),
  ])
  func readsTheStageAfterTheName(_ heading: String, _ stage: Stage) async {
    #expect(await Stated("reference", "\(heading)\n\n- `a.b.get`\n").roles.map(\.stage) == [stage])
  }

  @Test func takesTheFieldBeforeTheStageAfterTheName() async {
    #expect(await Stated("reference", "## `roles/a.b` (beta)\nStage: GA\n\n- `a.b.get`").roles.map(\.stage) == [.ga])
  }

  @Test func endsAtTheNextHeadingOfAnyLevel() async {
    let stated = await Stated("reference", "## `roles/a.b`\n\n- `a.b.get`\n\n### Notes\n\n- `a.b.set`\n")
    #expect(stated.roles.map { $0.entries.map(\.name.value) } == [["a.b.get"]])
  }

  @Test func declaresARoleWithoutAList() async throws {
    let role = try #require(await Stated("reference", "## `roles/a.b`\n\nDoes nothing.\n\n- words\n").roles.first)
    #expect(role.entries.isEmpty)
    #expect(role.description?.text.hasPrefix("Does nothing.") == true)
  }

  @Test func readsBoldLabelsAndFieldsOnTheirOwnLines() async throws {
    let role = try #require(await Stated("reference", "## `roles/a.b`\n\n**Title:** The `B`\n\nKind: custom\n\n- `a.b.get`\n").roles.first)
    #expect(role.title?.value == "The B" && role.kind?.value == .custom && role.description == nil)
  }

  @Test func keepsLinesThatAreNoFieldsInTheDescription() async throws {
    let role = try #require(await Stated("reference", "## `roles/a.b`\n\nTitle: B\nNote: mind this\n\n- `a.b.get`\n").roles.first)
    #expect(role.title?.value == "B" && role.description?.text == "Note: mind this")
  }

  @Test(arguments: ["## `a.b.get`\n\n- `a.b.set`\n", "## Roles\n\n- `roles/a.b`\n", "## roles/a.b\n\n- `a.b.get`\n", "`roles/a.b`\n\n- `a.b.get`\n"])
  func takesNoOtherSectionForARole(_ text: String) async {
    #expect(await Stated("reference", text).roles.isEmpty)
  }

  @Test(arguments: ["guide", "concept"])
  func declaresNothingElsewhere(_ kind: String) async {
    #expect(await Stated(kind, "## `roles/a.b`\n\n- `a.b.get`\n").roles.isEmpty)
  }
}
