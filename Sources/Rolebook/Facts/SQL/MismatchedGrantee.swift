/// A grant to somebody else than the rest of the script has in mind.
enum MismatchedGrantee {
  /// A name that is a slip of a known one.
  case slip(uses: [SymbolTable.Entry], of: SymbolTable.Definition)
  /// A user called a role, or the like.
  case otherKind(SymbolTable.Entry, is: SymbolTable.Definition)
  /// One may use a schema and nothing in it, the other, unknown, has a right in it and may not use it.
  case half(SymbolTable.Entry, schema: String, user: SQLName, usage: Place)
}

extension SymbolTable {
  var mismatchedGrantees: [ScriptFault<MismatchedGrantee>] { slips + otherKinds + halves }

  private var slips: [ScriptFault<MismatchedGrantee>] {
    undefinedNames.compactMap { name in
      guard name.isGrantee, case .slip(let definition) = name.suspicion else { return nil }
      return ScriptFault(
        places: [name.uses[0].place, definition.place], value: .slip(uses: name.uses, of: definition))
    }
  }

  /// Only Redshift and Snowflake tell roles from users.
  private var otherKinds: [ScriptFault<MismatchedGrantee>] {
    guard dialect == .redshift || dialect == .snowflake else { return [] }
    let known = Dictionary(grouping: definitions[.account] ?? []) { $0.name.lowercased() }
    var seen: Set<String> = []
    return entries.compactMap { entry in
      guard entry.mention.family == .account, let kind = entry.mention.kind,
        entry.mention.act == .receive || entry.mention.act == .use,
        let definitions = known[entry.name.lowercased()], !definitions.contains(where: { $0.kind == kind }),
        seen.insert("\(kind) \(entry.name)").inserted
      else { return nil }
      return ScriptFault(
        places: [entry.place, definitions[0].place], value: .otherKind(entry, is: definitions[0]))
    }
  }

  private var halves: [ScriptFault<MismatchedGrantee>] {
    let rights = SchemaRights(statements)
    let accounts = Set((definitions[.account] ?? []).map(\.name))
    return undefinedNames.compactMap { name in
      guard name.uses.count == 1, name.isGrantee, case .unlisted = name.suspicion,
        let schema = rights.onlySchemaInReach(of: name.mention.name),
        let (user, usage) = rights.onlyUser(of: schema, except: name.mention.name),
        accounts.contains(user.value)
      else { return nil }
      return ScriptFault(
        places: [name.uses[0].place, usage],
        value: .half(name.uses[0], schema: schema, user: user, usage: usage))
    }
  }
}

/// Who may use which schema, and who has rights on tables there.
private struct SchemaRights {
  private var usages: [String: [(name: SQLName, place: Place)]] = [:]
  private var schemasOfTables: [SQLName: Set<String>] = [:]

  init(_ statements: [SQLStatement]) {
    for statement in statements {
      switch statement.effect {
      case .grant(let grant): add(grant, at: statement.place)
      case .defaultPrivileges(let defaults) where !defaults.isRevoke: add(defaults.grant, at: statement.place)
      default: break
      }
    }
  }

  private mutating func add(_ grant: SQLGrant, at place: Place) {
    for securable in grant.securables.map(\.value) {
      guard let schema = securable.schema else { continue }
      for grantee in grant.grantees {
        if securable.kind == .schema {
          usages[schema, default: []].append((grantee, place))
        } else {
          schemasOfTables[grantee, default: []].insert(schema)
        }
      }
    }
  }

  func onlySchemaInReach(of grantee: SQLName) -> String? {
    guard let schemas = schemasOfTables[grantee], schemas.count == 1 else { return nil }
    return schemas.first
  }

  /// The one who may use the schema and has no right on its tables, where there is one such only.
  func onlyUser(of schema: String, except grantee: SQLName) -> (SQLName, Place)? {
    let users = usages[schema] ?? []
    guard users.count == 1, users[0].name != grantee, schemasOfTables[users[0].name] == nil else {
      return nil
    }
    return users[0]
  }
}
