import Testing

@testable import Rolebook

@Suite struct UnreadFrontMatterTests {
  private func found(_ keys: String, _ text: String = "text") async -> PageFindings {
    await PageFindings(["page.md": "---\ntitle: T\n\(keys)\n---\n\n\(text)\n"])
  }

  @Test(arguments: [
    ("order: first", "`order` should be a whole number, and is `first`"),
    ("order: 1.5", "`order` should be a whole number, and is `1.5`"),
    ("draft: maybe", "`draft` should be `true` or `false`, and is `maybe`"),
    ("tags: {a: b}", "`tags` should be a list of text, and is a mapping"),
    ("task: [a]", "`task` should be text, and is a list"),
    ("platform: a/b", "`platform` should be a name of letters, digits, `-` and `_`, and is `a/b`"),
    ("kind: howto", "`howto` is no value of `kind`"), ("status: old", "`old` is no value of `status`"),
    ("options: {a: b}", "`options` should be a list of `{id, title, group}`, and is a mapping"),
    ("options: [{title: A}]", "`options` should be an `id` in each option, and is a mapping"),
    ("redirect_from: [[a]]", "`redirect_from` should be a list of addresses, and is a list"),
    ("options: [{id: a}, {id: b}, {id: a, title: B}]", "two options have the id `a`"),
    ("existing: [schemas devices]", "`schemas devices` in `existing` is no object that a script can use"),
    ("existing: [devices]", "`devices` in `existing` is no object that a script can use"),
    ("superseded_by: page.md", "`superseded_by` says nothing on a page that is current"),
  ])
  func saysWhatWasExpected(_ keys: String, _ message: String) async {
    #expect(await found(keys).messages("unread-front-matter") == [message])
  }

  @Test func knowsWhatAnEntryWasMeantToBe() async {
    #expect(
      await found("existing: [schemas devices]").cures("unread-front-matter") == [
        "did you mean `schema devices`?"
      ])
  }

  @Test func findsAServiceThatNoPageDeclares() async {
    let keys = "kind: reference\nplatform: p\ncomplete: [sales, salse]"
    let table = "| Permission | Description |\n| - | - |\n| `sales.reports.get` | x |"
    #expect(
      await found(keys, table).messages("unread-front-matter") == [
        "no page declares a permission of the service `salse`"
      ])
  }

  @Test func followsASuccessorThatIsSupersededItself() async {
    func page(_ keys: String) -> String { "---\ntitle: T\n\(keys)---\n\ntext\n" }
    let found = await PageFindings([
      "a.md": page("status: superseded\nsuperseded_by: b.md\n"),
      "b.md": page("status: superseded\nsuperseded_by: c.md\n"), "c.md": page(""),
    ])
    #expect(found.messages("dead-link") == ["the successor of this page is superseded itself"])
    #expect(found.cures("dead-link") == ["write `c.md`, which readers are sent on to"])
  }
}
