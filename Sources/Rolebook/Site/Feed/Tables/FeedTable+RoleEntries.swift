extension FeedTable {
  static let roleEntries = FeedTable(
    "role_entries", "The entries of roles, as written: permissions, patterns, and roles that are inherited.",
    columns: [
      Column("platform", "The system that the role belongs to."),
      Column("role", "The role's id."),
      Column("position", "From 1, in the order written.").number,
      Column("entry", "As written: bigquery.tables.*."),
      Column("permission_count", "How many permissions it gives.").number,
    ],
    key: ["platform", "role", "position"],
    links: [Link(columns: ["platform", "role"], table: "roles", target: ["platform", "id"])],
    count: { $0.catalog.roles.reduce(0) { $0 + $1.entries.count } },
    rows: { plan, take in
      for role in plan.catalog.roles {
        for (index, (entry, count)) in zip(role.entries, role.expansion).enumerated() {
          take([
            .text(role.platform), .text(role.id), .number(index + 1), .text(entry.name.value), .number(count),
          ])
        }
      }
    })
}
