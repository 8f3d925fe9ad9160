extension SitePlan {
  /// The id of the role that an assignment means by id or title; what it says where there is none.
  func roleID(_ assignment: RoleAssignment, platform: String?) -> String {
    let role = catalog.names.role(assignment.role.value, platform: platform)
    return role.map { catalog.roles[$0].id } ?? assignment.role.value
  }

  /// The ids of the roles that together hold what is required and the least besides; none where nothing is
  /// required, or some of it is in no role that can be granted there.
  func smallestRoles(for coverage: Coverage, platform: String?) -> [String] {
    if coverage.required.isEmpty { return [] }
    let cover = catalog.smallestCover(of: coverage.required, platform: platform, on: coverage.securable)
    return (cover?.roles ?? []).map { catalog.roles[$0].id }.sorted()
  }
}
