import Rolebook

/// What a user's words name, or why they name nothing.
extension AccessIndex {
  /// The permissions with these names, each once, all of one platform.
  func permissions(asked names: [String], platform: String?) throws -> [Int] {
    let found = try names.map { name in
      let known = permissions(named: name)
      if known.isEmpty {
        throw Failure(
          .usage, "no page speaks of a permission `\(name)`",
          cure: Suggestion(permissions.map(\.name)).question(for: name))
      }
      return known
    }
    let platform = try self.platform(of: found, names, given: platform)
    var seen: Set<Int> = []
    return found.joined().filter { permissions[$0].platform == platform && seen.insert($0).inserted }
  }

  /// The one platform that has all of them.
  private func platform(of found: [[Int]], _ names: [String], given: String?) throws -> String {
    let each = found.map { Set($0.map { permissions[$0].platform }) }
    let shared = each.dropFirst().reduce(each.first ?? []) { $0.intersection($1) }.sorted()
    if let given {
      if shared.contains(given) { return given }
      let missing = zip(names, each).first { !$0.1.contains(given) }?.0 ?? ""
      throw Failure(.usage, "`\(given)` has no permission `\(missing)`")
    }
    switch shared.count {
    case 1: return shared[0]
    case 0:
      throw Failure(
        .usage, "these permissions are of different platforms", cure: "ask for one platform's at a time")
    default:
      throw Failure(
        .usage, "\(shared.joined(separator: " and ")) have these permissions",
        cure: "say which: --platform \(shared[0])")
    }
  }

  /// The one role with this id, title or short name.
  func role(asked name: String) throws -> Int {
    let found = roles(named: name)
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      throw Failure(
        .usage, "no page speaks of a role `\(name)`",
        cure: Suggestion(roles.flatMap { [$0.id, $0.title, String($0.shortName)] }).question(for: name))
    }
    let ids = found.prefix(4).map { "`\(roles[$0].id)`" }.joined(separator: ", ")
    let more = found.count > 4 ? " and \(found.count - 4) more" : ""
    throw Failure(.usage, "`\(name)` may be \(ids)\(more)", cure: "write the whole id")
  }
}
