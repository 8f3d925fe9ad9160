extension GrantedAccess {
  /// The statements that would give what is needed, one for each securable.
  func cures(_ needs: [AccessNeed], _ grantee: String) -> [String] {
    var securables: [Securable] = []
    for need in needs where !securables.contains(need.securable) { securables.append(need.securable) }
    return securables.map { securable in
      cure(needs.filter { $0.securable == securable }.map(\.privilege), securable, grantee)
    }
  }

  private func cure(_ privileges: [String], _ securable: Securable, _ grantee: String) -> String {
    if securable.kind == .futureTables, dialect != .snowflake {
      let creators = creators(in: securable.name).filter { $0.user != grantee }
      let only = creators.count == 1 ? creators[0].user : nil
      return defaultsCure(privileges, securable.name, grantee, creator: only)
    }
    let list = privileges.joined(separator: ", ")
    return "GRANT \(list) ON \(sqlObject(securable)) TO \(sqlGrantee(grantee));"
  }

  /// The default privileges for the tables of one creator, or of whoever runs the statement.
  func defaultsCure(_ privileges: [String], _ schema: String, _ grantee: String, creator: String?) -> String {
    let owner = creator.map { "FOR USER \($0) " } ?? ""
    let list = privileges.joined(separator: ", ")
    return "ALTER DEFAULT PRIVILEGES \(owner)IN SCHEMA \(schema) GRANT \(list) ON TABLES "
      + "TO \(sqlGrantee(grantee));"
  }

  func membershipCure(_ role: String, _ member: String) -> String {
    let verb = dialect == .postgres ? "GRANT" : "GRANT ROLE"
    let isUnknown = accountKind(of: member) == nil
    return "\(verb) \(role) TO \(isUnknown ? member : sqlGrantee(member));"
  }

  private func sqlObject(_ securable: Securable) -> String {
    let name = securable.name.isEmpty ? "<\(securable.kind.rawValue)>" : securable.name
    return switch securable.kind {
    case .allTables: "ALL TABLES IN SCHEMA \(name)"
    case .futureTables: "FUTURE TABLES IN SCHEMA \(name)"
    case .table, .view: name
    case .database where dialect == .databricks: "CATALOG \(name)"
    default: "\(securable.kind.rawValue.uppercased()) \(name)"
    }
  }

  /// The grantee with the word that its dialect puts before it.
  private func sqlGrantee(_ name: String) -> String {
    switch (dialect, accountKind(of: name)) {
    case (.redshift, .role), (.snowflake, .role), (.snowflake, nil): "ROLE \(name)"
    case (.redshift, .group): "GROUP \(name)"
    case (.snowflake, .user): "USER \(name)"
    default: name
    }
  }
}
