import Foundation
import Testing

@testable import RolebookCommand

/// `who-can` and `compare`.
@Suite struct QueryTests {
  private static let roles = """
    ---
    title: Roles
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

    - `a.b.get`
    - `a.b.list`

    ## `roles/a.runner`

    - `a.c.run`

    ## `roles/a.admin`

    - `a.*`
    """
  private static let site = ["content/roles.md": roles, "rolebook.yml": "title: x\n"]

  @Test func listsWhoHoldsAPermission() throws {
    let run = try rolebook("who-can", "a.b.get", in: try Sandbox(Self.site))
    #expect(run.code == 0)
    #expect(
      run.output == """
        roles/a.viewer   2 permissions   content/roles.md:13   narrowest
        roles/a.admin    4

        """)
  }

  @Test func namesTheSmallestSetWithItsLevel() throws {
    let run = try rolebook("who-can", "a.b.get", "a.c.run", in: try Sandbox(Self.site))
    #expect(
      run.output == """
        no single role below admin; smallest pair: runner + viewer, 3 permissions, 1 more than asked (on a project)
        exactly these: a custom role — add --as gcloud | yaml | terraform

        """)
  }

  @Test func writesACustomRole() throws {
    let run = try rolebook("who-can", "a.b.set", "--as", "yaml", "--id", "setter", in: try Sandbox(Self.site))
    #expect(run.output == "title: Setter\nstage: GA\nincludedPermissions:\n- a.b.set\n")
  }

  @Test(arguments: [
    (
      ["who-can", "a.b.gets"],
      "error: no page speaks of a permission `a.b.gets`\nhelp: did you mean `a.b.get`?\n"
    ),
    (
      ["who-can", "a.b.get", "--as", "sql"],
      "error: `a.b.get` is no permission that SQL can grant\nhelp: --as gcloud, yaml or terraform\n"
    ),
    (["who-can", "a.b.get", "--platform", "x"], "error: `x` has no permission `a.b.get`\n"),
    (
      ["compare", "viewr", "admin"], "error: no page speaks of a role `viewr`\nhelp: did you mean `viewer`?\n"
    ),
  ])
  func saysWhatItCannotFind(_ arguments: [String], _ talk: String) throws {
    let run = try rolebook(arguments, in: try Sandbox(Self.site))
    #expect(run.code == 2)
    #expect(run.talk == talk)
    #expect(run.output == "")
  }

  @Test func comparesRolesByTheirShortNames() throws {
    let sandbox = try Sandbox(Self.site)
    #expect(
      try rolebook("compare", "viewer", "admin", in: sandbox).output == "admin = viewer + 2: b.set  c.run\n")
    #expect(
      try rolebook("compare", "viewer", "runner", in: sandbox).output
        == "viewer and runner share nothing\nonly viewer: 2: b.get  b.list\nonly runner: 1: c.run\n")
    #expect(
      try rolebook("compare", "viewer", "admin", "--all", in: sandbox).output
        == "only admin:\n  a.b.set\n  a.c.run\n")
    #expect(
      try rolebook("compare", "viewer", "viewer", in: sandbox).output
        == "viewer and viewer hold the same 2 permissions\n")
  }

  @Test func answersTheSameFromWhatItKept() throws {
    let pages = (0..<220).map { ("content/\($0).md", "---\ntitle: Page \($0)\n---\n") }
    let sandbox = try Sandbox(Self.site.merging(pages) { old, _ in old })
    let first = try rolebook("who-can", "a.b.get", "--json", in: sandbox)
    #expect(try sandbox.names(in: ".rolebook").contains("access"))
    #expect(try rolebook("who-can", "a.b.get", "--json", in: sandbox).output == first.output)
    try sandbox.write("content/roles.md", Self.roles.replacing("- `a.b.get`\n", with: ""))
    let changed = try rolebook("who-can", "a.b.get", in: sandbox)
    #expect(changed.output == "roles/a.admin   4 permissions   content/roles.md:21   narrowest\n")
    try sandbox.write(".rolebook/access", "damaged")
    #expect(try rolebook("who-can", "a.b.get", in: sandbox).output == changed.output)
  }

  /// Each command of the manual's page, with the text that it shows below.
  @Test func saysWhatTheManualShows() throws {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: repository.appendingPathComponent("content/guide/questions.md"), encoding: .utf8)
    let shown = page.matches(of: /```sh\nrolebook (.+)\n```\n\n```text\n((?:.+\n)+)```/)
    #expect(shown.count == 4)
    for example in shown {
      let words = example.1.split(separator: " ").map(String.init)
      let run = try rolebook(words + ["--root", repository.path], in: try Sandbox())
      #expect(run.output == example.2)
    }
  }
}
