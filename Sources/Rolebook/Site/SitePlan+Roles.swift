extension SitePlan {
  /// The id of the role that an assignment means by id or title; what it says where there is none.
  func roleID(_ assignment: RoleAssignment, platform: String?) -> String {
    let role = catalog.names.role(assignment.role.value, platform: platform)
    return role.map { catalog.roles[$0].id } ?? assignment.role.value
  }

  /// The roles that alone hold all of these with the fewest permissions, by id.
  func smallestRoles(covering required: PermissionSet, platform: String?) -> [String] {
    guard !required.isEmpty, let shelf = platforms.first(where: { $0.name == platform }) else { return [] }
    let covering = shelf.roles.filter { required.isSubset(of: catalog.roles[$0].permissions) }
    let smallest = covering.map { roleSizes[$0] }.min()
    return covering.filter { roleSizes[$0] == smallest }.map { catalog.roles[$0].id }
  }
}
