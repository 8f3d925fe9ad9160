/// Expands the patterns of roles over the permissions that are declared.
///
/// An entry without a wildcard stands for itself, declared or not; a pattern brings declared ones only.
struct RoleExpansion {
  private let permissions: [Permission]
  private let names: NameIndex
  /// Platform → its permissions, a run of the ordered list.
  private let ranges: [String: Range<Int>]

  init(_ permissions: [Permission], _ names: NameIndex) {
    self.permissions = permissions
    self.names = names
    var ranges: [String: Range<Int>] = [:]
    for (index, permission) in permissions.enumerated() {
      let start = ranges[permission.platform]?.lowerBound ?? index
      ranges[permission.platform] = start..<index + 1
    }
    self.ranges = ranges
  }

  func expand(_ roles: inout [Role]) {
    var known: [String: [Int]] = [:]
    for index in roles.indices {
      let role = roles[index]
      var all = PermissionSet(capacity: permissions.count)
      roles[index].gifts = role.entries.map { entry in
        guard entry.kind == .pattern else { return [] }
        guard entry.hasWildcard else {
          let found = names.permission(entry.name.value, platform: role.platform)
          if let found { all.insert(found) }
          return found.map { [$0] } ?? []
        }
        let key = role.platform + " " + entry.name.value
        let found = known[key] ?? expand(entry.name.value, role.platform)
        known[key] = found
        for permission in found { all.insert(permission) }
        return found
      }
      roles[index].permissions = all
    }
    inherit(&roles)
    for index in roles.indices { roles[index].expansion = roles[index].gifts.map(\.count) }
  }

  /// Adds what roles inherit, over any number of steps; a circle adds nothing.
  private func inherit(_ roles: inout [Role]) {
    let heirs = roles.indices.filter { roles[$0].entries.contains { $0.kind == .role } }
    var changed = !heirs.isEmpty
    while changed {
      changed = false
      for heir in heirs {
        for (position, entry) in roles[heir].entries.enumerated() where entry.kind == .role {
          guard let parent = names.role(id: entry.name.value, platform: roles[heir].platform) else {
            continue
          }
          let gift = roles[parent].permissions
          if gift.count != roles[heir].gifts[position].count {
            roles[heir].gifts[position] = gift.indices
            roles[heir].permissions.formUnion(gift)
            changed = true
          }
        }
      }
    }
  }

  /// The declared permissions that a pattern with a wildcard matches.
  func expand(_ pattern: String, _ platform: String) -> [Int] {
    guard let all = ranges[platform], let star = pattern.firstIndex(of: "*") else { return [] }
    let prefix = String(pattern[..<star])
    let run = run(of: prefix, in: all)
    guard pattern.index(after: star) != pattern.endIndex else {
      return run.filter { permissions[$0].isDeclared }
    }
    let pattern = Wildcard(pattern)
    return run.filter { permissions[$0].isDeclared && pattern.matches(permissions[$0].name) }
  }

  /// The permissions whose names start so: neighbours in the ordered list.
  private func run(of prefix: String, in all: Range<Int>) -> Range<Int> {
    var low = all.lowerBound
    var high = all.upperBound
    while low < high {
      let middle = (low + high) / 2
      if permissions[middle].name < prefix { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < all.upperBound, permissions[end].name.hasPrefix(prefix) { end += 1 }
    return low..<end
  }
}

/// A pattern in which `*` stands for any text, dots included.
struct Wildcard {
  private let parts: [String]

  init(_ pattern: String) {
    parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
  }

  func matches(_ name: String) -> Bool {
    guard let first = parts.first, let last = parts.last, name.hasPrefix(first) else { return false }
    guard parts.count > 1 else { return name == first }
    var rest = name.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}

extension Role {
  /// What each permission comes through: its index, and the entries that bring it.
  var entriesByPermission: [(permission: Int, entries: [Int])] {
    let pairs = gifts.enumerated().flatMap { entry, found in found.map { (permission: $0, entry: entry) } }
      .sorted { ($0.permission, $0.entry) < ($1.permission, $1.entry) }
    var result: [(permission: Int, entries: [Int])] = []
    for pair in pairs {
      if result.last?.permission == pair.permission {
        result[result.count - 1].entries.append(pair.entry)
      } else {
        result.append((pair.permission, [pair.entry]))
      }
    }
    return result
  }
}
