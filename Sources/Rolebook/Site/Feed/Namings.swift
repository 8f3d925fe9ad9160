/// Where roles name the permissions that no page declares.
struct Namings: Sendable {
  /// Permission → the ids of the places, ascending.
  private var places: [Int: [String]] = [:]

  init(of undeclared: PermissionSet, in catalog: Catalog, _ placeIDs: PlaceIDs) {
    if undeclared.isEmpty { return }
    for declaration in catalog.roles.flatMap(\.declarations) {
      for (entry, id) in zip(declaration.allEntries, placeIDs.entries(of: declaration)) where entry.isExact {
        let permission = catalog.names.permission(entry.name.value, platform: declaration.platform)
        if let permission, undeclared.contains(permission) { places[permission, default: []].append(id) }
      }
    }
    for permission in places.keys { places[permission]?.sort() }
  }

  subscript(permission: Int) -> [String] { places[permission] ?? [] }
}
