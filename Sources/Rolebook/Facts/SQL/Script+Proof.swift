import Markdown

extension Script {
  /// Holds a claim against what the script grants to a reader with these options.
  ///
  /// `roleHolds` says whether a role, by id or title, has all these permissions, and `assigned` is what the
  /// guide gives outside its SQL; only BigQuery's claims ask for them.
  func prove(
    _ claim: Claim, options: [String], roleHolds: (String, [String]) -> Bool = { _, _ in false },
    assigned: AssignedAccess = AssignedAccess()
  ) -> Proof {
    GrantedAccess(self, options: options).prove(claim, roleHolds: roleHolds, assigned: assigned)
  }
}

extension GrantedAccess {
  /// Judges a claim as the dialect grants access: by roles in BigQuery, elsewhere by privileges.
  func prove(
    _ claim: Claim, roleHolds: (String, [String]) -> Bool, assigned: AssignedAccess
  ) -> Proof {
    dialect == .bigquery
      ? proveByRoles(claim, roleHolds: roleHolds, assigned: assigned) : proveByPrivileges(claim)
  }

  /// Judges a claim by privileges and memberships.
  private func proveByPrivileges(_ claim: Claim) -> Proof {
    let principals = principals(of: name(for: claim.grantee.value))
    var trial = Trial()
    if claim.access.value.rights.contains(.member) { tryMembership(claim, principals[0].name, &trial) }
    if let needs = claim.needs(in: dialect) {
      tryPrivileges(needs, claim, principals, &trial)
      if trial.refutation == nil { trial.refutation = schemaOnlyGrant(claim, needs, principals) }
    } else {
      trial.gaps.append(Proof.Gap(claim.noSuchAccess))
    }
    trial.isInDoubt = mayBeGivenUnread(claim.grantee.value, claim.object.value.name)
    trial.isMisspelled = isMisspelled(trial.gaps, principals)
    let missing = trial.gaps.isEmpty ? trial.defaults : trial.gaps.compactMap(\.need)
    trial.cures += cures(missing, principals[0].name)
    return trial.proof
  }

  /// Whether a statement that could not be read may be about one of these names.
  func mayBeGivenUnread(_ names: String...) -> Bool { names.contains { unread.mayName($0) } }

  /// `GRANT SELECT ON SCHEMA s` where `SELECT` on its tables is missing.
  private func isMisspelled(_ gaps: [Proof.Gap], _ principals: [Principal]) -> Bool {
    !gaps.isEmpty
      && gaps.allSatisfy { gap in
        guard let need = gap.need else { return false }
        return principals.contains { principal in
          index.refused(need.privilege, of: principal.name, near: need.securable).contains {
            isSamePlace(events[$0].securable, need.securable)
          }
        }
      }
  }

  private func isSamePlace(_ refused: Securable, _ needed: Securable) -> Bool {
    refused.name == needed.name
      || refused.schema.flatMap { own in needed.schema.map { namesMatch(own, $0) } } ?? false
  }

  private func tryMembership(_ claim: Claim, _ member: String, _ trial: inout Trial) {
    let role = name(for: claim.object.value.name)
    if let principal = roles(of: member).first(where: { $0.name == role }) {
      trial.statements += principal.path
    } else {
      trial.gaps.append(Proof.Gap("membership of \(member) in role \(role)"))
      trial.cures.append(membershipCure(role, member))
    }
  }

  private func tryPrivileges(
    _ needs: [AccessNeed], _ claim: Claim, _ principals: [Principal], _ trial: inout Trial
  ) {
    let future = futureStanding(of: needs.filter(\.isOnAllTables), for: principals)
    // A schema that the script has just made has no tables yet: those to come are all.
    var countsFuture = claim.access.value.includesFutureTables
    for need in needs {
      switch standing(of: need, for: principals) {
      case .held(let statements):
        trial.statements += statements
        if statements.isEmpty, claim.names(need) { trial.defaults.append(need) }
      case .absent where need.isOnAllTables && createsSchema(need.securable.name): countsFuture = true
      case .absent: trial.gaps.append(Proof.Gap(need))
      case .lost(let grant, let revoke):
        trial.refutation = .revoked(grant, by: revoke)
        trial.gaps.append(Proof.Gap(need))
      }
    }
    guard countsFuture else { return }
    trial.statements += future.statements
    trial.gaps += future.gaps
    trial.refutation = trial.refutation ?? future.refutation
  }

  /// `GRANT ALL ON SCHEMA` to the claim's own grantee where nothing gives it any right on the tables.
  private func schemaOnlyGrant(
    _ claim: Claim, _ needs: [AccessNeed], _ principals: [Principal]
  ) -> Proof.Refutation? {
    guard dialect != .databricks, claim.object.value.kind == .schema else { return nil }
    let schema = claim.object.value.name
    guard needs.contains(where: \.isOnAllTables) else { return nil }
    if hasRightOnTables(of: schema, principals) { return nil }
    let grant = index.events(of: principals[0].name).map { events[$0] }.first { event in
      !event.isRevoke && event.privilege == "ALL" && event.securable.kind == .schema
        && namesMatch(event.securable.name, schema)
    }
    return grant.map { .schemaOnly($0.statement) }
  }

  private func hasRightOnTables(of schema: String, _ principals: [Principal]) -> Bool {
    let names = principals.map(\.name)
    if defaults.contains(where: { !$0.isRevoke && names.contains($0.grantee) && $0.reaches(schema) }) {
      return true
    }
    return names.flatMap { index.events(of: $0) }.contains { position in
      let event = events[position]
      guard !event.isRevoke, event.securable.kind != .schema else { return false }
      if event.securable.isInDatabase { return event.securable.mayHold(Securable(.schema, schema)) }
      return event.securable.schema.map { namesMatch($0, schema) } ?? false
    }
  }
}

/// What has been found for and against a claim.
struct Trial {
  var statements: [SQLStatement] = []
  var gaps: [Proof.Gap] = []
  var refutation: Proof.Refutation?
  var cures: [String] = []
  var isInDoubt = false
  var isMisspelled = false
  var defaults: [AccessNeed] = []

  /// Nothing is refuted where a statement that could not be read may be about the claim.
  var proof: Proof {
    let refutation = gaps.isEmpty || isInDoubt ? nil : refutation
    let verdict: Verdict = gaps.isEmpty ? .proved : refutation == nil ? .unproved : .refuted
    return Proof(
      verdict: verdict, statements: ordered(statements + (refutation?.statements ?? [])), gaps: gaps,
      refutation: refutation, cures: cures, isInDoubt: isInDoubt, isMisspelled: isMisspelled,
      defaults: gaps.isEmpty ? defaults : [])
  }
}

extension Proof.Refutation {
  var statements: [SQLStatement] {
    switch self {
    case .schemaOnly(let statement): [statement]
    case .revoked(let grant, let revoke): [grant, revoke]
    }
  }
}

extension Claim {
  /// Whether it claims this privilege by name.
  fileprivate func names(_ need: AccessNeed) -> Bool {
    access.value.rights.contains(.privilege(need.privilege)) && object.value == need.securable
  }

  var noSuchAccess: String { "`\(access.value.text)` is no access to a \(object.value.kind.rawValue)" }
}

/// Statements once each, in the order they are written.
func ordered(_ statements: [SQLStatement]) -> [SQLStatement] {
  var seen: Set<Place> = []
  return statements.filter { seen.insert($0.place).inserted }
    .sorted { $0.place.span.start < $1.place.span.start }
}
