/// The declared permissions that undeclared names are meant for. Other rules speak of such a name, and what follows
/// from it is no fault of its own.
struct MeantPermissions {
  private let catalog: Catalog
  /// Platform → an undeclared name → the permission's index.
  private let meant: [String: [String: Int]]

  init(_ catalog: Catalog) {
    self.catalog = catalog
    var names: [String: Set<String>] = [:]
    for permission in catalog.permissions where !permission.isDeclared {
      names[permission.platform, default: []].insert(permission.name)
    }
    for guide in catalog.judgedGuides {
      guard let platform = catalog.pages[guide.page].platform else { continue }
      for requirement in guide.requirements + guide.options.flatMap(\.permissions)
      where !catalog.isDeclared(requirement.permission.value, on: platform) {
        names[platform, default: []].insert(requirement.permission.value)
      }
    }
    meant = names.isEmpty ? [:] : Self.meanings(of: names, catalog)
  }

  private static func meanings(of names: [String: Set<String>], _ catalog: Catalog) -> [String: [String: Int]]
  {
    let judge = PermissionJudge(catalog)
    return names.reduce(into: [:]) { found, names in
      let (platform, written) = names
      for name in written {
        guard let declared = judge.meaning(of: name, platform) else { continue }
        found[platform, default: [:]][name] = catalog.names.permission(declared, platform: platform)
      }
    }
  }

  var isEmpty: Bool { meant.isEmpty }
  var all: Set<Int> { Set(meant.values.flatMap(\.values)) }

  func permission(meantBy name: String, _ platform: String?) -> Int? { meant[platform ?? ""]?[name] }

  /// What the undeclared entries of a role are meant for.
  func permissions(meantBy role: Role) -> Set<Int> {
    isEmpty ? [] : Set(role.entries.filter(\.isExact).compactMap { meant[role.platform]?[$0.name.value] })
  }

  /// What the undeclared names are meant for that a guide gives with these options, in lists and through roles.
  func permissions(givenBy guide: Guide, _ options: [String]) -> Set<Int> {
    if isEmpty { return [] }
    let platform = catalog.pages[guide.page].platform
    let listed = guide.options.flatMap(\.permissions).filter { $0.options.holds(for: options) }
      .compactMap { permission(meantBy: $0.permission.value, platform) }
    let held = guide.given.filter { $0.options.holds(for: options) }
      .flatMap { permissions(meantBy: catalog.roles[$0.role]) }
    return Set(listed + held)
  }
}
