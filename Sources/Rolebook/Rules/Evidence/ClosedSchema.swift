/// A schema whose tables a grantee has rights on without a way to them, or the way without rights.
struct ClosedSchema {
  let grantee: String
  let schema: String
  let events: [GrantedAccess.Event]
  let missing: [AccessNeed]
  /// Why nothing else can give it.
  let reason: Related
  let cures: [String]
  var isCertain = true

  /// Whether its rights are meant for somebody else.
  func isMistaken(_ mistaken: MistakenGrants) -> Bool {
    events.allSatisfy { mistaken.explains($0.statement) }
  }
}

extension GrantedAccess {
  /// Tables that somebody has rights on without `USAGE` of their schema or its database.
  var closedSchemas: [ClosedSchema] {
    schemasByGrantee(where: \.isOnData).compactMap { grantee, schema, events in
      // Readers fill placeholders in as they like: `<schema>` here may be `<your-schema>` there.
      guard !isPlaceholder(schema), let reason = certainty(grantee, schema),
        !mayBeGivenUnread(grantee, schema)
      else { return nil }
      let missing = way(to: schema).filter { !isHeld($0, by: grantee) }
      guard let first = missing.first else { return nil }
      let nearest = missing.filter { $0.securable == first.securable }
      return ClosedSchema(
        grantee: grantee, schema: schema, events: events, missing: nearest, reason: reason,
        cures: cures(nearest, grantee))
    }
  }

  typealias Found = (grantee: String, schema: String, events: [Event])

  /// Standing grants by their grantee and the schema that they are on or in.
  func schemasByGrantee(where counts: (Event) -> Bool) -> [Found] {
    var order: [[String]] = []
    var found: [[String]: [Event]] = [:]
    for (position, event) in events.enumerated() where !event.isRevoke && counts(event) {
      guard let schema = event.securable.schema, !event.isInvalid(dialect),
        revoke(of: AccessNeed(event.privilege, event.securable), from: event.grantee, after: position) == nil
      else { continue }
      let key = [event.grantee, schema]
      if found[key] == nil { order.append(key) }
      if found[key]?.last?.statement.place != event.statement.place { found[key, default: []].append(event) }
    }
    return order.map { ($0[0], $0[1], found[$0] ?? []) }
  }

  /// What must be held beside a right on a table.
  private func way(to schema: String) -> [AccessNeed] {
    let database = schema.lastIndex(of: ".").map { String(schema[..<$0]) }
    let isDatabricks = dialect == .databricks
    let use = AccessNeed(isDatabricks ? "USE SCHEMA" : "USAGE", Securable(.schema, schema))
    guard let database, isDatabricks || dialect == .snowflake else { return [use] }
    return [use, AccessNeed(isDatabricks ? "USE CATALOG" : "USAGE", Securable(.database, database))]
  }

  /// Whether the grantee, one of its roles, or each of its members by other roles has it. What the dialect
  /// calls everybody has it for all.
  private func isHeld(_ need: AccessNeed, by grantee: String) -> Bool {
    let everybody = ["account users", "users"].map { Principal(name: $0, path: []) }
    return ([grantee] + lastMembers(of: grantee)).contains { member in
      if case .held = standing(of: need, for: principals(of: member) + everybody) { true } else { false }
    }
  }

  /// Its members that have no members, and so all the rights that any of them has.
  func lastMembers(of grantee: String) -> [String] {
    members(of: grantee).dropFirst().filter { index.memberships(in: $0).isEmpty }
  }

  /// Why the script is all that the grantee has there: it makes the grantee, the schema or its database.
  private func certainty(_ grantee: String, _ schema: String) -> Related? {
    guard dialect != .bigquery, !isEverybodyElse(grantee) else { return nil }
    return creation(of: [.role, .user, .group], grantee) ?? creation(of: [.schema], schema)
  }

  private func isEverybodyElse(_ grantee: String) -> Bool { grantee.lowercased() == "public" }

  func creation(of kinds: Set<ScriptObject.Kind>, _ name: String) -> Related? {
    let positions =
      kinds.contains(.schema) ? objectIndex.objects(near: name) : objectIndex.objects(named: name)
    let object = positions.map { objects[$0] }.first { object in
      guard kinds.contains(object.kind), !object.isExisting else { return false }
      return object.kind == .schema ? namesMatch(object.name, name) : object.name == name
    }
    return object.map {
      Related("`\($0.name)` is made here, so that what the script grants is all there is", at: $0.place)
    }
  }
}

extension GrantedAccess.Event {
  /// Whether it is a right to the data of tables that have a schema.
  var isOnData: Bool {
    switch securable.kind {
    case .table, .view, .allTables, .allViews:
      !securable.isInDatabase
        && ["SELECT", "INSERT", "UPDATE", "DELETE", "MODIFY", "ALL"].contains {
          privilege == $0 || privilege.hasPrefix($0 + " (")
        }
    default: false
    }
  }
}
