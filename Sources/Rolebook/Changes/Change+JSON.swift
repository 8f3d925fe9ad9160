extension Change {
  /// The change as an object: what it is about, member by member, and what was before and is after.
  var json: JSONValue {
    var members = subject.members.mapValues { JSONValue($0) }
    members["change"] = JSONValue(name)
    members["effect"] = effect.map { JSONValue($0.rawValue) }
    switch action {
    case .added(let fields): members["after"] = JSONValue(.object(fields))
    case .removed(let fields): members["before"] = JSONValue(.object(fields))
    case .renamed(let new): members["renamed_to"] = JSONValue(new)
    case .changed(let field, let before, let after):
      members["field"] = JSONValue(field)
      members["before"] = before
      members["after"] = after
    }
    return JSONValue(.object(members))
  }
}

extension Subject {
  /// Its names by what they are names of.
  var members: [String: String] {
    switch self {
    case .permission(let name): return ["permission": name.name, "platform": name.platform]
    case .role(let name): return ["role": name.name, "platform": name.platform]
    case .right(let right):
      var members = [
        "permission": right.permission, "role": right.role.name, "platform": right.role.platform,
      ]
      members["condition"] = right.condition
      return members
    case .guide(let path): return ["guide": path]
    case .option(let guide, let id): return ["guide": guide, "option": id]
    case .need(let need):
      var members = ["guide": need.guide, "permission": need.permission, "securable": need.securable]
      members["option"] = need.option
      return members
    case .claim(let claim):
      return [
        "guide": claim.guide, "option": claim.option, "role": claim.role, "access": claim.access,
        "securable": claim.securable,
      ]
    case .grant(let guide, let id): return ["guide": guide, "grant": id]
    }
  }
}
