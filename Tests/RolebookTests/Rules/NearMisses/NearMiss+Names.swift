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
  ]
}
