extension TableColumns {
  /// The columns of a matrix that may be roles.
  var roleColumns: [Int] {
    let columns = others.filter { !isProperty($0) }
    // What is written as code is a name of the platform's.
    if columns.contains(where: { !table.headers[$0].codes.isEmpty }) { return columns }
    let names = columns.map { table.headerNames[$0] }
    return Self.otherHeads.contains { kind in names.allSatisfy(kind.contains) } ? [] : columns
  }

  /// `Supported: Yes` is a property of the permission.
  private func isProperty(_ column: Int) -> Bool {
    let word = table.headerNames[column].prefix { !$0.isWhitespace }
    return table.headers[column].isEmpty || Self.properties.contains(String(word))
  }

  /// What the header of a property starts with.
  private static let properties: Set<String> = [
    "supported", "available", "availability", "enabled", "default", "required", "optional", "deprecated",
    "ga", "beta", "alpha", "preview", "experimental", "new", "audited", "logged", "grantable", "delegable",
    "sensitive",
  ]

  /// Columns that are all of one of these kinds say where a permission works, not who has it.
  private static let otherHeads: [Set<String>] = [
    [
      "organization", "organisation", "folder", "project", "dataset", "database", "catalog", "schema",
      "table",
      "view", "materialized view", "column", "row", "function", "procedure", "routine", "sequence", "model",
      "stage", "warehouse", "cluster", "namespace", "node", "pod", "index", "indices", "topic", "bucket",
      "object", "file", "group", "subgroup", "repository", "repo", "instance", "workspace", "job", "notebook",
      "dashboard", "stream", "task", "type", "domain", "language", "large object", "parameter", "tablespace",
      "foreign server", "volume", "share", "connection",
    ],
    [
      "get", "list", "watch", "create", "read", "write", "update", "patch", "delete", "edit", "execute",
      "view",
      "manage", "post", "put", "select", "insert", "deletecollection", "c", "r", "u", "d",
    ],
    [
      "free", "premium", "ultimate", "pro", "team", "business", "enterprise", "cloud", "self-managed",
      "self-hosted", "server", "oss", "open source", "saas", "dedicated", "starter", "standard", "windows",
      "linux", "macos", "mac", "aws", "gcp", "azure", "google cloud", "api", "cli", "ui", "console",
      "terraform",
      "web", "mobile", "ios", "android", "rest", "graphql",
    ],
  ]
}
