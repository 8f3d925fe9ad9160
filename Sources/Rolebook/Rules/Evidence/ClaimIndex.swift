/// Claims to be found by who has what they claim, and by the things that they need rights on.
struct ClaimIndex {
  /// A claim and what it needs; nil where the dialect has no such access.
  typealias Entry = (claim: Claim, needs: [AccessNeed]?)

  private struct Key: Hashable {
    let principal: String
    let part: Substring
    /// Whether it is the last part of the name.
    let isOwn: Bool
  }

  private let entries: [Entry]
  private var byPrincipal: [String: [Int]] = [:]
  private var byPart: [Key: [Int]] = [:]
  private let kinds: Set<Securable.Kind>

  /// What is on a whole database may be about things of any name.
  private static let anywhere: Substring = "*"

  init(_ claims: [Claim], _ access: GrantedAccess) {
    entries = claims.map { ($0, $0.needs(in: access.dialect)) }
    kinds = Set(claims.map(\.object.value.kind))
    for (index, entry) in entries.enumerated() {
      let principals = access.principals(of: access.name(for: entry.claim.grantee.value))
      let things = entry.needs?.map(\.securable) ?? [entry.claim.object.value]
      for name in Set(principals.map(\.name)) { add(index, name, things) }
    }
  }

  private mutating func add(_ index: Int, _ principal: String, _ things: [Securable]) {
    byPrincipal[principal, default: []].append(index)
    let keys = things.flatMap { thing in
      let parts = thing.isWide ? [Self.anywhere] : thing.nameParts
      return parts.enumerated().map { position, part in
        Key(principal: principal, part: part, isOwn: position == parts.count - 1)
      }
    }
    for key in Set(keys) { byPart[key, default: []].append(index) }
  }

  func speakOf(_ kind: Securable.Kind) -> Bool { kinds.contains(kind) }

  /// The claims of a grantee and of its members, who have what it has.
  func claims(of grantee: String) -> [Entry] { (byPrincipal[grantee] ?? []).map { entries[$0] } }

  /// Those of them that may be about a thing, what it lies in, or what lies in it.
  func claims(of grantee: String, near thing: Securable) -> [Entry] {
    if thing.isWide { return claims(of: grantee) }
    let parts = thing.nameParts
    var keys = (parts + [Self.anywhere]).map { Key(principal: grantee, part: $0, isOwn: true) }
    if let own = parts.last { keys.append(Key(principal: grantee, part: own, isOwn: false)) }
    return Set(keys.flatMap { byPart[$0] ?? [] }).sorted().map { entries[$0] }
  }
}
