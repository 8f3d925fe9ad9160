extension FeedTable {
  static let rolePermissions = FeedTable(
    "role_permissions", "Which role holds which permission, without what it holds under a condition only.",
    columns: [
      Column("platform", "The system that both belong to."),
      Column("role", "The role's id."),
      Column("permission", "The permission's name."),
      Column("via", "The role's entries that give it, as written, with commas between."),
    ],
    key: ["platform", "role", "permission"],
    links: [
      Link(columns: ["platform", "role"], table: "roles", target: ["platform", "id"]),
      Link(columns: ["platform", "permission"], table: "permissions", target: ["platform", "name"]),
    ],
    indices: [["platform", "permission"]],
    count: { $0.roleSizes.reduce(0, +) },
    rows: { plan, take in
      let catalog = plan.catalog
      for (role, held) in zip(catalog.roles, holdings(in: catalog)) {
        for (permission, entries) in held {
          let via = entries.map { role.entries[$0].name.value }.joined(separator: ", ")
          take([
            .text(role.platform), .text(role.id), .text(catalog.permissions[permission].name), .text(via),
          ])
        }
      }
    })

  /// Beside the roles: the permissions of each, ascending, with the indices of the entries that give them.
  private static func holdings(in catalog: Catalog) -> [[(permission: Int, entries: [Int])]] {
    var held = [[(permission: Int, entries: [Int])]](repeating: [], count: catalog.roles.count)
    for (index, permission) in catalog.permissions.enumerated() {
      for holder in permission.holders { held[holder.role].append((index, holder.entries)) }
    }
    return held
  }
}
