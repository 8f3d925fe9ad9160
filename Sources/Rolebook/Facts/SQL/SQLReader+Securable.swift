extension SQLReader {
  /// What stands between the privileges and the grantees.
  mutating func grantObjects(for privileges: [SQLName]) throws(Unread) -> [Located<Securable>] {
    try expect("ON")
    if acceptKind("ALL") { return try set(isFuture: false) }
    if acceptKind("FUTURE") { return try set(isFuture: true) }
    if let whole = wholeSystem(privileges) { return [whole] }
    if privileges.contains(where: { $0.value == "ASSUMEROLE" }) {
      return try securables(.other, "IAM role ") { (reader: inout SQLReader) throws(Unread) -> SQLName in
        try reader.nameOrString()
      }
    }
    if acceptKind("SCHEMA") { return try securables(dialect == .bigquery ? .dataset : .schema) }
    if acceptKind("DATABASE") { return try securables(dialect == .databricks ? .schema : .database) }
    if acceptKind("CATALOG") { return try securables(.database) }
    for (words, kind) in Self.kinds where acceptKind(words) {
      return try securables(kind, kind == .other ? words.joined(separator: " ").lowercased() + " " : "")
    }
    return try securables(.table)
  }

  /// Redshift's `FOR TABLES IN SCHEMA s`: the tables of today and those to come.
  mutating func scope() throws(Unread) -> [Located<Securable>] {
    try set(isFuture: false)
  }

  /// The words for a kind of thing before its name; of those that begin alike, the longer ones first.
  private static let kinds: [([String], Securable.Kind)] =
    [
      ("EXTERNAL TABLE", .table), ("DYNAMIC TABLE", .table), ("ICEBERG TABLE", .table),
      ("EVENT TABLE", .table), ("HYBRID TABLE", .table), ("FOREIGN TABLE", .table),
      ("MATERIALIZED VIEW", .view), ("SEMANTIC VIEW", .view), ("TABLE", .table), ("VIEW", .view),
      ("WAREHOUSE", .warehouse), ("INTEGRATION", .integration), ("STAGE", .stage), ("SEQUENCE", .sequence),
      ("FUNCTION", .function), ("ROUTINE", .function), ("PROCEDURE", .procedure), ("LANGUAGE", .language),
      ("ROLE", .role), ("USER", .user),
    ].map { ($0.split(separator: " ").map(String.init), $1) }
    + others.map { ($0.split(separator: " ").map(String.init), .other) }

  private static let others = [
    "EXTERNAL LOCATION", "EXTERNAL VOLUME", "EXTERNAL SCHEMA", "STORAGE CREDENTIAL", "SERVICE CREDENTIAL",
    "FOREIGN DATA WRAPPER", "FOREIGN SERVER", "LARGE OBJECT", "FILE FORMAT", "RESOURCE MONITOR",
    "MASKING POLICY", "ROW ACCESS POLICY", "SESSION POLICY", "PASSWORD POLICY", "NETWORK POLICY",
    "NETWORK RULE", "AGGREGATION POLICY", "PROJECTION POLICY", "PACKAGES POLICY", "AUTHENTICATION POLICY",
    "COMPUTE POOL", "IMAGE REPOSITORY", "GIT REPOSITORY", "FAILOVER GROUP", "REPLICATION GROUP",
    "CORTEX SEARCH SERVICE", "CLEAN ROOM", "CREDENTIAL", "SERVER", "MODEL", "DATASHARE", "TABLESPACE",
    "DOMAIN", "TYPE", "PARAMETER", "PIPE", "TASK", "STREAM", "TAG", "SECRET", "SHARE", "RECIPIENT",
    "PROVIDER", "CONNECTION", "VOLUME", "STREAMLIT", "NOTEBOOK", "SERVICE", "ALERT", "SNAPSHOT", "AGENT",
    "APPLICATION",
  ]

  /// What has no name: the account, the metastore, any file.
  private mutating func wholeSystem(_ privileges: [SQLName]) -> Located<Securable>? {
    let start = position
    let isOnTable = privileges.allSatisfy { tablePrivileges.contains($0.value) }
    let whole: Securable? =
      if dialect == .snowflake, !isOnTable, accept("ACCOUNT") {
        Securable(.account)
      } else if dialect == .databricks, accept("METASTORE") {
        Securable(.other, "metastore")
      } else if dialect == .databricks, accept("ANY", "FILE") {
        Securable(.other, "any file")
      } else if dialect == .databricks, accept("ANONYMOUS", "FUNCTION") {
        Securable(.other, "anonymous function")
      } else { nil }
    guard let whole else { return nil }
    // The metastore may be named all the same.
    if whole.kind == .other, next?.keyword != "TO", next?.keyword != "FROM" { _ = try? name() }
    return Located(whole, place(tokens[start].range.lowerBound..<tokens[position - 1].range.upperBound))
  }

  /// `TABLES IN SCHEMA s` after `ALL`, `FUTURE` or Redshift's `FOR`.
  private mutating func set(isFuture: Bool) throws(Unread) -> [Located<Securable>] {
    var words: [String] = []
    while let word = next?.keyword, !word.isEmpty, word != "IN", word != "TO", word != "FROM" {
      words.append(word)
      skip()
    }
    try expect("IN")
    let isInDatabase = acceptAny(["DATABASE", "CATALOG"]) && dialect != .databricks
    if !isInDatabase, !accept("SCHEMA") { throw Unread("\(nextInWords) where `SCHEMA` should stand") }
    let sets = try names().map { name in
      Located(set(of: words, name.value, isFuture: isFuture, isInDatabase: isInDatabase), name.place)
    }
    // Redshift's `IN SCHEMA s DATABASE d`.
    if accept("DATABASE") { _ = try name() }
    return sets
  }

  private func set(
    of words: [String], _ name: String, isFuture: Bool, isInDatabase: Bool
  ) -> Securable {
    let kind: Securable.Kind? =
      switch words {
      case ["TABLES"]: isFuture ? .futureTables : .allTables
      case ["VIEWS"]: isFuture ? .futureViews : .allViews
      case ["SCHEMAS"]: isFuture ? .futureSchemas : .allSchemas
      default: nil
      }
    if let kind { return Securable(kind, name, isInDatabase: isInDatabase) }
    let things = "\(isFuture ? "future" : "all") \(words.joined(separator: " ").lowercased())"
    return Securable(.other, "\(things) in \(isInDatabase ? "database" : "schema") \(name)")
  }

  private mutating func securables(
    _ kind: Securable.Kind, _ prefix: String = ""
  ) throws(Unread) -> [Located<Securable>] {
    try securables(kind, prefix) { (reader: inout SQLReader) throws(Unread) -> SQLName in
      let name = try reader.name()
      reader.skipParentheses()
      return name
    }
  }

  private mutating func securables(
    _ kind: Securable.Kind, _ prefix: String, name: (inout SQLReader) throws(Unread) -> SQLName
  ) throws(Unread) -> [Located<Securable>] {
    try list(name).map { Located(Securable(kind, prefix + $0.value), $0.place) }
  }
}
