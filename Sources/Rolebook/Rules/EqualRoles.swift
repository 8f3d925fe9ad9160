extension Rule {
  static let equalRoles = Rule(
    "equal-roles", .patterns, .info, "Roles of one service hold the very same permissions"
  ) { catalog in
    catalog.roles.indices.compactMap { index -> Finding? in
      let role = catalog.roles[index]
      let twins = role.equal.filter { catalog.roles[$0].isComparable(with: role, catalog) }
      guard !twins.isEmpty, twins.allSatisfy({ $0 > index }), role.isComparable(with: role, catalog) else {
        return nil
      }
      return finding(role, twins.map { catalog.roles[$0] })
    }
  }

  private static func finding(_ role: Role, _ twins: [Role]) -> Finding {
    let count = role.permissions.count
    let last = twins[twins.count - 1]
    return Finding(
      "`\(last.id)` holds the same permissions as \(namesInWords([role.id] + twins.dropLast().map(\.id)))",
      at: last.declaration.id.place, label: "\(count) permission\(count == 1 ? "" : "s")",
      related: ([role] + twins.dropLast()).prefix(3).map {
        Related("the same permissions", at: $0.declaration.id.place)
      },
      help:
        "check that no entry is missing or too many; say in their descriptions what tells the roles apart",
      facts: [role.platform, role.id] + twins.map(\.id))
  }
}

extension Role {
  /// Whether both have lists of their own, of one service, and all that their patterns stand for is documented.
  fileprivate func isComparable(with other: Role, _ catalog: Catalog) -> Bool {
    declaration.origin != .column && roleFamily(id) == roleFamily(other.id)
      && entries.allSatisfy { entry in
        !entry.hasWildcard
          || catalog.completeServices[platform]?.contains(nameParts(entry.name.value).service) == true
      }
  }
}
