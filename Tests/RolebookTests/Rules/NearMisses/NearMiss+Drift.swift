extension NearMiss {
  /// Beside the reference page, which the truth `real` is true to.
  static let drift: [NearMiss] = [
    NearMiss(
      rule: "vanished-permission", why: "a truth that the pages agree with", page: guide("Text.\n"),
      truth: real
    ),
    NearMiss(
      rule: "vanished-permission", why: "a service that the truth has nothing of",
      page: page("reference", "| Permission | Description |\n| - | - |\n| `z.b.get` | Gets |\n"), truth: real),
    NearMiss(
      rule: "vanished-permission", why: "held by a documented role that the truth does not list",
      page: page(
        "reference",
        "| Permission | Description |\n| - | - |\n| `a.c.get` | Gets |\n\n## `roles/y.reader`\n\n- `a.c.get`\n"
      ),
      truth: real),
    NearMiss(
      rule: "vanished-permission", why: "what only a pattern brings",
      page: page("reference", "## `roles/a.other`\n\n- `a.none.*`\n"), truth: real),
    NearMiss(
      rule: "vanished-permission", why: "a truth of one role, whose service has many more",
      page: page(
        "reference",
        "| Permission | Description |\n| - | - |\n| `c.b.get` | Gets |\n| `c.b.put` | Puts |\n| `c.b.cut` | Cuts |\n"
      ),
      truth: #"{"name": "roles/a.viewer", "includedPermissions": ["a.b.get", "a.b.list", "c.b.get"]}"#),
    NearMiss(
      rule: "vanished-permission", why: "a list of roles without their permissions", page: guide("Text.\n"),
      truth: #"[{"name": "roles/a.viewer"}, {"name": "roles/a.editor"}, {"name": "roles/a.setter"}]"#),
    NearMiss(
      rule: "vanished-permission", why: "a superseded page",
      page:
        "---\ntitle: R\nkind: reference\nplatform: p\nstatus: superseded\n---\n| Permission | Description |\n| - | - |\n| `a.c.get` | Gets |\n",
      truth: real),
    NearMiss(
      rule: "vanished-permission", why: "held upstream in a pattern", page: guide("Text.\n"),
      truth: #"[{"name": "roles/a.viewer", "includedPermissions": ["a.b.*"]}]"#),
    NearMiss(
      rule: "vanished-role", why: "basic roles, which dumps leave out",
      page: guide("| Role | On |\n| - | - |\n| `roles/viewer` | project |\n"), truth: real),
    NearMiss(
      rule: "vanished-role", why: "a custom role",
      page: guide("| Role | On |\n| - | - |\n| `projects/x/roles/reader` | project |\n"), truth: real),
    NearMiss(
      rule: "vanished-role", why: "declared as custom",
      page: page("reference", "## `roles/a.mine`\n\nKind: custom\n\n- `a.b.get`\n"), truth: real),
    NearMiss(
      rule: "vanished-role", why: "a service that the truth has no role of",
      page: guide("| Role | On |\n| - | - |\n| `roles/z.viewer` | project |\n"), truth: real),
    NearMiss(
      rule: "vanished-role", why: "a truth of one role", page: guide("Text.\n"),
      truth: #"{"name": "roles/a.viewer", "includedPermissions": ["a.b.get", "a.b.list"]}"#),
    NearMiss(
      rule: "vanished-role", why: "a list of few roles of many", page: guide("Text.\n"),
      truth: #"[{"name": "roles/a.viewer", "includedPermissions": ["a.b.get", "a.b.list"]}]"#),
    NearMiss(
      rule: "lost-permission", why: "what only a pattern brings", page: guide("Text.\n"),
      truth: real.replacing(#""a.b.get", "a.b.list", "a.b.set""#, with: #""a.b.get""#)),
    NearMiss(
      rule: "lost-permission", why: "a role that the truth describes without its permissions",
      page: guide("Text.\n"), truth: #"[{"name": "roles/a.viewer", "title": "Viewer"}]"#),
    NearMiss(
      rule: "lost-permission", why: "held upstream in a pattern", page: guide("Text.\n"),
      truth: #"[{"name": "roles/a.viewer", "includedPermissions": ["a.*"]}]"#),
    NearMiss(
      rule: "lost-permission", why: "held under a condition only",
      page: page(
        "reference",
        "| Permission | Viewer | Owner |\n| - | - | - |\n| `a.b.set` | own projects only | ✓ |\n| `a.b.get` | ✓ | ✓ |\n"
      ),
      truth: real),
    NearMiss(
      rule: "drifted-title", why: "marks of Markdown and blanks",
      page: page(
        "reference", "## `roles/a.raw`\n\nTitle: Raw PKCS 1 Reader\n\n- `a.b.get`\n"),
      truth: #"[{"name": "roles/a.raw", "title": "Raw  PKCS#1 Reader", "includedPermissions": ["a.b.get"]}]"#),
    NearMiss(
      rule: "drifted-title", why: "a role without a title here",
      page: page("reference", "## `roles/a.raw`\n\n- `a.b.get`\n"),
      truth: #"[{"name": "roles/a.raw", "title": "Raw", "includedPermissions": ["a.b.get"]}]"#),
    NearMiss(
      rule: "drifted-title", why: "a role without a title there", page: guide("Text.\n"),
      truth: #"[{"name": "roles/a.viewer", "title": ""}, {"name": "roles/a.editor"}]"#),
    NearMiss(
      rule: "drifted-stage", why: "another word for the same stage",
      page: page(
        "reference", "## `roles/a.raw`\n\nStage: alpha\n\n- `a.b.get`\n"),
      truth: #"[{"name": "roles/a.raw", "stage": "EAP", "includedPermissions": ["a.b.get"]}]"#),
    NearMiss(
      rule: "drifted-stage", why: "a word that is no stage of ours", page: guide("Text.\n"),
      truth: #"[{"name": "roles/a.viewer", "stage": "STAGE_UNSPECIFIED"}]"#),
    NearMiss(
      rule: "drifted-stage", why: "no stage upstream",
      page: page("reference", "## `roles/a.raw`\n\nStage: beta\n\n- `a.b.get`\n"),
      truth: #"[{"name": "roles/a.raw", "includedPermissions": ["a.b.get"]}]"#),
    NearMiss(
      rule: "drifted-stage", why: "pages that give no role a stage",
      page: page(
        "reference", (0..<12).map { "## `roles/a.r\($0)`\n\n- `a.b.get`\n\n" }.joined()),
      truth: "[" + (0..<12).map { #"{"name": "roles/a.r\#($0)", "stage": "BETA"}"# }.joined(separator: ",")
        + "]"),
    NearMiss(
      rule: "undocumented-upstream", why: "a documented pattern takes it in",
      page: page("reference", "## `roles/x.all`\n\n- `x.y.*`\n"),
      truth: #"[{"name": "roles/x.all", "includedPermissions": ["x.y.new", "x.y.old"]}]"#),
    NearMiss(
      rule: "undocumented-upstream", why: "a role that lists nothing",
      page: page("reference", "| Role | Title |\n| - | - |\n| `roles/a.raw` | Raw |\n"),
      truth: #"[{"name": "roles/a.raw", "title": "Raw", "includedPermissions": ["a.b.get"]}]"#),
    NearMiss(
      rule: "undocumented-upstream", why: "inherited from a role that the pages do not describe",
      page: page("reference", "## `roles/x.all`\n\n- `x.y.get`\n- all permissions of `roles/x.base`\n"),
      truth: #"[{"name": "roles/x.all", "includedPermissions": ["x.y.get", "x.y.new"]}]"#),
    NearMiss(
      rule: "undocumented-upstream", why: "a service that is not documented in full",
      page: page("reference", "| Permission | Description |\n| - | - |\n| `x.b.get` | Gets |\n"),
      truth: #"[{"name": "roles/x.all", "includedPermissions": ["x.b.get", "x.b.new"]}]"#),
  ]

  /// What the reference page says, as a dump of the real system.
  static let real = """
    {"roles": [
      {"name": "roles/a.viewer", "title": "Viewer", "includedPermissions": ["a.b.get", "a.b.list"]},
      {"name": "roles/a.editor", "title": "Editor", "includedPermissions": ["a.b.get", "a.b.list", "a.b.set"]},
      {"name": "roles/a.setter", "title": "Setter", "includedPermissions": ["a.b.set"]}
    ]}
    """
}
