extension Truth {
  /// The living role that holds the most names of a service, and how many; the first of several.
  func widestRole(of service: String) -> (role: TruthRole, count: Int)? {
    var names = PermissionSet(capacity: permissions.count)
    for index in services[service] ?? [] { names.insert(index) }
    var widest: (role: TruthRole, count: Int)?
    for role in roles where role.deletion == nil {
      let count = role.held?.permissions.intersection(names).count ?? 0
      if count > widest?.count ?? 0 { widest = (role, count) }
    }
    return widest
  }

  /// How many living roles a family has.
  func size(ofFamily family: String) -> Int { families[family]?.count ?? 0 }
}
