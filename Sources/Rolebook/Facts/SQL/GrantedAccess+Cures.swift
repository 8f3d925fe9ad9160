extension GrantedAccess {
  /// The statement that would give what is needed.
  func cure(_ need: AccessNeed, _ grantee: String) -> String {
    "GRANT \(need.privilege) ON \(sqlObject(need.securable)) TO \(sqlGrantee(grantee));"
  }

  /// The statement that would give it on tables to come, those of one creator or of whoever runs it.
  func futureCure(_ need: AccessNeed, _ grantee: String, creator: String? = nil) -> String {
    if dialect == .snowflake { return cure(need, grantee) }
    let creators = creator.map { "FOR USER \($0) " } ?? ""
    return "ALTER DEFAULT PRIVILEGES \(creators)IN SCHEMA \(need.securable.name) "
      + "GRANT \(need.privilege) ON TABLES TO \(sqlGrantee(grantee));"
  }

  func membershipCure(_ role: String, _ member: String) -> String {
    dialect == .postgres
      ? "GRANT \(role) TO \(member);" : "GRANT ROLE \(role) TO \(sqlGrantee(member, naming: .user));"
  }

  private func sqlObject(_ securable: Securable) -> String {
    switch securable.kind {
    case .allTables: "ALL TABLES IN SCHEMA \(securable.name)"
    case .futureTables: "FUTURE TABLES IN SCHEMA \(securable.name)"
    case .table: "TABLE \(securable.name)"
    case .database where dialect == .databricks: "CATALOG \(securable.name)"
    default: "\(securable.kind.rawValue.uppercased()) \(securable.name)"
    }
  }

  /// The grantee with the word that its dialect puts before it.
  private func sqlGrantee(_ name: String, naming kind: ScriptObject.Kind? = nil) -> String {
    switch (dialect, accountKind(of: name)) {
    case (.redshift, .role), (.snowflake, .role): "ROLE \(name)"
    case (.redshift, .group): "GROUP \(name)"
    case (.snowflake, .user): "USER \(name)"
    case (.snowflake, _) where kind == nil: "ROLE \(name)"
    default: name
    }
  }
}
