extension GrantedAccess {
  /// How far the tables to come in a schema are granted.
  struct FutureStanding {
    var statements: [SQLStatement] = []
    var gaps: [Proof.Gap] = []
  }

  /// Whether principals will have a privilege on every table that is created in a schema later.
  func futureStanding(of need: AccessNeed, for principals: [Principal]) -> FutureStanding {
    let schema = need.securable.name
    if let statements = standingGrant(of: need, for: principals) { return FutureStanding(statements: statements) }
    let defaults = standingDefaults(of: need.privilege, schema, for: principals)
    let future = AccessNeed(need.privilege, Securable(.futureTables, schema))
    if defaults.isEmpty {
      let cure = futureCure(future, principals.first?.name ?? "")
      return FutureStanding(gaps: [Proof.Gap(text: future.text, cure: cure)])
    }
    let creators = creators(in: schema).filter { $0.user != principals.first?.name }
    let missed = creators.filter { creator in !defaults.contains { covers($0, creator.user) } }
    let gaps = missed.map { gap(future, $0, defaults, principals.first?.name ?? "") }
    return FutureStanding(statements: defaults.map(\.statement), gaps: gaps)
  }

  /// Grants that hold for later tables by themselves: Redshift's scoped ones, Snowflake's `FUTURE TABLES`,
  /// and in Databricks any on the schema or above.
  private func standingGrant(of need: AccessNeed, for principals: [Principal]) -> [SQLStatement]? {
    let future = AccessNeed(need.privilege, Securable(.futureTables, need.securable.name))
    if case .held(let statements) = standing(of: future, for: principals) { return statements }
    if dialect == .databricks, case .held(let statements) = standing(of: need, for: principals) {
      return statements
    }
    let isScoped = events.contains { event in
      event.includesFutureTables && principals.contains { event.gives(need, to: $0.name, dialect) }
    }
    guard isScoped, case .held(let statements) = standing(of: need, for: principals) else { return nil }
    return statements
  }

  private func standingDefaults(
    of privilege: String, _ schema: String, for principals: [Principal]
  ) -> [Default] {
    defaults.indices.filter { index in
      let given = defaults[index]
      return !given.isRevoke && given.names(privilege) && given.reaches(schema)
        && principals.contains { $0.name == given.grantee }
        && !defaults[(index + 1)...].contains { $0.takesBack(given, privilege, schema) }
    }.map { defaults[$0] }
  }

  /// Default privileges without `FOR USER` cover whoever runs the script: somebody who exists already.
  private func covers(_ given: Default, _ user: String) -> Bool {
    if given.creators.contains(user) { return true }
    return given.creators.isEmpty && objects.contains { $0.isExisting && $0.kind == .user && $0.name == user }
  }

  /// The users who may create tables in a schema, and the statement that lets them.
  private func creators(in schema: String) -> [(user: String, permit: SQLStatement?)] {
    var creators: [(user: String, permit: SQLStatement?)] = []
    let need = AccessNeed("CREATE", Securable(.schema, schema))
    for event in events where event.gives(need, to: event.grantee, dialect) {
      let holder = [Principal(name: event.grantee, path: [])]
      guard case .held = standing(of: need, for: holder) else { continue }
      for user in members(of: event.grantee) where isCreator(user) {
        if !creators.contains(where: { $0.user == user }) { creators.append((user, event.statement)) }
      }
    }
    guard !createsSchema(schema), objects.contains(where: { $0.kind == .schema && namesMatch($0.name, schema) })
    else { return creators }
    for object in objects where object.isExisting && object.kind == .user {
      if !creators.contains(where: { $0.user == object.name }) { creators.append((object.name, nil)) }
    }
    return creators
  }

  /// A user, or in PostgreSQL a role that has no members on the page and so must log in itself.
  private func isCreator(_ name: String) -> Bool {
    if name.lowercased() == "public" { return false }
    return isUser(name) || (dialect == .postgres && !memberships.contains { $0.role == name })
  }

  private func gap(
    _ future: AccessNeed, _ creator: (user: String, permit: SQLStatement?), _ defaults: [Default],
    _ grantee: String
  ) -> Proof.Gap {
    var statements: [SQLStatement] = []
    for given in defaults where !statements.contains(where: { $0.place == given.statement.place }) {
      statements.append(given.statement)
    }
    let uncovered = UncoveredCreator(user: creator.user, permit: creator.permit, defaults: statements)
    return Proof.Gap(
      text: "\(future.text) that \(creator.user) creates",
      cure: futureCure(future, grantee, creator: creator.user), creator: uncovered)
  }
}

extension GrantedAccess.Default {
  func names(_ name: String) -> Bool { privilege == name || privilege == "ALL" }

  func reaches(_ schema: String) -> Bool { schemas.isEmpty || schemas.contains { namesMatch($0, schema) } }

  /// Whether this revokes what the other gave.
  func takesBack(_ given: Self, _ name: String, _ schema: String) -> Bool {
    isRevoke && grantee == given.grantee && names(name) && reaches(schema) && creators == given.creators
  }
}
