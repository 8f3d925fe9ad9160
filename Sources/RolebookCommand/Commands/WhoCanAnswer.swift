import Rolebook

/// The answer to `who-can` in words and as JSON.
struct WhoCanAnswer {
  private let answer: WhoCan
  private let index: AccessIndex
  private let wanted: PermissionSet

  init(_ answer: WhoCan, _ index: AccessIndex) {
    self.answer = answer
    self.index = index
    wanted = answer.set(in: index)
  }

  /// Whether some role or set of roles holds all that was asked for.
  var hasRoles: Bool { !answer.roles.isEmpty || answer.cover != nil }

  /// Why there is no answer.
  var regret: String {
    let names = answer.unheld.map { "`\(index.permissions[$0].name)`" }.joined(separator: ", ")
    return "no role that can be granted on \(level) holds \(names.isEmpty ? "them" : names)"
      + (conditions.isEmpty ? "" : "\n" + conditions)
  }

  // MARK: Words

  /// At most `limit` roles, each in a line, and the set of roles that gives less than any of them.
  func text(limit: Int?) -> String {
    let set = smallestSet
    // A role that holds far more than it is named as the bound of what follows.
    let isBoundOnly = set != nil && answer.roles.count == 1
    var lines = isBoundOnly || answer.roles.isEmpty ? "" : list(limit)
    if let set { lines += set + "\n" }
    if !conditions.isEmpty { lines += conditions + "\n" }
    if wanted.count > 1, answer.cover?.excess(beyond: wanted) != 0 {
      lines += "exactly these: a custom role — add --as gcloud | yaml | terraform\n"
    }
    return lines
  }

  private func list(_ limit: Int?) -> String {
    let shown = answer.roles.prefix(limit ?? answer.roles.count)
    let rows = shown.enumerated().map { order, index in
      let role = self.index.roles[index]
      let count = role.permissions.count
      return order == 0
        ? [role.id, counted(count, "permission"), "\(role.file):\(role.line)", "narrowest"]
        : [role.id, String(count)]
    }
    let left = answer.roles.count - shown.count
    return aligned(rows) + (left > 0 ? "and \(left) more: --all lists them\n" : "")
  }

  /// The set of several roles that gives less than the narrowest single one.
  private var smallestSet: String? {
    guard let cover = answer.cover, cover.roles.count > 1 else { return nil }
    let bound = answer.roles.first.map { " below " + index.shortNames(of: [$0])[0] } ?? ""
    let excess = cover.excess(beyond: wanted)
    return "no single role\(bound); smallest \(cover.roles.count == 2 ? "pair" : "set"): "
      + index.shortNames(of: cover.roles).joined(separator: " + ")
      + ", \(counted(cover.held.count, "permission")), \(excess == 0 ? "nothing" : String(excess)) more than asked (on \(level))"
  }

  private var conditions: String {
    answer.conditional.map { role in
      let texts = index.roles[role].conditions.filter { wanted.contains($0.permission) }.map(\.text)
      return "under a condition: \(index.roles[role].id) (\(Set(texts).sorted().joined(separator: "; ")))"
    }.joined(separator: "\n")
  }

  private var level: String { (answer.level == .organization ? "an " : "a ") + answer.level.rawValue }

  // MARK: JSON

  var json: [UInt8] {
    var json = JSON()
    json.object { json in
      json.member("conditional") { $0.array(answer.conditional) { write($1, to: &$0) } }
      if let cover = answer.cover {
        json.member("cover") { json in
          json.object { json in
            json.member("excess_count", cover.excess(beyond: wanted))
            json.member("permission_count", cover.held.count)
            json.member("roles", cover.roles.map { index.roles[$0].id })
          }
        }
      }
      json.member("on", answer.level.rawValue)
      json.member("permissions", answer.wanted.map { index.permissions[$0].name })
      json.member("platform", ifPresent: answer.wanted.first.map { index.permissions[$0].platform })
      json.member("roles") { $0.array(answer.roles) { write($1, to: &$0) } }
      json.member("unheld", answer.unheld.map { index.permissions[$0].name })
    }
    return json.finish()
  }

  private func write(_ index: Int, to json: inout JSON) {
    let role = self.index.roles[index]
    let conditions = role.conditions.filter { wanted.contains($0.permission) }
    json.object { json in
      if !conditions.isEmpty { json.member("conditions", Set(conditions.map(\.text)).sorted()) }
      json.member("excess_count", role.permissions.subtracting(wanted).count)
      json.member("file", role.file)
      json.member("id", role.id)
      json.member("line", role.line)
      json.member("permission_count", role.permissions.count)
      if role.stage != .ga { json.member("stage", role.stage.rawValue) }
      if role.title != role.id { json.member("title", role.title) }
    }
  }
}
