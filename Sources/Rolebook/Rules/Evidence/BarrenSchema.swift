extension GrantedAccess {
  /// Schemas that somebody may use without a right on anything in them.
  var barrenSchemas: [ClosedSchema] {
    guard dialect != .databricks, dialect != .bigquery else { return [] }
    let read = schemasByGrantee(where: \.isOnData)
    let readers = Set(read.map(\.grantee))
    let readNames = Set(read.map { lastPart($0.schema) })
    let held = HeldInSchemas(self)
    return schemasByGrantee(where: { $0.privilege == "USAGE" && $0.securable.kind == .schema })
      .compactMap { grantee, schema, events in
        // Elsewhere than in Snowflake functions need no grant: only a script that opens tables to the grantee,
        // or the schema's tables to others, shows that they are what is meant.
        let isMeant =
          dialect == .snowflake
          || readers.contains(grantee) || readNames.contains(lastPart(schema))
        guard isMeant, let reason = creation(of: [.role, .user, .group], grantee),
          !mayBeGivenUnread(grantee, schema),
          !held.hasAnything(in: schema, grantee, self)
        else { return nil }
        let needs = [AccessNeed("SELECT", Securable(.allTables, schema))]
        return ClosedSchema(
          grantee: grantee, schema: schema, events: events, missing: [], reason: reason,
          cures: cures(needs, grantee), isCertain: dialect == .snowflake)
      }
  }
}

/// Who holds anything on or in which schema, beside its use.
private struct HeldInSchemas {
  /// Grantee and the last part of a schema's name.
  private var named: Set<[String]> = []
  /// Those who hold something that may lie in any schema.
  private var anywhere: Set<String> = []

  init(_ access: GrantedAccess) {
    for event in access.events where !event.isRevoke { add(event) }
    for given in access.defaults where !given.isRevoke {
      if given.schemas.isEmpty { anywhere.insert(given.grantee) }
      for schema in given.schemas { named.insert([given.grantee, lastPart(schema)]) }
    }
    anywhere.formUnion(access.ownerships.map(\.owner))
    anywhere.formUnion(access.superusers.keys)
  }

  private mutating func add(_ event: GrantedAccess.Event) {
    let securable = event.securable
    if securable.kind == .schema {
      if event.privilege != "USAGE" { named.insert([event.grantee, lastPart(securable.name)]) }
    } else if securable.kind == .database || securable.isInDatabase {
      if event.privilege != "USAGE" { anywhere.insert(event.grantee) }
    } else if let schema = securable.schema {
      named.insert([event.grantee, lastPart(schema)])
    } else if securable.kind != .warehouse, securable.kind != .role {
      // Functions, stages and tables without a schema may lie in it.
      anywhere.insert(event.grantee)
    }
  }

  /// Whether the grantee, its roles or its members have any right there.
  func hasAnything(in schema: String, _ grantee: String, _ access: GrantedAccess) -> Bool {
    let holders = [grantee] + access.lastMembers(of: grantee)
    let names = Set(holders.flatMap { access.principals(of: $0).map(\.name) })
    return names.contains { anywhere.contains($0) || named.contains([$0, lastPart(schema)]) }
  }
}
