import Markdown

extension Script {
  /// Holds a claim against what the script grants to a reader with these options.
  ///
  /// `roleHolds` says whether a role, by id, has all these permissions; only BigQuery's claims ask it.
  func prove(
    _ claim: Claim, options: [String], roleHolds: (String, [String]) -> Bool = { _, _ in false },
    assigned: [RoleAssignment] = []
  ) -> Proof {
    let access = GrantedAccess(self, options: options)
    if dialect == .bigquery { return access.proveByRoles(claim, assigned: assigned, roleHolds: roleHolds) }
    return access.prove(claim)
  }
}

extension GrantedAccess {
  /// Judges a claim by privileges and memberships.
  fileprivate func prove(_ claim: Claim) -> Proof {
    let principals = principals(of: name(for: claim.grantee.value))
    var trial = Trial()
    if claim.access.value.rights.contains(.member) { tryMembership(claim, principals, &trial) }
    guard let needs = claim.needs(in: dialect) else {
      return trial.proof(with: Proof.Gap(text: "`\(claim.access.value.text)` is no access on a \(claim.object.value.kind.rawValue)"))
    }
    for need in needs { check(need, claim, principals, &trial) }
    if trial.refutation == nil { trial.refutation = schemaOnlyGrant(claim, needs, principals) }
    if trial.refutation != nil, isInDoubt(claim) { trial.refutation = nil }
    return trial.proof()
  }

  /// What has been found for and against a claim.
  fileprivate struct Trial {
    var statements: [SQLStatement] = []
    var gaps: [Proof.Gap] = []
    var refutation: Proof.Refutation?

    func proof(with gap: Proof.Gap? = nil) -> Proof {
      let gaps = gaps + (gap.map { [$0] } ?? [])
      let verdict: Verdict = gaps.isEmpty ? .proved : refutation == nil ? .unproved : .refuted
      return Proof(
        verdict: verdict, statements: ordered(statements), gaps: gaps,
        refutation: verdict == .refuted ? refutation : nil)
    }
  }

  private func tryMembership(_ claim: Claim, _ principals: [Principal], _ trial: inout Trial) {
    let role = name(for: claim.object.value.name)
    if let principal = principals.first(where: { $0.name == role }) {
      trial.statements += principal.path
    } else {
      let member = principals[0].name
      trial.gaps.append(
        Proof.Gap(text: "membership of \(member) in role \(role)", cure: membershipCure(role, member)))
    }
  }

  private func check(_ need: AccessNeed, _ claim: Claim, _ principals: [Principal], _ trial: inout Trial) {
    let future = need.isOnAllTables ? futureStanding(of: need, for: principals) : FutureStanding()
    switch standing(of: need, for: principals) {
    case .held(let statements): trial.statements += statements
    // A schema that the script has just made has no tables yet: those to come are all.
    case .absent where isAllFuture(need, future): break
    case .absent: trial.gaps.append(Proof.Gap(text: need.text, cure: cure(need, principals[0].name)))
    case .lost(let grant, let revoke):
      trial.refutation = .revoked(grant, by: revoke)
      trial.statements += [grant, revoke]
      trial.gaps.append(Proof.Gap(text: need.text, cure: nil))
    }
    guard need.isOnAllTables, claim.access.value.includesFutureTables || isAllFuture(need, future) else { return }
    trial.statements += future.statements
    trial.gaps += future.gaps
  }

  private func isAllFuture(_ need: AccessNeed, _ future: FutureStanding) -> Bool {
    need.isOnAllTables && createsSchema(need.securable.name) && !future.statements.isEmpty
  }

  /// `GRANT ALL ON SCHEMA` to the claim's own grantee where nothing gives it any right on the tables.
  private func schemaOnlyGrant(
    _ claim: Claim, _ needs: [AccessNeed], _ principals: [Principal]
  ) -> Proof.Refutation? {
    guard dialect != .databricks, claim.object.value.kind == .schema else { return nil }
    let onTables = needs.filter(\.isOnAllTables)
    guard !onTables.isEmpty, !hasAnyRightOnTables(of: claim.object.value.name, principals) else { return nil }
    let grant = events.first { event in
      !event.isRevoke && event.privilege == "ALL" && event.grantee == principals[0].name
        && event.securable.kind == .schema && namesMatch(event.securable.name, claim.object.value.name)
    }
    return grant.map { .schemaOnly($0.statement) }
  }

  private func hasAnyRightOnTables(of schema: String, _ principals: [Principal]) -> Bool {
    let names = principals.map(\.name)
    return defaults.contains { !$0.isRevoke && names.contains($0.grantee) && $0.reaches(schema) }
      || events.contains { event in
        !event.isRevoke && names.contains(event.grantee) && event.securable.kind != .schema
          && event.securable.schema.map { namesMatch($0, schema) } ?? false
      }
  }

  /// Whether a statement that could not be read may be about the claim; then nothing is refuted.
  private func isInDoubt(_ claim: Claim) -> Bool { unread.contains { $0.mentions(claim) } }
}

extension SQLStatement {
  /// Whether its text names the claim's grantee or object.
  func mentions(_ claim: Claim) -> Bool {
    let text = text.lowercased()
    let names = [claim.grantee.value, claim.object.value.name].filter { !$0.isEmpty }
    return names.contains { text.contains($0.lowercased()) }
  }
}

/// Statements once each, in the order they are written.
private func ordered(_ statements: [SQLStatement]) -> [SQLStatement] {
  var seen: Set<Place> = []
  return statements.filter { seen.insert($0.place).inserted }
    .sorted { $0.place.span.start < $1.place.span.start }
}

extension GrantedAccess {
  /// Judges a claim by the permissions of the roles that are granted, on the object or a parent of it.
  fileprivate func proveByRoles(
    _ claim: Claim, assigned: [RoleAssignment], roleHolds: (String, [String]) -> Bool
  ) -> Proof {
    var trial = Trial()
    let grantee = name(for: claim.grantee.value)
    let object = claim.object.value
    let onObject = assigned.filter { $0.securable.covers(object) }.map(\.role.value)
    let granted = events.filter {
      !$0.isRevoke && $0.grantee == grantee && $0.securable.coversInBigQuery(object) && !isRevoked($0)
    }
    guard let permissions = claim.permissions else {
      return trial.proof(with: Proof.Gap(text: "`\(claim.access.value.text)` is no access on a \(object.kind.rawValue)"))
    }
    for permission in permissions {
      if let event = granted.first(where: { roleHolds($0.privilege, [permission]) }) {
        trial.statements.append(event.statement)
      } else if !onObject.contains(where: { roleHolds($0, [permission]) }) {
        trial.gaps.append(Proof.Gap(text: "\(permission) on \(object.text)"))
      }
    }
    return trial.proof()
  }

  private func isRevoked(_ grant: Event) -> Bool {
    events.contains { event in
      event.isRevoke && event.grantee == grant.grantee && event.privilege == grant.privilege
        && event.securable == grant.securable && event.place.span.start > grant.place.span.start
    }
  }
}

extension Securable {
  /// A schema is BigQuery's other word for a dataset.
  fileprivate func coversInBigQuery(_ other: Securable) -> Bool {
    let other = other.kind == .schema || other.kind == .allTables ? Securable(.dataset, other.name) : other
    return covers(other) || reaches(other, .bigquery)
  }
}

extension Claim {
  /// The permissions that the claim needs in BigQuery; nil where there is no such access.
  fileprivate var permissions: [String]? {
    var permissions: [String] = []
    for right in access.value.rights {
      guard let more = right.permissions(on: object.value.kind) else { return nil }
      permissions += more.filter { !permissions.contains($0) }
    }
    return permissions
  }
}

extension Access.Right {
  fileprivate func permissions(on kind: Securable.Kind) -> [String]? {
    switch (self, kind) {
    case (.use, _): ["bigquery.datasets.get"]
    case (.read, _): ["bigquery.tables.get", "bigquery.tables.getData"]
    case (.write, _): ["bigquery.tables.updateData", "bigquery.tables.getData"]
    case (.create, .project), (.create, .database): ["bigquery.datasets.create"]
    case (.create, .dataset), (.create, .schema): ["bigquery.tables.create"]
    case (.create, _), (.member, _), (.privilege, _): nil
    }
  }
}
