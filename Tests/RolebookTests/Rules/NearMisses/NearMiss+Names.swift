extension NearMiss {
  static let names: [NearMiss] = [
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
      rule: "miscased-name", why: "two names that differ in case, both declared",
      page: page(
        "reference",
        "| Permission | Description |\n| - | - |\n| `a.B.get` | x |\n\n## `roles/z`\n\n- `a.B.get`\n- `a.b.get`\n"
      )
    ),
    NearMiss(
      rule: "miscased-name", why: "two names that differ in case, both held by one role",
      page: page("reference", "## `roles/z`\n\n- `a.b.get`\n- `a.b.Get`\n")),
    NearMiss(rule: "miscased-name", why: "prose on a concept page", page: concept("`a.b.GET`")),
    NearMiss(
      rule: "miscased-name", why: "a name in code that is no role's id",
      page: guide("| Role | On |\n| - | - |\n| `VIEWER` | project |\n")),
    NearMiss(
      rule: "conflicting-description", why: "the same words with other blanks and no full stop",
      page: page("reference", "| Permission | Description |\n| - | - |\n| `a.b.get` | Gets. |\n")),
    NearMiss(
      rule: "conflicting-description", why: "a matrix without descriptions",
      page: page("reference", "| Permission | X |\n| - | - |\n| `a.b.get` | ✓ |\n")),
    NearMiss(
      rule: "conflicting-description", why: "what a guide needs it for",
      page: guide("| Permission | Description |\n| - | - |\n| `a.b.get` | To look |\n")),
    NearMiss(
      rule: "conflicting-description", why: "a superseded page",
      page:
        "---\ntitle: O\nkind: reference\nplatform: p\nstatus: superseded\n---\n| Permission | Description |\n| - | - |\n| `a.b.get` | Old |\n"
    ),
    NearMiss(
      rule: "conflicting-role", why: "a pattern and the names it stands for",
      page: page("reference", "## `roles/a.editor`\n\n- `a.b.get`\n- `a.b.list`\n- `a.b.set`\n")),
    NearMiss(
      rule: "conflicting-role", why: "an overview with titles",
      page: page("reference", "| Role | Title |\n| - | - |\n| `roles/a.editor` | Editor |\n")),
    NearMiss(
      rule: "conflicting-role", why: "a matrix that agrees with the lists, by id and by title",
      page: page(
        "reference",
        "| Permission | Viewer | `roles/a.editor` |\n| - | - | - |\n| `a.b.get` | ✓ | ✓ |\n| `a.b.set` | ✗ | ✓ |\n"
      )
    ),
    NearMiss(
      rule: "conflicting-role", why: "empty cells and conditions",
      page: page(
        "reference",
        "| Permission | Viewer | Setter |\n| - | - | - |\n| `a.b.get` | | ✓ (own) |\n| `a.b.set` | ✓ (own) | |\n"
      )
    ),
    NearMiss(
      rule: "conflicting-role", why: "a matrix of another service",
      page: page("reference", "| Permission | Viewer |\n| - | - |\n| `c.d.get` | ✓ |\n")),
    NearMiss(
      rule: "conflicting-role", why: "a list that inherits from a role nobody declares",
      page: page(
        "reference",
        "## `roles/z`\n\n- all permissions of `roles/y`\n- `a.b.get`\n\n| Permission | `roles/z` |\n| - | - |\n| `a.b.set` | ✓ |\n"
      )
    ),
    NearMiss(
      rule: "conflicting-stage", why: "one stage that is written and one that is not",
      page: page("reference", "| Permission | Description |\n| - | - |\n| `a.b.get` (beta) | Gets |\n")),
    NearMiss(
      rule: "conflicting-stage", why: "two words for one stage",
      page: page(
        "reference",
        "| Permission | Description | Stage |\n| - | - | - |\n| `c.d.get` (beta) | Gets | Preview |\n")),
    NearMiss(
      rule: "unknown-see-also", why: "a service that nobody documents in full",
      page: page("reference", "| Permission | Description |\n| - | - |\n| `c.d.get` | as `c.d.zap` |\n")),
    NearMiss(
      rule: "unknown-see-also", why: "a name that a role holds as well",
      page: page(
        "reference",
        "| Permission | Description |\n| - | - |\n| `c.d.get` | as `a.b.zap` |\n\n## `roles/z`\n\n- `a.b.zap`\n"
      )),
    NearMiss(
      rule: "undocumented-service", why: "a platform that declares no permission",
      page:
        "---\ntitle: O\nkind: reference\nplatform: q\n---\n## `roles/z`\n\n- `c.d.get`\n"),
    NearMiss(
      rule: "undocumented-service", why: "a pattern",
      page: page("reference", "## `roles/z`\n\n- `c.d.*`\n- `*`\n")),
    NearMiss(
      rule: "duplicate-permission", why: "two descriptions, which is the graver fault",
      page: page("reference", "| Permission | Description |\n| - | - |\n| `a.b.get` | Fetches |\n")),
    NearMiss(
      rule: "duplicate-permission", why: "a row of a matrix",
      page: page("reference", "| Permission | X |\n| - | - |\n| `a.b.get` | ✓ |\n")),
    NearMiss(
      rule: "duplicate-role", why: "an overview of roles whose sections list what they hold",
      page: page("reference", "| Role | Title |\n| - | - |\n| `roles/a.editor` | Editor |\n")),
    NearMiss(
      rule: "duplicate-role", why: "a heading that only speaks of a role",
      page: page("reference", "## Who needs `roles/a.editor`\n\nEditors.\n")),
    NearMiss(
      rule: "duplicate-role", why: "two lists that differ, which is the graver fault",
      page: page("reference", "## `roles/a.viewer`\n\n- `a.b.get`\n")),
    NearMiss(
      rule: "unknown-permission", why: "a matrix that goes beyond the tables",
      page: page(
        "reference",
        "| Permission | X |\n| - | - |\n| `a.b.get` | ✓ |\n| `a.b.zip` | ✓ |\n| `a.b.zap` | ✓ |\n")),
    NearMiss(
      rule: "ungranted-permission", why: "roles documented in part, without the administrator's",
      page: page("reference", "| Permission | Description |\n| - | - |\n| `a.b.zip` | x |\n")),
    NearMiss(
      rule: "ungranted-permission", why: "a permission that is reserved",
      page: page(
        "reference",
        "| Permission | Description | Stage |\n| - | - | - |\n| `a.b.zip` | x | reserved |\n\n## `roles/a.admin`\n\n- `a.b.get`\n- `a.b.list`\n- `a.b.set`\n"
      )),
    NearMiss(
      rule: "ungranted-permission", why: "a service that is not documented in full",
      page: page(
        "reference",
        "| Permission | Description |\n| - | - |\n| `c.b.zip` | x |\n| `c.b.zap` | x |\n\n## `roles/c.admin`\n\n- `c.b.zap`\n"
      )),
    NearMiss(
      rule: "incomplete-role", why: "a field that half of the roles have",
      page: page(
        "reference",
        "| Role | Title | Kind |\n| - | - | - |\n| `roles/z.a` | A | basic |\n| `roles/z.b` | B | basic |\n| `roles/z.c` | C | |\n| `roles/z.d` | D | |\n"
      )),
    NearMiss(
      rule: "incomplete-role", why: "a heading that only speaks of a role",
      page: page(
        "reference",
        "## `roles/z.a`\n\nTitle: A\n\n## `roles/z.b`\n\nTitle: B\n\n## `roles/z.c`\n\nTitle: C\n\n## Granting `roles/z.d`\n\nText.\n"
      )),
    NearMiss(
      rule: "reserved-permission-granted", why: "a pattern that brings it",
      page: page(
        "reference",
        "| Permission | Description | Stage |\n| - | - | - |\n| `c.d.get` | x | reserved |\n\n## `roles/z`\n\n- `c.d.*`\n"
      )),
    NearMiss(
      rule: "reserved-permission-granted", why: "a permission that is deprecated",
      page: page(
        "reference",
        "| Permission | Description | Stage |\n| - | - | - |\n| `c.d.get` | x | deprecated |\n\n## `roles/z`\n\n- `c.d.get`\n"
      )),
    NearMiss(
      rule: "misspelled-role-title", why: "a bold text that no role is near",
      page: guide("1. Select **Service account** and add a role.\n2. Add the **Data Viewer** role.\n")),
    NearMiss(
      rule: "misspelled-role-title", why: "a title with another number",
      page: page(
        "reference", "## `roles/z.one`\n\nTitle: Support Level 1\n\nSee the **Support Level 2** role.\n")),
    NearMiss(
      rule: "misspelled-role-title", why: "a bold text beside an id that is no title",
      page: page(
        "reference", "Give it **read access** (`roles/a.viewer`), as every Viewer (`roles/a.viewer`).\n")),
    NearMiss(
      rule: "misspelled-role-title", why: "prose on a concept page",
      page: concept("The **Data Viewr** role.")),
    NearMiss(
      rule: "misspelled-role-title", why: "a first word that begins another title",
      page: page(
        "reference",
        "## `roles/z.a`\n\nTitle: Backup User\n\n## `roles/z.b`\n\nTitle: Backups Viewer\n\nAdd the **Backups User** role.\n"
      )),
    NearMiss(
      rule: "misspelled-role-title", why: "another way to write capitals",
      page: page(
        "reference",
        "## `roles/z.a`\n\nTitle: Backup User\n\nAdd the **Backup user** role, the **BACKUP USER** role.\n")),
    NearMiss(
      rule: "unknown-role", why: "a title in a role cell, without the prefix of ids",
      page: guide("| Role | Title | On |\n| - | - | - |\n| `a.viewer` | Viewer | project |\n")),
    NearMiss(
      rule: "unknown-role", why: "columns of two roles that differ by a letter",
      page: page(
        "reference",
        "| Role | Permissions |\n| - | - |\n| `basic:editor` | `a.b.get` |\n| `basic:viewer` | `a.b.get` |\n\n| Action | `basic:editor` | `basic:editors` |\n| - | - | - |\n| `a.b.get` | ✓ | ✓ |\n"
      )),
    NearMiss(
      rule: "unknown-permission", why: "another service of the same resources",
      page: guide("`spanner.b.get` and `ab.b.get` and `x:b.get`")),
    NearMiss(
      rule: "unknown-role", why: "a near miss on a concept page",
      page: concept("`roles/a.viewr`")),
    NearMiss(
      rule: "unknown-role", why: "prose unlike any role",
      page: guide("`roles/a.thing` and `roles/zebra`")),
  ]
}
