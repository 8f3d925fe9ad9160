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
      if let statement = ownership(of: need.securable, by: principal.name) {
        return .held(principal.path + [statement])
      }
      for (index, event) in events.enumerated() where event.gives(need, to: principal.name, dialect) {
        guard let revoke = revoke(of: need, from: principal.name, after: index) else {
          return .held(principal.path + [event.statement])
        }
        loss = .lost(event.statement, by: revoke.statement)
      }
    }
    return loss ?? .absent
  }

  private func revoke(of need: AccessNeed, from grantee: String, after index: Int) -> Event? {
    events[(index + 1)...].first {
      $0.isRevoke && $0.grantee == grantee && $0.namesPrivilege(need.privilege)
        && ($0.securable.reaches(need.securable, dialect) || $0.securable.lies(in: need.securable))
    }
  }

  /// The statement that makes somebody the owner of a thing or of the schema it lies in.
  private func ownership(of securable: Securable, by name: String) -> SQLStatement? {
    if let own = ownerships.last(where: { $0.owner == name && $0.securable.reaches(securable, dialect) }) {
      return own.statement
    }
    guard let schema = securable.schema else { return nil }
    let owned = Securable(.schema, schema)
    return ownerships.last { $0.owner == name && $0.securable.reaches(owned, dialect) }?.statement
  }

  /// Whether the script itself makes the schema, so that it has no tables yet.
  func createsSchema(_ name: String) -> Bool {
    objects.contains { $0.kind == .schema && !$0.isExisting && namesMatch($0.name, name) }
  }
}

extension GrantedAccess.Event {
  func gives(_ need: AccessNeed, to name: String, _ dialect: Dialect) -> Bool {
    !isRevoke && grantee == name && namesPrivilege(need.privilege)
      && securable.reaches(need.securable, dialect)
  }

  /// Whether it is about this privilege, by name, as part of `ALL`, or as the owner's.
  func namesPrivilege(_ name: String) -> Bool {
    if privilege == name || privilege == "OWNERSHIP" { return true }
    guard privilege == "ALL" else { return false }
    return !tablePrivileges.contains(name) || securable.kind != .schema
  }
}

extension Securable {
  /// Whether a right here is one there: on the same thing, on a table of all tables, and in Databricks on
  /// all that lies below. An empty name is any.
  func reaches(_ other: Securable, _ dialect: Dialect) -> Bool {
    switch (kind, other.kind) {
    case (.allTables, .table), (.allTables, .view):
      return other.schema.map { namesMatch(name, $0) } ?? false
    case (.schema, .table), (.schema, .view), (.schema, .allTables):
      return dialect == .databricks && other.schema.map { namesMatch(name, $0) } ?? false
    case (.database, .schema), (.database, .table), (.database, .view), (.database, .allTables):
      return dialect == .databricks && (other.name.hasPrefix(name + ".") || !other.name.contains("."))
    case (.table, .view), (.view, .table), (.table, .table), (.view, .view):
      return tableNamesMatch(name, other.name)
    default: return kind == other.kind && (other.name.isEmpty || namesMatch(name, other.name))
    }
  }

  /// Whether it is a table of all those tables.
  func lies(in other: Securable) -> Bool {
    guard other.kind == .allTables, kind == .table || kind == .view, let schema else { return false }
    return namesMatch(schema, other.name)
  }
}

/// Whether a name of the script is the one that a claim writes: in the case it folds to, and where one of
/// them leaves out the database: `shop.sales` and `sales`.
func namesMatch(_ name: String, _ claimed: String) -> Bool {
  for claimed in [claimed, claimed.lowercased()] {
    if name == claimed || name.hasSuffix("." + claimed) || claimed.hasSuffix("." + name) { return true }
  }
  return false
}

/// The same for tables, where a bare `orders` may lie in any schema and is only itself.
private func tableNamesMatch(_ name: String, _ claimed: String) -> Bool {
  if name.contains("."), claimed.contains(".") { return namesMatch(name, claimed) }
  return name == claimed || name == claimed.lowercased()
}
