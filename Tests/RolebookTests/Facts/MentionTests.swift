import Testing

@testable import Rolebook

@Suite struct MentionTests {
  private let reference = """
    ---
    title: R
    kind: reference
    platform: p
    complete: []
    ---
    | Permission | Description |
    | - | - |
    | `a.b.get` | Like `a.b.list`. |
    | `a.b.list` | |

    ## `roles/a.viewer`

    Title: Viewer

    - `a.b.get`

    ## `roles/a.twin`

    Title: Twin

    - `a.b.*`

    ## `roles/b.twin`

    Title: Twin

    - `a.b.list`
    """

  private func catalog(_ text: String, _ head: String = "kind: concept\nplatform: p") async -> Catalog {
    await World(["roles.md": reference, "text.md": "---\ntitle: T\n\(head)\n---\n" + text]).build().catalog
  }

  /// What a page's text names, in words.
  private func mentions(_ text: String, _ head: String = "kind: concept\nplatform: p") async -> [String] {
    let catalog = await catalog(text, head)
    return catalog.mentions.filter { catalog.pages[$0.page].path == "text.md" }.map { mention in
      switch mention.target {
      case .permission(let index): catalog.permissions[index].name
      case .role(let index): catalog.roles[index].id
      }
    }
  }

  @Test func findsCodeSpansAndBoldTitles() async {
    #expect(await mentions("`a.b.get` and **Viewer**, `roles/a.viewer`.\n\n- *x* `a.b.list`") == ["a.b.get", "roles/a.viewer", "roles/a.viewer", "a.b.list"])
  }

  @Test(arguments: ["a.b.get", "Viewer", "*Viewer*", "`Viewer`", "`A.b.get`", "`a.b.Get`", "**viewer**", "`a.b.*`", "    a.b.get", "`a.b`"])
  func findsNothingElse(_ text: String) async {
    #expect(await mentions(text) == [])
  }

  @Test func takesATitleThatSeveralRolesBearForNone() async {
    #expect(await mentions("**Twin** and **Viewer**") == ["roles/a.viewer"])
  }

  @Test func listsDeclarationsAsNoBacklinks() async throws {
    let catalog = await catalog("`a.b.list`")
    let get = try #require(catalog.names.permission("a.b.get", platform: "p"))
    let list = try #require(catalog.names.permission("a.b.list", platform: "p"))
    #expect(catalog.permissions[get].mentions.isEmpty)
    // Once beside the other's declaration, once in the text.
    #expect(catalog.permissions[list].mentions.map { catalog.pages[catalog.mentions[$0].page].path } == ["roles.md", "text.md"])
    #expect(catalog.roles.allSatisfy { $0.mentions.isEmpty })
  }

  @Test func findsTheOnlyPlatformThatHasAName() async {
    #expect(await mentions("`a.b.get`", "kind: concept") == ["a.b.get"])
    #expect(await mentions("`a.b.get`", "kind: concept\nplatform: other") == ["a.b.get"])
  }

  @Test func keepsNamesThatNobodyKnows() async {
    let catalog = await catalog("`a.b.gt` and `a.b.get`", "kind: guide\nplatform: p")
    #expect(catalog.strangers.map(\.name.value).filter { $0 == "a.b.gt" || $0 == "a.b.get" } == ["a.b.gt"])
    #expect(await self.catalog("`a.b.gt`").strangers.allSatisfy { $0.name.value != "a.b.gt" })
  }
}
