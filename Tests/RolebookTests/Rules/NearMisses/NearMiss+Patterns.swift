extension NearMiss {
  static let patterns: [NearMiss] = [
    NearMiss(
      rule: "empty-pattern", why: "a service that is not documented in full",
      page: page("reference", "## `roles/z`\n\n- `b.c.*`\n")),
    NearMiss(
      rule: "empty-pattern", why: "a name in full", page: page("reference", "## `roles/z`\n\n- `b.c.d`\n")),
    NearMiss(
      rule: "broken-hierarchy", why: "a chain that holds",
      page: page("reference", "`roles/a.viewer` < `roles/a.editor`\n\n**Editor** > **Setter**\n")),
    NearMiss(
      rule: "broken-hierarchy", why: "roles beside each other in prose",
      page: page("reference", "`roles/a.viewer`, `roles/a.setter` and **Viewer** or **Setter**\n")),
    NearMiss(
      rule: "broken-hierarchy", why: "a role without a list",
      page: page(
        "reference", "`roles/a.viewer` < `roles/z.x`\n\n| Role | Title |\n| - | - |\n| `roles/z.x` | X |\n")),
    NearMiss(
      rule: "broken-hierarchy", why: "what a pattern takes in and nobody declares",
      page: page(
        "reference",
        "## `roles/z.one`\n\n- `a.b.zip`\n- `a.b.get`\n\n## `roles/z.two`\n\n- `a.b.*`\n\n## Order\n\n`roles/z.one` < `roles/z.two`\n"
      )),
    NearMiss(
      rule: "broken-hierarchy", why: "a matrix that agrees with what is inherited",
      page: page(
        "reference",
        "## `roles/z.x`\n\n- all permissions of `roles/a.viewer`\n\n| Permission | `roles/z.x` |\n| - | - |\n| `a.b.get` | ✓ |\n| `a.b.set` | ✗ |\n"
      )),
    NearMiss(
      rule: "redundant-pattern", why: "a name that nobody declares",
      page: page("reference", "## `roles/z.x`\n\n- `a.b.*`\n- `a.b.zip`\n")),
    NearMiss(
      rule: "redundant-pattern", why: "a pattern that stands for nothing",
      page: page("reference", "## `roles/z.x`\n\n- `c.*`\n- `c.d.*`\n")),
    NearMiss(
      rule: "redundant-pattern", why: "patterns that overlap by what happens to be declared",
      page: page("reference", "## `roles/z.x`\n\n- `a.*.get`\n- `a.b.g*`\n")),
    NearMiss(
      rule: "redundant-pattern", why: "marks of a matrix",
      page: page(
        "reference",
        "## `roles/z.x`\n\n- `a.b.*`\n\n| Permission | `roles/z.x` |\n| - | - |\n| `a.b.get` | ✓ |\n")),
    NearMiss(
      rule: "admin-lacks-permission", why: "rights on another thing",
      page: page(
        "reference", "## `roles/z.xAdmin`\n\n- `a.b.get`\n\n## `roles/z.xUser`\n\n- `a.b.get`\n- `c.d.get`\n")
    ),
    NearMiss(
      rule: "admin-lacks-permission", why: "roles of different stems",
      page: page(
        "reference", "## `roles/z.xAdmin`\n\n- `a.b.get`\n\n## `roles/z.yUser`\n\n- `a.b.get`\n- `a.b.set`\n")
    ),
    NearMiss(
      rule: "admin-lacks-permission", why: "what its pattern takes in and nobody declares",
      page: page(
        "reference", "## `roles/z.xAdmin`\n\n- `a.b.*`\n\n## `roles/z.xUser`\n\n- `a.b.get`\n- `a.b.zip`\n")),
    NearMiss(
      rule: "equal-roles", why: "roles of two services",
      page: page("reference", "## `roles/y.x`\n\n- `a.b.get`\n\n## `roles/z.x`\n\n- `a.b.get`\n")),
    NearMiss(
      rule: "equal-roles", why: "patterns over what is not documented in full",
      page: page(
        "reference",
        "| Permission | Description |\n| - | - |\n| `c.d.get` | x |\n\n## `roles/z.x`\n\n- `c.*`\n\n## `roles/z.y`\n\n- `c.d.*`\n"
      )),
    NearMiss(
      rule: "equal-roles", why: "roles without permissions",
      page: page("reference", "## `roles/z.x`\n\nTitle: X\n\n## `roles/z.y`\n\nTitle: Y\n")),
    NearMiss(
      rule: "equal-roles", why: "columns of a matrix",
      page: page("reference", "| Permission | X | Y |\n| - | - | - |\n| `c.d.get` | ✓ | ✓ |\n")),
  ]
}
