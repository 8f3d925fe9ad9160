extension Rule {
  static let revokedAccess = Rule(
    "revoked-access", .sql, .warning, "a REVOKE takes back what the script grants, or what it never granted"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      findRevokedAccess(guide.access, refuted: refutingRevokes(catalog.proofs(of: guide)))
    }
  }

  /// `refuted` are the places of revocations that a claim is held against already.
  static func findRevokedAccess(_ access: [ScriptAccess], refuted: Set<Place> = []) -> [Finding] {
    var seen: Set<Place> = []
    return access.flatMap { access in
      access.granted.revocations.filter { !refuted.contains($0.revoke.statement.place) }
        .map(finding).filter { seen.insert($0.place).inserted }
    }
  }

  private static func refutingRevokes(_ proofs: [ClaimProof]) -> Set<Place> {
    let refutations = proofs.flatMap(\.trials).compactMap(\.proof.refutation)
    return Set(refutations.flatMap(\.statements).map(\.place))
  }

  private static func finding(_ revocation: Revocation) -> Finding {
    let revoke = revocation.revoke
    let what = "`\(revoke.privilege)` on \(revoke.securable.inWords)"
    let facts = [revoke.grantee, revoke.privilege, revoke.securable.text]
    switch revocation.of {
    case .grant(let grant):
      return Finding(
        "\(what) is taken from `\(revoke.grantee)`, which this script gives it", at: revoke.statement.place,
        related: [Related("granted here", at: grant.place)],
        help: "keep one of the two statements", facts: facts)
    case .nothing(let creation):
      return Finding(
        "\(what) is taken from `\(revoke.grantee)`, which never had it", at: revoke.statement.place,
        related: [Related("`\(revoke.grantee)` is made here, with no rights of its own", at: creation)],
        help: "drop it, or take the right from those who have it, such as `PUBLIC`", facts: facts)
    }
  }
}

/// A revocation that undoes a grant, or takes what nobody gave.
private struct Revocation {
  enum Target {
    case grant(SQLStatement)
    case nothing(created: Place)
  }

  let revoke: GrantedAccess.Event
  let of: Target
}

extension GrantedAccess {
  fileprivate var revocations: [Revocation] {
    index.grantees.flatMap { grantee in
      index.revocations(from: grantee).compactMap { position in
        target(of: position).map { Revocation(revoke: events[position], of: $0) }
      }
    }
  }

  private func target(of position: Int) -> Revocation.Target? {
    let revoke = events[position]
    let earlier = index.events(of: revoke.grantee).prefix { $0 < position }.filter { !events[$0].isRevoke }
    let later = index.events(of: revoke.grantee).drop { $0 <= position }.filter { !events[$0].isRevoke }
    // Taken and given anew: a way to begin from nothing.
    if later.contains(where: { events[$0].securable == revoke.securable }) { return nil }
    if let undone = earlier.last(where: { isUndone(events[$0], by: revoke) }) {
      return .grant(events[undone].statement)
    }
    guard !earlier.contains(where: { isTouched(events[$0], by: revoke) }), !isNamedElsewhere(revoke) else {
      return nil
    }
    return creation(of: revoke.grantee).map { .nothing(created: $0) }
  }

  /// Whether all of a grant is taken back, not only a part of it.
  private func isUndone(_ grant: Event, by revoke: Event) -> Bool {
    guard grant.privilege == revoke.privilege || revoke.privilege == "ALL" else { return false }
    return revoke.securable.reaches(grant.securable, dialect)
  }

  private func isTouched(_ grant: Event, by revoke: Event) -> Bool {
    let isSameRight = revoke.privilege == "ALL" || grant.namesPrivilege(revoke.privilege, dialect)
    return isSameRight
      && (revoke.securable.reaches(grant.securable, dialect)
        || grant.securable.reaches(revoke.securable, dialect) || revoke.securable.lies(in: grant.securable)
        || grant.securable.lies(in: revoke.securable))
  }

  /// Whether the grantee may have it otherwise: by default, as an owner, or by what could not be read.
  private func isNamedElsewhere(_ revoke: Event) -> Bool {
    defaults.contains { $0.grantee == revoke.grantee }
      || ownerships.contains { $0.owner == revoke.grantee }
      || mayBeGivenUnread(revoke.grantee)
  }

  /// Where the script makes an account that was not there before.
  private func creation(of account: String) -> Place? {
    let statement = statements.first { statement in
      switch statement.effect {
      case .createRole(let name), .createUser(let name, _), .createGroup(let name): name.value == account
      default: false
      }
    }
    return statement.flatMap { $0.traits.contains(.mayHoldMore) ? nil : $0.place }
  }
}
