extension GrantedAccess {
  /// How far the tables to come in a schema are granted.
  struct FutureStanding {
    var statements: [SQLStatement] = []
    /// The privileges that somebody's new tables will bear.
    var privileges: Set<String> = []
    var gaps: [Proof.Gap] = []
    /// The revocation that takes back what was granted on them.
    var refutation: Proof.Refutation?
  }

  /// A user who may create tables in a schema, and the statement that lets them.
  typealias Creator = (user: String, permit: SQLStatement?)

  /// Whether principals will have some privileges on every table that is created in a schema later.
  /// The needs are those on all tables of that schema.
  func futureStanding(of needs: [AccessNeed], for principals: [Principal]) -> FutureStanding {
    guard let schema = needs.first?.securable.name else { return FutureStanding() }
    var result = FutureStanding()
    var missed: [(creator: Creator, privileges: [String], defaults: [Default])] = []
    let creators = creators(in: schema).filter { $0.user != principals.first?.name }
    for need in needs {
      if let statements = standingGrant(of: need, for: principals) {
        result.statements += statements
        result.privileges.insert(need.privilege)
        continue
      }
      let defaults = standingDefaults(of: need.privilege, schema, for: principals)
      guard !defaults.isEmpty else {
        let future = AccessNeed(need.privilege, Securable(.futureTables, schema))
        result.gaps.append(Proof.Gap(future))
        if case .lost(let grant, let revoke) = standing(of: future, for: principals) {
          result.refutation = .revoked(grant, by: revoke)
        }
        continue
      }
      result.statements += defaults.map(\.statement)
      result.privileges.insert(need.privilege)
      for creator in creators where !defaults.contains(where: { covers($0, creator.user) }) {
        if let index = missed.firstIndex(where: { $0.creator.user == creator.user }) {
          missed[index].privileges.append(need.privilege)
        } else {
          missed.append((creator, [need.privilege], defaults))
        }
      }
    }
    let grantee = principals.first?.name ?? ""
    result.gaps += missed.map {
      Proof.Gap(uncovered($0.creator, schema, $0.privileges, $0.defaults, grantee))
    }
    return result
  }

  /// Grants that hold for later tables by themselves: Redshift's scoped ones, Snowflake's `FUTURE TABLES`,
  /// and in Databricks any on the schema or above.
  private func standingGrant(of need: AccessNeed, for principals: [Principal]) -> [SQLStatement]? {
    let future = AccessNeed(need.privilege, Securable(.futureTables, need.securable.name))
    if case .held(let statements) = standing(of: future, for: principals) { return statements }
    let isScoped = principals.contains { principal in
      index.events(of: principal.name, near: need.securable).contains {
        events[$0].includesFutureTables && events[$0].gives(need, to: principal.name, dialect)
      }
    }
    guard isScoped || dialect == .databricks else { return nil }
    if case .held(let statements) = standing(of: need, for: principals) { return statements }
    return nil
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
    return given.creators.isEmpty
      && objectIndex.objects(named: user).contains { objects[$0].isExisting && objects[$0].kind == .user }
  }

  /// Who may create tables in a schema: the users that a grant lets, and, in a schema that exists already,
  /// the users that do.
  func creators(in schema: String) -> [Creator] {
    var creators = permittedCreators(in: schema)
    guard hasSchema(schema, isExisting: true) else { return creators }
    for object in objects where object.isExisting && object.kind == .user {
      if !creators.contains(where: { $0.user == object.name }) { creators.append((object.name, nil)) }
    }
    return creators
  }

  private func permittedCreators(in schema: String) -> [Creator] {
    var creators: [Creator] = []
    let need = AccessNeed("CREATE", Securable(.schema, schema))
    for position in index.events(near: need.securable, wide: true) {
      let event = events[position]
      guard event.gives(need, to: event.grantee, dialect) else { continue }
      let holder = [Principal(name: event.grantee, path: [])]
      guard case .held = standing(of: need, for: holder) else { continue }
      for user in members(of: event.grantee) where isCreator(user) {
        if !creators.contains(where: { $0.user == user }) { creators.append((user, event.statement)) }
      }
    }
    for own in ownerships where own.securable.reaches(Securable(.schema, schema), dialect) {
      for user in members(of: own.owner) where isCreator(user) {
        if !creators.contains(where: { $0.user == user }) { creators.append((user, own.statement)) }
      }
    }
    return creators
  }

  /// A user, or in PostgreSQL a role that has no members on the page and so must log in itself.
  private func isCreator(_ name: String) -> Bool {
    if name.lowercased() == "public" { return false }
    return isUser(name) || (dialect == .postgres && index.memberships(in: name).isEmpty)
  }

  private func uncovered(
    _ creator: Creator, _ schema: String, _ privileges: [String], _ defaults: [Default], _ grantee: String
  ) -> UncoveredCreator {
    UncoveredCreator(
      user: creator.user, schema: schema, privileges: privileges, permit: creator.permit,
      membership: principals(of: creator.user).first { $0.name == grantee }?.path.last,
      defaults: ordered(defaults.map(\.statement)),
      cure: defaultsCure(privileges, schema, grantee, creator: creator.user))
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
