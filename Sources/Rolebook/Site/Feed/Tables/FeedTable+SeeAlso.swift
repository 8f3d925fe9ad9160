extension FeedTable {
  static let seeAlso = FeedTable(
    "see_also", "The permissions that descriptions of permissions name.",
    columns: [
      Column("platform", "The system that the permission belongs to."),
      Column("permission", "The permission's name."),
      Column("other", "The permission that its description names."),
    ],
    key: ["platform", "permission", "other"],
    links: [Link(columns: ["platform", "permission"], table: "permissions", target: ["platform", "name"])],
    count: { $0.catalog.permissions.reduce(0) { $0 + $1.seeAlso.count } },
    rows: { plan, take in
      for permission in plan.catalog.permissions {
        for other in permission.seeAlso {
          take([.text(permission.platform), .text(permission.name), .text(other)])
        }
      }
    })
}
