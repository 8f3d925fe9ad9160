extension Rule {
  static let unreachableObject = Rule(
    "unreachable-object", .sql, .warning,
    "a right on tables without the right to use their schema, or the reverse"
  ) { catalog in
    catalog.judgedGuides.filter { !$0.grantsToStrangers }
      .flatMap { guide in
        let proofs = catalog.proofs(of: guide)
        return findUnreachableObjects(guide.access, proofs, catalog.mistakenGrants(of: guide, proofs))
      }
  }

  /// One finding for a grantee and a schema; where a claim says the same, it is the claim's.
  static func findUnreachableObjects(
    _ access: [ScriptAccess], _ proofs: [ClaimProof], _ mistaken: MistakenGrants = .none
  ) -> [Finding] {
    var seen: Set<[String]> = []
    return access.flatMap { access -> [Finding] in
      let granted = access.granted
      let claimed = ClaimedRights(proofs, granted)
      return
        (granted.closedSchemas.filter { !claimed.lacksWay($0) && !$0.isMistaken(mistaken) }.map(finding)
        + granted.barrenSchemas.filter { !claimed.speaksOf($0) && !$0.isMistaken(mistaken) }.map(barren))
        .filter { seen.insert($0.facts).inserted }
    }
  }

  private static func finding(_ closed: ClosedSchema) -> Finding {
    let event = closed.events[0]
    let others = closed.events.dropFirst().prefix(3).map { Related("nor this", at: $0.statement.place) }
    return Finding(
      "`\(event.grantee)` is granted `\(event.privilege)` on \(event.securable.inWords), but not "
        + "\(listInWords(closed.missing.map(\.privilege))) on \(closed.missing[0].securable.inWords)",
      at: event.securablePlace, label: "cannot be reached",
      related: others + [closed.reason], help: "add \(listInWords(closed.cures))",
      facts: [event.grantee] + closed.missing.map(\.text))
  }

  private static func barren(_ barren: ClosedSchema) -> Finding {
    let event = barren.events[0]
    var finding = Finding(
      "`\(event.grantee)` may use \(event.securable.inWords), but has no right on anything in it",
      at: event.securablePlace, label: "reads nothing", related: [barren.reason],
      help: "grant what it needs there, such as \(listInWords(barren.cures))",
      facts: [event.grantee, event.securable.text])
    finding.severity = barren.isCertain ? .warning : .info
    return finding
  }
}

extension Guide {
  /// Whether statements grant to a misspelled grantee or on a misspelled object: what is amiss then is that.
  fileprivate var grantsToStrangers: Bool {
    !faults(\.mismatchedGrantees).isEmpty || !faults(\.undefinedObjects).isEmpty
  }
}

/// A schema whose tables a grantee has rights on without a way to them, or the way without rights.
private struct ClosedSchema {
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

/// What claims of the page say already.
private struct ClaimedRights {
  private let proofs: [(proof: ClaimProof, names: Set<String>)]

  init(_ proofs: [ClaimProof], _ granted: GrantedAccess) {
    self.proofs = proofs.map { proof in
      let grantee = granted.name(for: proof.claim.grantee.value)
      return (proof, Set(granted.roles(of: grantee).map(\.name)))
    }
  }

  /// Whether a claim that is not proved lacks the very same.
  func lacksWay(_ closed: ClosedSchema) -> Bool {
    proofs.contains { proof, names in
      names.contains(closed.grantee)
        && proof.trials.contains { trial in
          trial.proof.gaps.contains { gap in gap.need.map(closed.missing.contains) ?? false }
        }
    }
  }

  /// Whether a claim is about the grantee and the schema at all.
  func speaksOf(_ closed: ClosedSchema) -> Bool {
    proofs.contains { proof, names in
      names.contains(closed.grantee)
        && proof.claim.object.value.schema.map { namesMatch($0, closed.schema) } ?? false
    }
  }
}

extension GrantedAccess {
  /// Tables that somebody has rights on without `USAGE` of their schema or its database.
  fileprivate var closedSchemas: [ClosedSchema] {
    schemasByGrantee(where: \.isOnData).compactMap { grantee, schema, events in
      // Readers fill placeholders in as they like: `<schema>` here may be `<your-schema>` there.
      guard !isPlaceholder(schema), let reason = certainty(grantee, schema), !isInDoubt(grantee, schema)
      else { return nil }
      let missing = way(to: schema).filter { !isHeld($0, by: grantee) }
      guard let first = missing.first else { return nil }
      let nearest = missing.filter { $0.securable == first.securable }
      return ClosedSchema(
        grantee: grantee, schema: schema, events: events, missing: nearest, reason: reason,
        cures: cures(nearest, grantee))
    }
  }

  /// Schemas that somebody may use without a right on anything in them.
  fileprivate var barrenSchemas: [ClosedSchema] {
    guard dialect != .databricks, dialect != .bigquery else { return [] }
    let read = schemasByGrantee(where: \.isOnData)
    return schemasByGrantee(where: { $0.privilege == "USAGE" && $0.securable.kind == .schema })
      .compactMap { grantee, schema, events in
        // Elsewhere than in Snowflake functions need no grant: only a script that opens tables to the grantee,
        // or the schema's tables to others, shows that they are what is meant.
        let isMeant =
          dialect == .snowflake
          || read.contains { $0.grantee == grantee || namesMatch($0.schema, schema) }
        guard isMeant, let reason = creation(of: [.role, .user, .group], grantee),
          !isInDoubt(grantee, schema),
          !hasAnything(in: schema, grantee)
        else { return nil }
        let needs = [AccessNeed("SELECT", Securable(.allTables, schema))]
        return ClosedSchema(
          grantee: grantee, schema: schema, events: events, missing: [], reason: reason,
          cures: cures(needs, grantee), isCertain: dialect == .snowflake)
      }
  }

  private typealias Found = (grantee: String, schema: String, events: [Event])

  /// Standing grants by their grantee and the schema that they are on or in.
  private func schemasByGrantee(where counts: (Event) -> Bool) -> [Found] {
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
  private func lastMembers(of grantee: String) -> [String] {
    members(of: grantee).dropFirst().filter { index.memberships(in: $0).isEmpty }
  }

  /// Why the script is all that the grantee has there: it makes the grantee, the schema or its database.
  private func certainty(_ grantee: String, _ schema: String) -> Related? {
    guard dialect != .bigquery, !isEverybodyElse(grantee) else { return nil }
    return creation(of: [.role, .user, .group], grantee) ?? creation(of: [.schema], schema)
  }

  private func isEverybodyElse(_ grantee: String) -> Bool { grantee.lowercased() == "public" }

  private func creation(of kinds: Set<ScriptObject.Kind>, _ name: String) -> Related? {
    let object = objects.first { object in
      guard kinds.contains(object.kind), !object.isExisting else { return false }
      return object.kind == .schema ? namesMatch(object.name, name) : object.name == name
    }
    return object.map {
      Related("`\($0.name)` is made here, so that what the script grants is all there is", at: $0.place)
    }
  }

  private func isInDoubt(_ grantee: String, _ schema: String) -> Bool {
    let names = [grantee, schema].map { $0.lowercased() }
    return unread.contains { statement in
      let text = statement.text.lowercased()
      return names.contains { text.contains($0) }
    }
  }

  /// Whether the grantee, its roles or its members have any right on or in the schema but its use.
  private func hasAnything(in schema: String, _ grantee: String) -> Bool {
    let holders = [grantee] + lastMembers(of: grantee)
    let names = Set(holders.flatMap { principals(of: $0).map(\.name) })
    return names.contains { name in
      superusers[name] != nil
        || index.events(of: name).contains { isRight(events[$0], in: schema) }
        || defaults.contains { $0.grantee == name && !$0.isRevoke && $0.reaches(schema) }
        || ownerships.contains { $0.owner == name }
    }
  }

  private func isRight(_ event: Event, in schema: String) -> Bool {
    guard !event.isRevoke else { return false }
    if event.securable.kind == .schema {
      return event.privilege != "USAGE" && namesMatch(event.securable.name, schema)
    }
    if event.securable.kind == .database || event.securable.isInDatabase { return event.privilege != "USAGE" }
    if let own = event.securable.schema { return namesMatch(own, schema) }
    // Functions, stages and tables without a schema may lie in it.
    return event.securable.kind != .warehouse && event.securable.kind != .role
  }
}

extension GrantedAccess.Event {
  /// Whether it is a right to the data of tables that have a schema.
  fileprivate var isOnData: Bool {
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
