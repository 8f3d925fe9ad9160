import Foundation
import Testing

@testable import Rolebook

/// Each rule stays silent where something only looks like its fault.
@Suite struct SilenceTests {
  private static let reference = """
    ---
    title: Reference
    kind: reference
    platform: p
    complete: [a]
    ---
    | Permission | Description |
    | - | - |
    | `a.b.get` | Gets |
    | `a.b.list` | Lists |
    | `a.b.set` | Sets |

    ## `roles/a.viewer`

    Title: Viewer

    - `a.b.get`
    - `a.b.list`

    ## `roles/a.editor`

    Title: Editor

    - `a.b.*`

    ## `roles/a.setter`

    Title: Setter

    - `a.b.set`
    """

  private static let sql = """
    CREATE ROLE reporting;
    GRANT USAGE ON SCHEMA sales TO ROLE reporting;
    GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ROLE reporting;
    """

  /// A page `page.md` that a rule must find nothing on, beside the reference page.
  struct NearMiss: CustomTestStringConvertible, Sendable {
    let rule: String
    let why: String
    let page: String
    var others: [String: String] = [:]
    var settings = ""

    var testDescription: String { "\(rule): \(why)" }
  }

  private static func guide(_ text: String, keys: String = "") -> String {
    "---\ntitle: G\nkind: guide\nplatform: p\n\(keys)---\n" + text
  }
  private static func concept(_ text: String) -> String {
    "---\ntitle: C\nkind: concept\nplatform: p\n---\n" + text
  }
  private static func page(_ kind: String, _ text: String) -> String {
    "---\ntitle: R\nkind: \(kind)\nplatform: p\n---\n" + text
  }

  private static func script(
    _ rows: [String], _ sql: String, keys: String = "existing: [schema sales, user loader, user dbadmin]\n"
  ) -> String {
    "---\ntitle: S\nkind: guide\nplatform: redshift\ndialect: redshift\n\(keys)---\n| Role | Access | Object |\n| - | - | - |\n"
      + rows.map { "| \($0) |\n" }.joined() + "\n```sql\n\(sql)\n```\n"
  }

  static let all: [NearMiss] = [
    NearMiss(
      rule: "unknown-permission", why: "a service that nobody documents",
      page: guide("| Permission | Description |\n| - | - |\n| `b.c.get` | x |\n")),
    NearMiss(rule: "unknown-permission", why: "a near miss on a concept page", page: concept("`a.b.gets`")),
    NearMiss(
      rule: "unknown-permission", why: "prose unlike any name",
      page: guide("`a.zebra.stripe` and `a.b` and `a.md`")),
    NearMiss(
      rule: "unknown-role", why: "a role of another service",
      page: guide("| Role | On |\n| - | - |\n| `roles/run.invoker` | project |\n")),
    NearMiss(
      rule: "unknown-role", why: "a custom role's path",
      page: guide("| Role | On |\n| - | - |\n| `projects/x/roles/viewer` | project |\n")),
    NearMiss(
      rule: "unknown-role", why: "a role by its title",
      page: guide("| Role | On |\n| - | - |\n| Viewer | project |\n")),
    NearMiss(
      rule: "misspelled-role-title", why: "the same title with other marks",
      page: guide("| Role | Title |\n| - | - |\n| `roles/a.viewer` | **Viewer** |\n")),
    NearMiss(
      rule: "duplicate-permission", why: "names that differ in case",
      page: page("reference", "| Permission | Description |\n| - | - |\n| `a.B.get` | x |\n")),
    NearMiss(
      rule: "duplicate-permission", why: "a guide's requirement",
      page: guide("| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n")),
    NearMiss(
      rule: "duplicate-permission", why: "a superseded reference",
      page:
        "---\ntitle: O\nkind: reference\nplatform: p\nstatus: superseded\n---\n| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n"
    ),
    NearMiss(
      rule: "duplicate-permission", why: "another platform",
      page:
        "---\ntitle: O\nkind: reference\nplatform: q\n---\n| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n"
    ),
    NearMiss(
      rule: "duplicate-role", why: "a guide's heading", page: guide("## `roles/a.viewer`\n\n- `a.b.get`\n")),
    NearMiss(
      rule: "duplicate-role", why: "a role's columns in two matrices",
      page: page(
        "reference",
        "| Action | X |\n| - | - |\n| `c.d.e` | x |\n\n| Action | X |\n| - | - |\n| `c.d.f` | x |\n")),
    NearMiss(
      rule: "empty-pattern", why: "a service that is not documented in full",
      page: page("reference", "## `roles/z`\n\n- `b.c.*`\n")),
    NearMiss(
      rule: "empty-pattern", why: "a name in full", page: page("reference", "## `roles/z`\n\n- `b.c.d`\n")),
    NearMiss(
      rule: "uncovered-requirement", why: "a grant on the parent",
      page: guide(
        "| Permission | Description | On |\n| - | - | - |\n| `a.b.get` | x | dataset `d` |\n\n| Role | On |\n| - | - |\n| `roles/a.viewer` | project |\n"
      )),
    NearMiss(
      rule: "uncovered-requirement", why: "two roles together",
      page: guide(
        "| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n| `a.b.set` | x |\n\n| Role | On |\n| - | - |\n| `roles/a.viewer` | project |\n| `roles/a.setter` | project |\n"
      )),
    NearMiss(
      rule: "uncovered-requirement", why: "a page that grants nothing",
      page: guide("| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n")),
    NearMiss(
      rule: "redundant-role", why: "the larger one on a narrower securable",
      page: guide(
        "| Role | On |\n| - | - |\n| `roles/a.viewer` | project |\n| `roles/a.editor` | dataset `d` |\n")),
    NearMiss(
      rule: "redundant-role", why: "other options",
      page: guide(
        "| Role | On | Option |\n| - | - | - |\n| `roles/a.viewer` | project | `x` |\n| `roles/a.editor` | project | `y` |\n",
        keys: "options: [{id: x, title: X}, {id: y, title: Y}]\n")),
    NearMiss(
      rule: "redundant-role", why: "roles that overlap",
      page: page(
        "guide", "| Role | On |\n| - | - |\n| `roles/a.viewer` | project |\n| `roles/a.setter` | project |\n")
    ),
    NearMiss(
      rule: "conflicting-guide-roles", why: "the same role by title and id",
      page: guide("| Role | On |\n| - | - |\n| `roles/a.viewer` | project |\n", keys: "task: t\n"),
      others: ["other.md": guide("1. Add **Viewer**.\n", keys: "task: t\n")]),
    NearMiss(
      rule: "conflicting-guide-roles", why: "other options of one task",
      page: guide("## X\n\n1. Add **Viewer**.\n", keys: "task: t\noptions: [{id: x, title: X}]\n"),
      others: [
        "other.md": guide("## Y\n\n1. Add **Editor**.\n", keys: "task: t\noptions: [{id: y, title: Y}]\n")
      ]),
    NearMiss(
      rule: "conflicting-guide-roles", why: "a superseded guide",
      page: guide("1. Add **Viewer**.\n", keys: "task: t\nstatus: superseded\n"),
      others: ["other.md": guide("1. Add **Editor**.\n", keys: "task: t\n")]),
    NearMiss(
      rule: "unknown-option", why: "options of two groups",
      page: guide(
        "| Role | On | Option |\n| - | - | - |\n| `roles/a.viewer` | project | `x`, y |\n",
        keys: "options: [{id: x, title: X, group: g}, {id: y, title: Y, group: h}]\n")),
    NearMiss(
      rule: "unknown-option", why: "a guide without options",
      page: guide("| Role | On | Option |\n| - | - | - |\n| `roles/a.viewer` | project | all |\n")),
    NearMiss(
      rule: "unproved-access", why: "names in another case",
      page: script(["`Reporting` | read | schema `Sales`"], sql)),
    NearMiss(
      rule: "unproved-access", why: "an owner",
      page: script(["`loader` | read | schema `own`"], "CREATE SCHEMA own AUTHORIZATION loader;")),
    NearMiss(
      rule: "refuted-access", why: "create on the schema",
      page: script(
        ["`reporting` | create | schema `sales`"],
        "CREATE ROLE reporting;\nGRANT ALL ON SCHEMA sales TO ROLE reporting;")),
    NearMiss(
      rule: "refuted-access", why: "a right taken from another",
      page: script(
        ["`reporting` | read | schema `sales`"],
        sql + "\nREVOKE SELECT ON ALL TABLES IN SCHEMA sales FROM loader;")),
    NearMiss(
      rule: "undocumented-grant", why: "the usage that reading needs",
      page: script(["`reporting` | read | schema `sales`"], sql)),
    NearMiss(
      rule: "undocumented-grant", why: "a page without an access table",
      page:
        "---\ntitle: S\nkind: guide\nplatform: redshift\n---\n```sql\nGRANT ALL ON SCHEMA sales TO loader;\n```\n"
    ),
    NearMiss(
      rule: "uncovered-creator", why: "every creator covered",
      page: script(
        ["`loader` | create | schema `sales`", "`reporting` | read, future tables too | schema `sales`"],
        "GRANT USAGE, CREATE ON SCHEMA sales TO loader;\n" + sql
          + "\nALTER DEFAULT PRIVILEGES FOR USER loader, dbadmin IN SCHEMA sales GRANT SELECT ON TABLES TO ROLE reporting;"
      )),
    NearMiss(
      rule: "literal-password", why: "placeholders, masks and hashes",
      page: script(
        ["`u` | use | schema `sales`"],
        "CREATE USER u PASSWORD '<password>';\nCREATE USER v PASSWORD 'md5153c434b4b77c89e6b94f12c5393af5b';\nCREATE USER w PASSWORD DISABLE;\nCREATE USER x PASSWORD '********';\nCREATE USER y PASSWORD '${password}';"
      )),
    NearMiss(
      rule: "misnumbered-step", why: "the same number before every step", page: concept("1. a\n1. b\n1. c\n")),
    NearMiss(
      rule: "misnumbered-step", why: "a list that starts later",
      page: concept("4. a\n5. b\n\ntext\n\n6. c\n7. d\n")),
    NearMiss(
      rule: "misnumbered-step", why: "lists inside steps", page: concept("1. a\n   1. x\n   2. y\n2. b\n")),
    NearMiss(
      rule: "dead-link", why: "links in code",
      page: concept("`[x](none.md)`\n\n```\n[x](none.md)\n```\n\n<!-- [x](none.md) -->\n")),
    NearMiss(
      rule: "dead-link", why: "a page by its address",
      page: concept("[x](../ref/) [y](/ref/) [z](ref.md) [a](https://none.example/ref.md)\n")),
    NearMiss(
      rule: "dead-anchor", why: "an anchor that a heading sets",
      page: concept(
        "## Über uns {#about}\n\n## Über uns\n\n## Über uns\n\n[x](#about) [y](#über-uns) [z](#%C3%BCber-uns-1) [t](#top)\n"
      )),
    NearMiss(
      rule: "duplicate-address", why: "a folder and a page of its name", page: concept("x"),
      others: ["page/other.md": concept("y"), "pages.md": concept("z")]),
    NearMiss(rule: "missing-title", why: "a heading below other text", page: "text\n\nTitle\n=====\n"),
    NearMiss(
      rule: "missing-title", why: "front matter that does not parse", page: "---\ntitle: a: b\n---\ntext\n"),
    NearMiss(
      rule: "unknown-front-matter-key", why: "another tool's key", page: "---\ntitle: x\nplan: y\n---\n",
      settings: "front_matter_keys: [plan]"),
    NearMiss(
      rule: "unread-front-matter", why: "an empty value",
      page: "---\ntitle: x\nkind:\norder:\ntags: one\n---\n"),
    NearMiss(
      rule: "unread-front-matter", why: "a rule below the text", page: "# T\n\n---\n\na: b: c\n\n---\n"),
    NearMiss(
      rule: "ragged-table", why: "escaped pipes and empty cells",
      page: concept("| a | b |\n| - | - |\n| x \\| y | `p\\|q` |\n| | |\n|||\nz | w\n")),
    NearMiss(
      rule: "unread-table", why: "ids among words",
      page: page(
        "reference",
        "| Name | Meaning |\n| - | - |\n| Reading | `a.b.get` |\n| `a.b.get` | x |\n| Writing | y |\n")),
    NearMiss(
      rule: "unread-table", why: "a concept page",
      page: concept("| Name | Meaning |\n| - | - |\n| `a.b.get` | x |\n")),
    NearMiss(
      rule: "input-too-complex", why: "many brackets that close",
      page: concept(String(repeating: "[a](/ref/) ", count: 3_000))),
    NearMiss(rule: "unread-file", why: "all of Unicode", page: "\u{FEFF}# 𝄞 \u{10FFFF} é\u{301}\n"),
    NearMiss(
      rule: "escaping-address", why: "dots in a name",
      page: "---\ntitle: x\nredirect_from: [/a..b/, /.../, /v1.2/]\n---\n"),
    NearMiss(rule: "broken-template", why: "braces in a page", page: concept("{{ nothing }} {{#x}}")),
  ]

  @Test(arguments: all)
  func findsNothing(_ case: NearMiss) async {
    let files = ["page.md": `case`.page, "ref.md": Self.reference].merging(`case`.others) { first, _ in first
    }
    let found = await World(files, settings: "platforms: {p: {role_prefix: roles/}}\n" + `case`.settings)
      .report().findings
    #expect(found.filter { $0.rule == `case`.rule }.map(\.message) == [], "\(`case`.why)")
  }

  @Test func hasANearMissForEveryRule() {
    #expect(Set(Rule.all.map(\.id)).subtracting(Self.all.map(\.rule)) == [])
  }
}
