/// The grants of one choice of options, held against the claims that hold for it.
struct GrantReview {
  let access: GrantedAccess
  private let claims: ClaimIndex
  /// Statements that `refuted-access` speaks of.
  let refuting: Set<Place>

  init(_ access: GrantedAccess, _ proofs: [ClaimProof], options: [String]) {
    self.access = access
    let applying = proofs.filter { $0.claim.options.holds(for: options) }
    claims = ClaimIndex(applying.map(\.claim), access)
    let refutations = applying.flatMap(\.trials).compactMap(\.proof.refutation)
    refuting = Set(refutations.flatMap(\.statements).map(\.place))
  }

  var undocumented: [UndocumentedRight] {
    undocumentedGrants + undocumentedDefaults + undocumentedMemberships
  }

  private var undocumentedGrants: [UndocumentedRight] {
    access.events.filter(isJudged).flatMap { event in
      event.privileges.filter { isStanding(event, $0) && !isDocumented(event, $0) }.map {
        UndocumentedRight(
          names: [$0], object: event.securable.inWords, securable: event.securable, grantee: event.grantee,
          statement: event.statement)
      }
    }
  }

  /// What statements mean to give and no database accepts, for lack of such a privilege there.
  var refused: [UndocumentedRight] {
    access.events.filter { !$0.isRevoke && $0.isInvalid(access.dialect) }.map {
      UndocumentedRight(
        names: [$0.privilege], object: $0.securable.inWords, securable: $0.securable, grantee: $0.grantee,
        statement: $0.statement)
    }
  }

  /// All that statements give, documented or not.
  var given: [UndocumentedRight] {
    access.events.filter { !$0.isRevoke }.map {
      UndocumentedRight(
        names: [$0.privilege], object: $0.securable.inWords, securable: $0.securable, grantee: $0.grantee,
        statement: $0.statement)
    }
      + access.memberships.map {
        UndocumentedRight(names: [$0.role], object: "", grantee: $0.member, statement: $0.statement)
      }
  }

  /// Access to warehouses, functions and the like is judged where the table speaks of such things.
  private func isJudged(_ event: GrantedAccess.Event) -> Bool {
    guard !event.isRevoke, !refuting.contains(event.statement.place),
      event.isInvalid(access.dialect) == false
    else { return false }
    return Self.followed.contains(event.securable.kind)
      || claims.speakOf(event.securable.kind)
  }

  private static let followed: Set<Securable.Kind> = [
    .organization, .folder, .project, .dataset, .database, .schema, .table, .view, .allTables, .futureTables,
    .allViews, .futureViews, .allSchemas, .futureSchemas,
  ]

  private func isStanding(_ event: GrantedAccess.Event, _ privilege: String) -> Bool {
    let principal = GrantedAccess.Principal(name: event.grantee, path: [])
    let standing = access.standing(of: AccessNeed(privilege, event.securable), for: [principal])
    if case .lost = standing { return false }
    return true
  }

  private func isDocumented(_ event: GrantedAccess.Event, _ privilege: String) -> Bool {
    let securable = event.securable
    if access.dialect == .bigquery {
      return claims.claims(of: event.grantee).contains { isAbout($0.claim, securable) }
    }
    // Nothing in a database is reached without these.
    if isWayIn(privilege, securable) { return claims.name(event.grantee) }
    return claims.document(privilege, on: securable, of: event.grantee) {
      securable.isSaid(by: $0, access.dialect)
    }
  }

  private func isWayIn(_ privilege: String, _ securable: Securable) -> Bool {
    switch securable.kind {
    case .database: ["CONNECT", "USAGE", "USE CATALOG", "IMPORTED PRIVILEGES"].contains(privilege)
    case .allSchemas, .futureSchemas: ["USAGE", "USE SCHEMA"].contains(privilege)
    default: false
    }
  }

  private func isAbout(_ claim: Claim, _ securable: Securable) -> Bool {
    securable.coversInBigQuery(claim.object.value) || claim.object.value.coversInBigQuery(securable)
  }

  private var undocumentedDefaults: [UndocumentedRight] {
    access.defaults.filter { !$0.isRevoke }.flatMap { given in
      let privileges =
        given.privilege == "ALL" ? Securable(.allTables).allPrivileges : [given.privilege]
      return privileges.filter { !isDocumented(given, $0) }.map { privilege in
        let schemas = given.schemas.isEmpty ? "" : " in schema \(listInWords(given.schemas))"
        return UndocumentedRight(
          names: [privilege], object: "future tables" + schemas,
          securable: given.schemas.first.map { Securable(.futureTables, $0) }, grantee: given.grantee,
          statement: given.statement)
      }
    }
  }

  private func isDocumented(_ given: GrantedAccess.Default, _ privilege: String) -> Bool {
    claims.things(with: privilege, of: given.grantee).contains {
      $0.kind == .allTables && given.reaches($0.name)
    }
  }

  private var undocumentedMemberships: [UndocumentedRight] {
    access.memberships.filter { !isDocumented($0) }.map {
      UndocumentedRight(names: [$0.role], object: "", grantee: $0.member, statement: $0.statement)
    }
  }

  /// A membership is documented by a claim of it, or by one that its member's rights come to through it.
  private func isDocumented(_ membership: GrantedAccess.Membership) -> Bool {
    let roles = access.principals(of: membership.role).map(\.name)
    return claims.claims(of: membership.member).contains { claim, needs in
      if claim.access.value.rights.contains(.member) {
        return roles.contains(access.name(for: claim.object.value.name))
      }
      return (needs ?? []).contains { need in
        roles.contains { role in
          access.index.events(of: role, near: need.securable).contains {
            access.events[$0].gives(need, to: role, access.dialect)
          }
        }
      }
    }
  }
}

extension Securable {
  /// Whether a claim that needs a right there speaks of one here: on the same level or below, not above.
  fileprivate func isSaid(by needed: Securable, _ dialect: Dialect) -> Bool {
    if lies(in: needed) { return true }
    if [.futureTables, .allViews, .futureViews].contains(kind) || (kind == .schema && dialect == .databricks)
    {
      if needed.kind == .allTables, namesMatch(name, needed.name) { return true }
    }
    if kind == .allTables, needed.kind != .allTables { return false }
    return reaches(needed, dialect)
  }
}
