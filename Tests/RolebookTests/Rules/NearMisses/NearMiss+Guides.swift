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
    NearMiss(
      rule: "conflicting-guide-permissions", why: "another order, and a row that says no securable",
      page: guide(
        "| Permission | Description | On |\n| - | - | - |\n| `a.b.get` | x | dataset `d` |\n| `a.b.set` | y | project |\n",
        keys: "task: t\n"),
      others: [
        "other.md": guide(
          "| Permission | Description |\n| - | - |\n| `a.b.set` | z |\n| `a.b.get` | x |\n", keys: "task: t\n"
        )
      ]),
    NearMiss(
      rule: "conflicting-guide-permissions", why: "other options of one task",
      page: guide(
        "## X\n\n| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n",
        keys: "task: t\noptions: [{id: x, title: X}]\n"),
      others: [
        "other.md": guide(
          "## Y\n\n| Permission | Description |\n| - | - |\n| `a.b.set` | x |\n",
          keys: "task: t\noptions: [{id: y, title: Y}]\n")
      ]),
    NearMiss(
      rule: "conflicting-guide-permissions", why: "a superseded guide",
      page: guide("| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n", keys: "task: t\n"),
      others: [
        "other.md": guide(
          "| Permission | Description |\n| - | - |\n| `a.b.set` | x |\n",
          keys: "task: t\nstatus: superseded\n")
      ]),
    NearMiss(
      rule: "conflicting-guide-permissions", why: "a slip, which is reported as such",
      page: guide("| Permission | Description |\n| - | - |\n| `a.b.gets` | x |\n", keys: "task: t\n"),
      others: [
        "other.md": guide("| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n", keys: "task: t\n")
      ]),
    NearMiss(
      rule: "conflicting-guide-permissions", why: "a dataset for the reader to name",
      page: guide(
        "| Permission | Description | On |\n| - | - | - |\n| `a.b.get` | x | dataset `<your dataset>` |\n",
        keys: "task: t\n"),
      others: [
        "other.md": guide(
          "| Permission | Description | On |\n| - | - | - |\n| `a.b.get` | x | dataset `sales` |\n",
          keys: "task: t\n")
      ]),
    NearMiss(
      rule: "too-fine-a-level", why: "on the lowest resource, above it, or on one of several",
      page: guide(
        "| Role | On |\n| - | - |\n| `roles/low.table` | table `d.t` |\n| `roles/low.table` | dataset `d` |\n| `roles/low.dataset` | dataset `d` |\n| `roles/low.dataset` | folder |\n"
      ), others: ["low.md": lowest]),
    NearMiss(
      rule: "too-fine-a-level", why: "a lowest resource in words that nobody knows",
      page: guide("| Role | On |\n| - | - |\n| `roles/low.bucket` | dataset `d` |\n"),
      others: ["low.md": lowest]),
    NearMiss(
      rule: "too-fine-a-level", why: "a securable that is not said",
      page: guide("1. Add **Low Project**.\n"), others: ["low.md": lowest]),
    NearMiss(
      rule: "unscopable-permission", why: "what is done to the thing itself, and a folder in a folder",
      page: guide(
        "| Permission | Description | On |\n| - | - | - |\n| `bigquery.datasets.get` | x | dataset `d` |\n| `bigquery.tables.create` | x | dataset `d` |\n| `bigquery.jobs.create` | x | project |\n| `resourcemanager.folders.create` | x | folder |\n| `a.sessions.create` | x | table `d.t` |\n"
      )),
    NearMiss(
      rule: "unscopable-permission", why: "a row that says no securable",
      page: guide("| Permission | Description |\n| - | - |\n| `bigquery.jobs.create` | x |\n")),
    NearMiss(
      rule: "missing-option", why: "options in headings, anchors, columns and fences",
      page: guide(
        "## X\n\nText.\n\n## Another {#y}\n\nText.\n\n| Role | On | Option |\n| - | - | - |\n| `roles/a.viewer` | project | z |\n\n```sql option=w\nSELECT 1;\n```\n",
        keys: "options: [{id: x, title: X}, {id: y, title: Y}, {id: z, title: Z}, {id: w, title: W}]\n")),
    NearMiss(
      rule: "missing-option", why: "a superseded guide",
      page: guide("Text.\n", keys: "status: superseded\noptions: [{id: x, title: X}, {id: y, title: Y}]\n")),
    NearMiss(
      rule: "misdescribed-permission", why: "a job that does things to tables",
      page: guide(purpose("a.jobs.create", "Query the tables of a model.")), others: ["tables.md": tables]),
    NearMiss(
      rule: "misdescribed-permission", why: "its own verb among others",
      page: guide(purpose("a.tables.create", "Determine if the tables exist, and create them.")),
      others: ["tables.md": tables]),
    NearMiss(
      rule: "misdescribed-permission", why: "the thing that the permission is about, in passing",
      page: guide(purpose("a.tables.get", "Create copies of tables.")), others: ["tables.md": tables]),
    NearMiss(
      rule: "misdescribed-permission", why: "a description that nobody else fits",
      page: guide(purpose("a.tables.create", "See whether the bucket exists.")), others: ["tables.md": tables]
    ),
    NearMiss(
      rule: "excess-privilege", why: "the smallest role that is documented",
      page: guide(
        "| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n\n| Role | On |\n| - | - |\n| `roles/a.viewer` | project |\n"
      )),
    NearMiss(
      rule: "excess-privilege", why: "a securable of which nobody says what is needed",
      page: guide(
        "| Permission | Description | On |\n| - | - | - |\n| `a.b.get` | x | dataset `d` |\n\n| Role | On |\n| - | - |\n| `roles/a.viewer` | dataset `d` |\n| `roles/a.editor` | dataset `e` |\n"
      )),
    NearMiss(
      rule: "excess-privilege", why: "a custom role that is itself the requirement",
      page: guide(
        "## X\n\n| Permission | Description |\n| - | - |\n| `a.b.get` | x |\n\n| Role | On |\n| - | - |\n| `roles/a.editor` | project |\n",
        keys: "options: [{id: x, title: X}]\n")),
    NearMiss(
      rule: "uncovered-requirement", why: "a securable in words that nobody knows",
      page: guide(
        "| Permission | Description | On |\n| - | - | - |\n| `a.b.get` | x | the bucket |\n\n| Role | On |\n| - | - |\n| `roles/a.viewer` | dataset `d` |\n"
      )),
    NearMiss(
      rule: "redundant-role", why: "one of two that a step offers",
      page: guide("1. Add **Viewer** or **Editor**.\n")),
    NearMiss(
      rule: "redundant-role", why: "what a table says and a step repeats",
      page: guide("| Role | On |\n| - | - |\n| `roles/a.viewer` | dataset `d` |\n\n1. Add **Viewer**.\n")),
    NearMiss(
      rule: "conflicting-guide-roles", why: "a step that does not say what its role is on",
      page: guide("| Role | On |\n| - | - |\n| `roles/a.viewer` | dataset `d` |\n", keys: "task: t\n"),
      others: ["other.md": guide("1. Add **Viewer**.\n", keys: "task: t\n")]),
  ]

  private static let tables = page(
    "reference",
    "| Permission | Description |\n| - | - |\n| `a.tables.create` | x |\n| `a.tables.get` | x |\n| `a.tables.getData` | x |\n| `a.jobs.create` | x |\n"
  )

  private static func purpose(_ permission: String, _ purpose: String) -> String {
    "| Permission | Description |\n| - | - |\n| `\(permission)` | \(purpose) |\n"
  }

  private static let lowest = page(
    "reference",
    "| Role | Title | Permissions | Lowest resource |\n| - | - | - | - |\n| `roles/low.table` | Low Table | `a.b.get` | Table or view |\n| `roles/low.dataset` | Low Dataset | `a.b.get` | Dataset |\n| `roles/low.bucket` | Low Bucket | `a.b.get` | Project or bucket |\n| `roles/low.project` | Low Project | `a.b.get` | Project |\n"
  )
}
