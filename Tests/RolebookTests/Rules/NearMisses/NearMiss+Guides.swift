extension NearMiss {
  static let guides: [NearMiss] = [
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
  ]
}
