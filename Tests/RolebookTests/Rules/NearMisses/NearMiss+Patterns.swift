extension NearMiss {
  static let patterns: [NearMiss] = [
    NearMiss(
      rule: "empty-pattern", why: "a service that is not documented in full",
      page: page("reference", "## `roles/z`\n\n- `b.c.*`\n")),
    NearMiss(
      rule: "empty-pattern", why: "a name in full", page: page("reference", "## `roles/z`\n\n- `b.c.d`\n")),
  ]
}
