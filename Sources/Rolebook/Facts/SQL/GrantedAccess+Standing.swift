extension GrantedAccess {
  /// How a need stands after the whole script.
  enum Standing {
    case held([SQLStatement])
    case lost(SQLStatement, by: SQLStatement)
    case absent
  }

  /// Whether one of these principals has what is needed, and through which statements.
  func standing(of need: AccessNeed, for principals: [Principal]) -> Standing {
    var loss: Standing?
    for principal in principals {
      if let statement = superusers[principal.name] ?? ownership(of: need.securable, by: principal.name) {
        return .held(principal.path + [statement])
      }
      for event in given(need, to: principal.name) {
        guard let revoke = revoke(of: need, from: principal.name, after: event) else {
          return .held(principal.path + [events[event].statement])
        }
        loss = .lost(events[event].statement, by: revoke.statement)
      }
    }
    return isGivenToAll(need) ? .held([]) : loss ?? .absent
  }

  /// The grants that give what is needed, revoked or not.
  private func given(_ need: AccessNeed, to grantee: String) -> some Sequence<Int> {
    var needs = [need]
    // What the script makes was yet to come when `FUTURE SCHEMAS` were granted.
    if need.securable.kind == .schema, createsSchema(need.securable.name),
      let dot = need.securable.name.lastIndex(of: ".")
    {
      let database = String(need.securable.name[..<dot])
      needs.append(AccessNeed(need.privilege, Securable(.futureSchemas, database)))
    }
    return needs.lazy.flatMap { need in
      index.events(of: grantee, near: need.securable).lazy.filter { event in
        events[event].gives(need, to: grantee, dialect) && !isShadowed(events[event], for: need.securable)
      }
    }
  }

  /// In Snowflake the future grants on a schema put those on its database out of force, whoever has them.
  func isShadowed(_ event: Event, for securable: Securable) -> Bool {
    guard dialect == .snowflake, event.securable.isInDatabase, event.securable.isFuture else { return false }
    return index.events(near: securable, wide: false).contains { position in
      let other = events[position]
      return !other.isRevoke && other.securable.kind == event.securable.kind && !other.securable.isInDatabase
        && namesMatch(other.securable.name, securable.name)
    }
  }

  /// The revocation after an event that takes it back, in whole or in part.
  func revoke(of need: AccessNeed, from grantee: String, after event: Int) -> Event? {
    let later = index.revocations(from: grantee).lazy.filter { $0 > event }
    return later.map { events[$0] }.first {
      $0.namesPrivilege(need.privilege, dialect)
        && ($0.securable.reaches(need.securable, dialect) || $0.securable.lies(in: need.securable))
    }
  }

  /// The schema `public` of PostgreSQL and Redshift, and its databases, are open to all from the start.
  private func isGivenToAll(_ need: AccessNeed) -> Bool {
    guard dialect == .postgres || dialect == .redshift else { return false }
    let isOpen =
      switch (need.privilege, need.securable.kind) {
      case ("USAGE", .schema): namesMatch("public", need.securable.name)
      case ("CONNECT", .database), ("TEMPORARY", .database): true
      default: false
      }
    return isOpen && revoke(of: need, from: "public", after: -1) == nil
  }

  /// The statement that makes somebody the owner of a thing or of the schema it lies in.
  private func ownership(of securable: Securable, by name: String) -> SQLStatement? {
    let owned = ownerships.lazy.filter { $0.owner == name }
    if let own = owned.last(where: { $0.securable.reaches(securable, dialect) }) { return own.statement }
    // Of a schema's tables the schema's owner has those that nobody else makes.
    guard dialect != .snowflake, securable.kind != .schema, let schema = securable.schema,
      let own = owned.last(where: { $0.securable.reaches(Securable(.schema, schema), dialect) })
    else { return nil }
    return creators(in: schema).allSatisfy { $0.user == name } ? own.statement : nil
  }

  /// Whether the script itself makes the schema, so that it has no tables yet.
  func createsSchema(_ name: String) -> Bool {
    hasSchema(name, isExisting: false)
  }

  /// Whether the script makes the schema, or finds it there.
  func hasSchema(_ name: String, isExisting: Bool) -> Bool {
    objectIndex.objects(near: name).contains {
      let object = objects[$0]
      return object.kind == .schema && object.isExisting == isExisting && namesMatch(object.name, name)
    }
  }
}

extension GrantedAccess.Event {
  func gives(_ need: AccessNeed, to name: String, _ dialect: Dialect) -> Bool {
    guard !isRevoke, grantee == name else { return false }
    if privilege == "IMPORTED PRIVILEGES" { return isImportOf(need) }
    return namesPrivilege(need.privilege, dialect) && securable.reaches(need.securable, dialect)
  }

  /// Snowflake's grant on a shared database opens it and all in it for reading.
  private func isImportOf(_ need: AccessNeed) -> Bool {
    guard need.privilege == "USAGE" || need.privilege == "SELECT" else { return false }
    if need.securable.kind == .database { return securable.reaches(need.securable, .snowflake) }
    return securable.mayHold(need.securable)
  }

  /// Whether it is about this privilege, by name, as part of `ALL`, or as the owner's.
  func namesPrivilege(_ name: String, _ dialect: Dialect) -> Bool {
    if privilege == name || privilege == "OWNERSHIP" { return true }
    if dialect == .databricks { return privilege == "ALL" || oldNames.contains(name) }
    guard privilege == "ALL" else { return false }
    return !tablePrivileges.contains(name) || securable.kind != .schema
  }

  /// What Databricks calls the privileges of its first model now.
  private var oldNames: [String] {
    switch (privilege, securable.kind) {
    case ("USAGE", .schema): ["USE SCHEMA"]
    case ("USAGE", .database): ["USE CATALOG", "USE SCHEMA"]
    case ("CREATE", .schema): ["CREATE TABLE"]
    case ("CREATE", .database): ["CREATE SCHEMA", "CREATE TABLE"]
    default: []
    }
  }
}
