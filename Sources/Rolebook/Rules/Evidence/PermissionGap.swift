/// Requirements on one securable that nothing grants.
struct PermissionGap {
  let securable: Securable
  private(set) var requirements: [Requirement]

  init(securable: Securable, requirements: [Requirement]) {
    self.securable = securable
    self.requirements = requirements
  }

  mutating func add(_ requirement: Requirement) {
    if !names.contains(requirement.permission.value) { requirements.append(requirement) }
  }

  var names: [String] { requirements.map(\.permission.value) }

  func permissions(_ guide: Guide, _ catalog: Catalog) -> PermissionSet {
    var set = PermissionSet(capacity: catalog.permissions.count)
    let platform = catalog.pages[guide.page].platform
    for name in names {
      if let index = catalog.names.permission(name, platform: platform) { set.insert(index) }
    }
    return set
  }

  /// The smallest documented roles that hold what is missing.
  func cure(_ guide: Guide, _ catalog: Catalog) -> String {
    let wanted = permissions(guide, catalog)
    let platform = catalog.pages[guide.page].platform
    guard let cover = catalog.smallestCover(of: wanted, platform: platform, on: securable) else {
      return "no documented role holds \(names.count == 1 ? "it" : "them all"): add a custom role"
    }
    return "the smallest documented " + cover.inWords(beyond: wanted, catalog)
  }
}
