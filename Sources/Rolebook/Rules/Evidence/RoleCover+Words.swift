extension RoleCover {
  /// "role that holds it is `a`, with 2 permissions more".
  func inWords(beyond wanted: PermissionSet, _ catalog: Catalog) -> String {
    let excess = excess(beyond: wanted)
    let object = wanted.count == 1 ? "it" : "them"
    let more = excess == 0 ? "and nothing else" : "with \(excess) permission\(excess == 1 ? "" : "s") more"
    let verb = roles.count == 1 ? "role that holds \(object) is" : "roles that hold \(object) are"
    return "\(verb) \(listInWords(roles.map { catalog.roles[$0].id })), \(more)"
  }
}
