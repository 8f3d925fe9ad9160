import Rolebook

/// The answer to `compare` in words and as JSON.
struct ComparisonAnswer {
  private let comparison: RoleComparison
  private let index: AccessIndex

  init(_ comparison: RoleComparison, _ index: AccessIndex) {
    self.comparison = comparison
    self.index = index
  }

  // MARK: Words

  /// A line for each difference, with as many permissions as it has room for.
  var text: String {
    let (left, right) = names
    switch comparison.relation {
    case .equal: return head + "\n"
    case .less: return fitted(head, comparison.onlyRight)
    case .more: return fitted(head, comparison.onlyLeft)
    case .other:
      return head + "\n" + fitted("only \(left): \(comparison.onlyLeft.count):", comparison.onlyLeft)
        + fitted("only \(right): \(comparison.onlyRight.count):", comparison.onlyRight)
    }
  }

  /// Every permission that only one of them holds, by its whole name.
  var list: String {
    let (left, right) = names
    let only = [(left, comparison.onlyLeft), (right, comparison.onlyRight)].filter { !$0.1.isEmpty }
    return only.map { name, permissions in
      "only \(name):\n" + permissions.map { "  \(index.permissions[$0].name)\n" }.joined()
    }.joined() + (only.isEmpty ? head + "\n" : "")
  }

  private var names: (String, String) {
    let names = index.shortNames(of: [comparison.left, comparison.right])
    return (names[0], names[1])
  }

  private var head: String {
    let (left, right) = names
    let shared = counted(comparison.shared.count, "permission")
    return switch comparison.relation {
    case .equal: "\(left) and \(right) hold the same \(shared)"
    case .less: "\(right) = \(left) + \(comparison.onlyRight.count):"
    case .more: "\(left) = \(right) + \(comparison.onlyLeft.count):"
    case .other:
      comparison.shared.isEmpty
        ? "\(left) and \(right) share nothing" : "\(left) and \(right) share \(shared)"
    }
  }

  /// A line of at most about 100 columns.
  private func fitted(_ lead: String, _ permissions: [Int]) -> String {
    var line = lead
    for (order, name) in shortNames(permissions).enumerated() {
      let next = (order == 0 ? " " : "  ") + name
      if line.utf8.count + next.utf8.count > 96, order > 0 { return line + " …\n" }
      line += next
    }
    return line + "\n"
  }

  /// Without the service where all are of one.
  private func shortNames(_ permissions: [Int]) -> [String] {
    let names = permissions.map { index.permissions[$0].name }
    let services = Set(names.map { $0.prefix { $0 != "." } })
    guard services.count == 1, let service = services.first, names.allSatisfy({ $0.count > service.count })
    else {
      return names
    }
    return names.map { String($0.dropFirst(service.count + 1)) }
  }

  // MARK: JSON

  var json: [UInt8] {
    var json = JSON()
    json.object { json in
      json.member("left", index.roles[comparison.left].id)
      json.member("only_left", comparison.onlyLeft.map { index.permissions[$0].name })
      json.member("only_right", comparison.onlyRight.map { index.permissions[$0].name })
      json.member("relation", comparison.relation.rawValue)
      json.member("right", index.roles[comparison.right].id)
      json.member("shared", comparison.shared.map { index.permissions[$0].name })
    }
    return json.finish()
  }
}
