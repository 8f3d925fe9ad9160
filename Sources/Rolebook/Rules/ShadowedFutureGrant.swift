extension Rule {
  static let shadowedFutureGrant = Rule(
    "shadowed-future-grant", .sql, .warning,
    "a future grant on a schema puts the one on its database out of force there"
  ) { catalog in
    catalog.judgedGuides.flatMap { findShadowedFutureGrants($0.access) }
  }

  static func findShadowedFutureGrants(_ access: [ScriptAccess]) -> [Finding] {
    var seen: Set<[String]> = []
    return access.flatMap { access in
      access.granted.shadowedGrants.map { shadowed($0.grant, by: $0.schemas) }.filter {
        seen.insert($0.facts).inserted
      }
    }
  }

  private static func shadowed(
    _ grant: GrantedAccess.Event, by schemas: [GrantedAccess.Event]
  ) -> Finding {
    let names = schemas.map(\.securable.name)
    let things = grant.securable.kind.rawValue
    return Finding(
      "`\(grant.grantee)` gets no `\(grant.privilege)` on the \(things) in schema \(listInWords(names))",
      at: grant.securablePlace, label: "out of force where a schema has future grants of its own",
      related: schemas.map { Related("schema `\($0.securable.name)` has this one", at: $0.statement.place) },
      help: schemas.map {
        "add `GRANT \(grant.privilege) ON \(things.uppercased()) IN SCHEMA \($0.securable.name) "
          + "TO ROLE \(grant.grantee);`"
      }.first,
      facts: [grant.grantee, grant.privilege, grant.securable.text] + names.sorted())
  }
}

extension GrantedAccess {
  /// Future grants on a database, and those on its schemas that shadow them and do not give the same.
  fileprivate var shadowedGrants: [(grant: Event, schemas: [Event])] {
    guard dialect == .snowflake else { return [] }
    let future = events.filter { !$0.isRevoke && $0.securable.isFuture }
    let onSchemas = future.filter { !$0.securable.isInDatabase }
    let onDatabases = future.filter { $0.securable.isInDatabase && $0.securable.kind != .futureSchemas }
    return onDatabases.compactMap { grant in
      var seen: Set<String> = []
      let shadows = onSchemas.filter {
        $0.securable.kind == grant.securable.kind && grant.securable.mayHold($0.securable)
          && isLost(grant, in: $0.securable) && seen.insert($0.securable.name).inserted
      }
      return shadows.isEmpty ? nil : (grant, shadows)
    }
  }

  private func isLost(_ grant: Event, in schema: Securable) -> Bool {
    guard grant.privilege != "OWNERSHIP" else { return false }
    return grant.privileges.contains { privilege in
      guard case .held = standing(of: AccessNeed(privilege, schema), for: principals(of: grant.grantee))
      else {
        return true
      }
      return false
    }
  }
}
