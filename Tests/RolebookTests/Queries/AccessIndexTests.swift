import Testing

@testable import Rolebook

@Suite struct AccessIndexTests {
  /// Roles of two platforms; some hold under a condition, one is deprecated, one is for a service's own agent.
  static let world = World([
    "a.md": """
    ---
    title: A
    kind: reference
    platform: cloud
    ---
    | Permission | Description |
    | - | - |
    | `a.b.get` | Get |
    | `a.b.list` | List |
    | `a.b.set` | Set |
    | `a.c.run` | Run |

    ## `roles/a.viewer`

    Title: Viewer
    Lowest resource: dataset

    - `a.b.get`
    - `a.b.list`

    ## `roles/a.runner`

    Title: Runner
    Lowest resource: project

    - `a.c.run`

    ## `roles/a.admin`

    Title: Admin

    - `a.*`

    ## `roles/a.old`

    Title: Old
    Stage: deprecated

    - `a.c.run`
    - `a.b.get`

    ## `roles/a.serviceAgent`

    Title: Agent

    - `a.c.run`
    - `a.b.get`
    """,
    "b.md": """
    ---
    title: B
    kind: reference
    platform: app
    ---
    | Permission | Viewer | Editor |
    | - | - | - |
    | `a.b.get` | ✓ | ✓ |
    | `a.b.set` | ✗ | own projects only |
    """,
  ])

  static func index() async -> AccessIndex { AccessIndex(of: await world.build().catalog) }

  @Test func keepsWhatQuestionsNeed() async throws {
    let index = await Self.index()
    #expect(
      index.permissions.map(\.name) == ["a.b.get", "a.b.set", "a.b.get", "a.b.list", "a.b.set", "a.c.run"])
    let viewer = try #require(index.roles.first { $0.id == "roles/a.viewer" })
    #expect(
      (viewer.title, viewer.lowestResource, viewer.file, viewer.line) == (
        "Viewer", "dataset", "content/a.md", 13
      ))
    #expect(viewer.permissions.indices == [2, 3])
    #expect(index.roles.first { $0.id == "Editor" }?.conditions.map(\.text) == ["own projects only"])
  }

  @Test func findsRolesByIdThenTitleThenLastPart() async {
    let index = await Self.index()
    let names = ["roles/a.viewer", "Viewer", "viewer", "runner", "a.viewer", ""]
    #expect(
      names.map { index.roles(named: $0).map { index.roles[$0].id } } == [
        ["roles/a.viewer"], ["Viewer"], ["roles/a.viewer"], ["roles/a.runner"], [], [],
      ])
    #expect(index.shortNames(of: index.roles(named: "roles/a.runner")) == ["runner"])
  }

  @Test func comesBackFromItsArchive() async {
    let index = await Self.index()
    let bytes = index.archive(head: "x")
    #expect(AccessIndex(archive: bytes, head: "x") == index)
    #expect(AccessIndex(archive: bytes, head: "y") == nil)
    let empty = AccessIndex(permissions: [], roles: [])
    #expect(AccessIndex(archive: empty.archive(head: "x"), head: "x") == empty)
  }

  @Test func takesNoDamagedArchive() async {
    let bytes = await Self.index().archive(head: "x")
    for end in 0..<bytes.count { #expect(AccessIndex(archive: Array(bytes[..<end]), head: "x") == nil) }
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[place] ^= 0x55
      #expect(AccessIndex(archive: damaged, head: "x") == nil)
    }
  }

  @Test func tellsFilesApart() {
    func head(_ path: String, _ text: String) -> String {
      AccessIndex.head(
        program: "p", files: [SourceFile(path: path, role: .page, bytes: Array(text.utf8))])
    }
    #expect(head("a.md", "x") == head("a.md", "x"))
    #expect(Set([head("a.md", "x"), head("b.md", "x"), head("a.md", "y")]).count == 3)
  }
}
