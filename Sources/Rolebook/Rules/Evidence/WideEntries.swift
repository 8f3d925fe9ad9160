/// The entries of a role's list that stand for many names, found by what they may give.
struct WideEntries {
  private let role: RoleDeclaration
  private let reach: EntryReach
  /// By entry: what it stands for.
  private let names: [Int: Set<String>]
  /// The patterns by what stands before their first star, and how long those beginnings are, in bytes.
  private var patterns: [String: [Int]] = [:]
  private var lengths: Set<Int> = []
  /// The roles that the list takes over.
  private let roles: [Int]

  init(of role: RoleDeclaration, _ reach: EntryReach) {
    self.role = role
    self.reach = reach
    let wide = role.entries.indices.filter { !role.entries[$0].isExact }
    names = Dictionary(
      uniqueKeysWithValues: wide.map { ($0, Set(reach.names(of: role.entries[$0], role.platform))) })
    roles = wide.filter { role.entries[$0].kind == .role }
    for index in wide where role.entries[index].kind == .pattern {
      let start = String(role.entries[index].name.value.prefix { $0 != "*" })
      patterns[start, default: []].append(index)
      lengths.insert(start.utf8.count)
    }
  }

  /// The first other entry that brings all that this one stands for, as both are written and as they expand.
  func giver(of index: Int) -> Int? {
    let entry = role.entries[index]
    // A title that no role bears stands for nothing known.
    guard entry.kind == .pattern else { return nil }
    let name = Array(entry.name.value.utf8)
    let found = lengths.filter { $0 <= name.count }.flatMap {
      patterns[String(decoding: name[..<$0], as: UTF8.self)] ?? []
    }
    return (found + roles).sorted().first { $0 != index && gives($0, entry) }
  }

  private func gives(_ wide: Int, _ entry: RoleEntry) -> Bool {
    let giver = role.entries[wide]
    let isGiven = names[wide]?.contains(entry.name.value) ?? false
    guard giver.kind == .pattern else { return entry.isExact && isGiven }
    guard Wildcard(giver.name.value).matches(entry.name.value) else { return false }
    return entry.hasWildcard ? reach.names(of: entry, role.platform) != [entry.name.value] : isGiven
  }
}
