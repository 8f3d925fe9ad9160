/// Where a script's grants and memberships lie, so that a claim does not have to look at all of them.
struct EventIndex: Sendable {
  private struct Key: Hashable {
    let grantee: String
    let ending: NameEnding
  }

  /// What no database accepts, by all that it may be meant for.
  private struct RefusedKey: Hashable {
    let grantee: String
    let privilege: String
    /// The last part of the thing's name, or of its schema's.
    let ending: String
  }

  private var byEnding: [Key: [Int]] = [:]
  private var byGrantee: [String: [Int]] = [:]
  private var ofAnybody: [NameEnding: [Int]] = [:]
  /// BigQuery's grantees by their names without the kind before the colon.
  private var byAccount: [Substring: String] = [:]
  private var revocations: [String: [Int]] = [:]
  private var refused: [RefusedKey: [Int]] = [:]
  private var byMember: [String: [Int]] = [:]
  private var byRole: [String: [Int]] = [:]

  /// What is on a whole database reaches things whose names leave the database out.
  private static let anywhere = NameEnding(text: "*", isWhole: false)

  mutating func add(_ event: Int, _ grantee: String, _ securable: Securable, isRevoke: Bool) {
    if isRevoke { revocations[grantee, default: []].append(event) }
    byGrantee[grantee, default: []].append(event)
    if let colon = grantee.firstIndex(of: ":") {
      let account = grantee[grantee.index(after: colon)...]
      byAccount[account] = byAccount[account] ?? grantee
    }
    for ending in securable.isWide ? [Self.anywhere] : NameEnding.all(of: securable.nameParts[...]) {
      byEnding[Key(grantee: grantee, ending: ending), default: []].append(event)
      ofAnybody[ending, default: []].append(event)
    }
  }

  /// Adds a grant that no database accepts, for lack of such a privilege there.
  mutating func add(refused event: Int, _ grantee: String, _ privilege: String, _ securable: Securable) {
    for ending in endings(of: securable) {
      refused[RefusedKey(grantee: grantee, privilege: privilege, ending: ending), default: []].append(event)
    }
  }

  mutating func add(_ membership: Int, role: String, member: String) {
    byMember[member, default: []].append(membership)
    byRole[role, default: []].append(membership)
  }

  mutating func forgetMemberships() {
    byMember = [:]
    byRole = [:]
  }

  /// The grants of a grantee that may be about a securable or what contains it, in order.
  func events(of grantee: String, near securable: Securable) -> [Int] {
    guard !securable.name.isEmpty else { return events(of: grantee) }
    let endings = Self.endings(near: securable).union([Self.anywhere])
    return Self.inOrder(endings.compactMap { byEnding[Key(grantee: grantee, ending: $0)] })
  }

  /// Anybody's grants that name what may be a securable or what contains it, in order; `wide` adds those on databases.
  func events(near securable: Securable, wide: Bool) -> [Int] {
    let endings = Self.endings(near: securable).union(wide ? [Self.anywhere] : [])
    return Self.inOrder(endings.compactMap { ofAnybody[$0] })
  }

  /// What matches the name of a thing or of what contains it.
  private static func endings(near securable: Securable) -> Set<NameEnding> {
    let parts = securable.nameParts
    if parts.count > NameEnding.mostParts { return Set(NameEnding.matching(parts[...])) }
    return Set(parts.indices.flatMap { NameEnding.matching(parts[...$0]) })
  }

  private static func inOrder(_ lists: [[Int]]) -> [Int] {
    if lists.count == 1 { return lists[0] }
    let sorted = lists.joined().sorted()
    // What matches by two of its ends lies in two of the lists.
    return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }

  /// The grantee that bears a name after its kind: `serviceAccount:sync@example.com`.
  func grantee(_ account: String) -> String? { byAccount[account[...]] }

  /// The grants of a privilege to a grantee that no database accepts, on things that share a name or a schema with one.
  func refused(_ privilege: String, of grantee: String, near securable: Securable) -> [Int] {
    if refused.isEmpty { return [] }
    return endings(of: securable).flatMap {
      refused[RefusedKey(grantee: grantee, privilege: privilege, ending: $0)] ?? []
    }
  }

  private func endings(of securable: Securable) -> Set<String> {
    Set([lastPart(securable.name)] + (securable.schema.map { [lastPart($0)] } ?? []))
  }

  func revocations(from grantee: String) -> [Int] { revocations[grantee] ?? [] }
  func events(of grantee: String) -> [Int] { byGrantee[grantee] ?? [] }
  var grantees: [String] { byGrantee.keys.sorted() }

  /// The memberships that somebody has, and that a role gives.
  func memberships(of member: String) -> [Int] { byMember[member] ?? [] }
  func memberships(in role: String) -> [Int] { byRole[role] ?? [] }
}

extension Securable {
  /// Whether it may be about things whose names leave the database out.
  var isWide: Bool { isInDatabase || kind == .database || name.isEmpty }

  /// The parts of its name, in lower case.
  var nameParts: [Substring] { name.lowercased().split(separator: ".", omittingEmptySubsequences: false) }
}
