/// A claim that nothing proves, with what it lacks for a choice of options.
struct Lack {
  let claim: Claim
  let gaps: [Proof.Gap]
  /// The claim's grantee, and the roles that it is a member of.
  let names: Set<String>
  let role: String
  private let isDatabricks: Bool

  init?(_ proof: ClaimProof, _ access: GrantedAccess, _ options: [String]) {
    guard let trial = proof.trials.first(where: { $0.options == options })?.proof,
      trial.verdict == .unproved, !trial.isInDoubt, !trial.otherGaps.isEmpty
    else { return nil }
    claim = proof.claim
    gaps = trial.otherGaps
    isDatabricks = access.dialect == .databricks
    names = Set(access.roles(of: access.name(for: claim.grantee.value)).map(\.name))
    role = access.name(for: claim.object.value.name)
  }

  /// In what alone a right differs from what is lacking; nil where it differs in more.
  func difference(of entry: RightIndex.Entry, to gap: Proof.Gap) -> MistakenGrants.Mistake.Difference? {
    let right = entry.right
    guard let need = gap.need else { return membership(right) }
    guard let securable = right.securable else { return nil }
    let isSamePrivilege = right.names.contains(need.privilege)
    let isSamePlace =
      securable.isSameThing(as: need.securable) || (isDatabricks && securable.holds(need.securable))
    switch (isSamePrivilege, names.contains(right.grantee), isSamePlace) {
    case (false, true, true): return .privilege
    case (true, false, true): return .grantee
    case (true, true, false) where securable.isSlip(of: need.securable): return .name
    case (true, true, false) where entry.isUnknown && securable.kind == need.securable.kind: return .name
    default: return nil
    }
  }

  private func membership(_ right: UndocumentedRight) -> MistakenGrants.Mistake.Difference? {
    guard right.securable == nil, right.object.isEmpty, claim.access.value.rights.contains(.member) else {
      return nil
    }
    if right.names.contains(role) { return names.contains(right.grantee) ? nil : .grantee }
    return names.contains(right.grantee) ? .privilege : nil
  }
}

extension Securable {
  fileprivate func isSameThing(as other: Securable) -> Bool {
    kind == other.kind && isInDatabase == other.isInDatabase
      && (namesMatch(name, other.name) || namesMatch(other.name, name))
  }

  /// Whether it is the schema that all these tables lie in, and what is granted there is granted on them.
  fileprivate func holds(_ other: Securable) -> Bool {
    kind == .schema && [.allTables, .futureTables].contains(other.kind) && namesMatch(name, other.name)
  }

  fileprivate func isSlip(of other: Securable) -> Bool {
    kind == other.kind && Rolebook.isSlip(name, of: other.name)
  }
}
