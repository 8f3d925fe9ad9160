/// Claims to be found by who has what they claim, by the privileges that they document, and by the things that these
/// are on.
struct ClaimIndex {
  /// A claim and what it needs; nil where the dialect has no such access.
  typealias Entry = (claim: Claim, needs: [AccessNeed]?)

  /// What is documented for whom; the privilege is nil where the dialect has no such access.
  private struct Right: Hashable {
    let principal: String
    let privilege: String?
  }

  private struct Key: Hashable {
    let right: Right
    let part: Substring
    /// Whether it is the last part of the name.
    let isOwn: Bool
  }

  private let entries: [Entry]
  private var byPrincipal: [String: [Int]] = [:]
  private var byRight: [Right: Set<Securable>] = [:]
  private var byPart: [Key: Set<Securable>] = [:]
  private let kinds: Set<Securable.Kind>

  /// What is on a whole database may be about things of any name.
  private static let anywhere: Substring = "*"

  init(_ claims: [Claim], _ access: GrantedAccess) {
    entries = claims.map { ($0, $0.needs(in: access.dialect)) }
    kinds = Set(claims.map(\.object.value.kind))
    for (index, entry) in entries.enumerated() {
      let principals = access.principals(of: access.name(for: entry.claim.grantee.value))
      let documented =
        entry.needs?.flatMap { need in entry.claim.documented(by: need).map { ($0, need.securable) } }
        ?? [(nil, entry.claim.object.value)]
      for name in Set(principals.map(\.name)) {
        byPrincipal[name, default: []].append(index)
        for (privilege, thing) in documented { add(Right(principal: name, privilege: privilege), thing) }
      }
    }
  }

  private mutating func add(_ right: Right, _ thing: Securable) {
    byRight[right, default: []].insert(thing)
    let parts = thing.isWide ? [Self.anywhere] : thing.nameParts
    for part in Set(parts.dropLast()) {
      byPart[Key(right: right, part: part, isOwn: false), default: []].insert(thing)
    }
    if let own = parts.last { byPart[Key(right: right, part: own, isOwn: true), default: []].insert(thing) }
  }

  func speakOf(_ kind: Securable.Kind) -> Bool { kinds.contains(kind) }

  /// The claims of a grantee and of its members, who have what it has.
  func claims(of grantee: String) -> [Entry] { (byPrincipal[grantee] ?? []).map { entries[$0] } }

  /// Whether a grantee has any claim.
  func name(_ grantee: String) -> Bool { byPrincipal[grantee] != nil }

  /// The things that claims of a grantee document a privilege on.
  func things(with privilege: String, of grantee: String) -> Set<Securable> {
    byRight[Right(principal: grantee, privilege: privilege)] ?? []
  }

  /// Whether claims of a grantee document a privilege on something that a thing is said by, or have no such access to
  /// the thing; only what it lies in and what lies in it is asked.
  func document(
    _ privilege: String, on thing: Securable, of grantee: String, saidBy isSaid: (Securable) -> Bool
  ) -> Bool {
    has(Right(principal: grantee, privilege: privilege), near: thing, where: isSaid)
      || has(Right(principal: grantee, privilege: nil), near: thing) { $0 == thing }
  }

  private func has(_ right: Right, near thing: Securable, where isMeant: (Securable) -> Bool) -> Bool {
    guard let all = byRight[right] else { return false }
    if thing.isWide { return all.contains(where: isMeant) }
    let parts = thing.nameParts
    return (parts + [Self.anywhere]).contains { contains(right, $0, isOwn: true, isMeant) }
      || parts.last.map { contains(right, $0, isOwn: false, isMeant) } ?? false
  }

  private func contains(
    _ right: Right, _ part: Substring, isOwn: Bool, _ isMeant: (Securable) -> Bool
  ) -> Bool {
    byPart[Key(right: right, part: part, isOwn: isOwn)]?.contains(where: isMeant) ?? false
  }
}

extension Claim {
  /// The privileges that a need of the claim documents; who may write is not kept from reading.
  fileprivate func documented(by need: AccessNeed) -> [String] {
    let reads = access.value.rights.contains(.write) && tablePrivileges.contains(need.privilege)
    return reads && need.privilege != "SELECT" ? [need.privilege, "SELECT"] : [need.privilege]
  }
}
