/// What a guide gives outside its SQL, in tables and steps, to the account that it sets up.
struct AssignedAccess: Sendable {
  var roles: [RoleAssignment] = []
  /// What the custom role of the chosen options holds.
  var permissions: [Requirement] = []

  /// Whether it gives a permission on a securable or on a parent of it.
  func holds(_ permission: String, on object: Securable, roleHolds: (String, [String]) -> Bool) -> Bool {
    permissions.contains { $0.permission.value == permission && $0.securable.coversInBigQuery(object) }
      || roles.contains { $0.securable.coversInBigQuery(object) && roleHolds($0.role.value, [permission]) }
  }
}

extension GrantedAccess {
  /// Judges a claim by the permissions of BigQuery's roles, granted on the object or on a parent of it.
  func proveByRoles(
    _ claim: Claim, roleHolds: (String, [String]) -> Bool, assigned: AssignedAccess
  ) -> Proof {
    var trial = Trial()
    let object = claim.object.value
    let granted = index.events(of: name(for: claim.grantee.value)).map { events[$0] }.filter {
      isStanding($0, for: claim)
    }
    guard let permissions = claim.permissions else {
      trial.gaps.append(Proof.Gap(claim.noSuchAccess))
      return trial.proof
    }
    for permission in permissions {
      if let event = granted.first(where: { roleHolds($0.privilege, [permission]) }) {
        trial.statements.append(event.statement)
      } else if !assigned.holds(permission, on: object, roleHolds: roleHolds) {
        trial.gaps.append(Proof.Gap("\(permission) on \(object.text)"))
      }
    }
    return trial.proof
  }

  /// Whether a grant reaches the claim's object, and is not revoked later.
  private func isStanding(_ grant: Event, for claim: Claim) -> Bool {
    guard !grant.isRevoke, grant.securable.coversInBigQuery(claim.object.value) else { return false }
    return !index.revocations(from: grant.grantee).contains { position in
      let revoke = events[position]
      return revoke.privilege == grant.privilege && revoke.securable == grant.securable
        && revoke.place.span.start > grant.place.span.start
    }
  }
}

extension Securable {
  /// A schema is BigQuery's other word for a dataset.
  fileprivate var asDataset: Securable {
    kind == .schema || kind == .allTables ? Securable(.dataset, name) : self
  }

  func coversInBigQuery(_ other: Securable) -> Bool {
    covers(other.asDataset) || reaches(other.asDataset, .bigquery)
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
