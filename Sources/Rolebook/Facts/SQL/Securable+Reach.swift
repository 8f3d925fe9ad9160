extension Securable {
  /// Whether a right here is one there: on the same thing, on an element of a set, and in Databricks on all
  /// that lies below. An empty name is any.
  func reaches(_ other: Securable, _ dialect: Dialect) -> Bool {
    if isNamedAlike(other) { return true }
    if isSet, elements(dialect).contains(other.kind) {
      if isInDatabase { return other.isInDatabase ? namesMatch(name, other.name) : mayHold(other) }
      return !other.isInDatabase && other.schema.map { namesMatch(name, $0) } ?? false
    }
    guard dialect == .databricks, let schema = other.schema else { return false }
    if kind == .schema { return namesMatch(name, schema) }
    return kind == .database && mayHold(other)
  }

  private func isNamedAlike(_ other: Securable) -> Bool {
    switch (kind, other.kind) {
    case (.table, .table), (.view, .view), (.table, .view), (.view, .table):
      tableNamesMatch(name, other.name)
    default:
      kind == other.kind && isInDatabase == other.isInDatabase
        && (other.name.isEmpty || namesMatch(name, other.name))
    }
  }

  /// What a right on a set is a right on: elsewhere than in Snowflake views are tables.
  private func elements(_ dialect: Dialect) -> Set<Kind> {
    let countsViews = dialect != .snowflake
    return switch kind {
    case .allTables: countsViews ? [.table, .view, .allTables, .allViews] : [.table, .allTables]
    case .futureTables: countsViews ? [.futureTables, .futureViews] : [.futureTables]
    case .allViews: [.view, .allViews]
    case .futureViews: [.futureViews]
    case .allSchemas: [.schema, .allSchemas]
    case .futureSchemas: [.futureSchemas]
    default: []
    }
  }

  /// Whether this database holds a schema or what lies in one; a name without a database may lie in any.
  func mayHold(_ other: Securable) -> Bool {
    guard let schema = other.schema else { return false }
    return schema.lastIndex(of: ".").map { namesMatch(name, String(schema[..<$0])) } ?? true
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
  if name == claimed || endsAlike(name, claimed) { return true }
  let lower = claimed.lowercased()
  return lower != claimed && (name == lower || endsAlike(name, lower))
}

private func endsAlike(_ one: String, _ other: String) -> Bool {
  let (long, short) = one.utf8.count > other.utf8.count ? (one, other) : (other, one)
  guard long.utf8.count > short.utf8.count, long.hasSuffix(short) else { return false }
  return long.utf8.dropLast(short.utf8.count).last == UInt8(ascii: ".")
}

/// The same for tables, where a bare `orders` may lie in any schema and is only itself.
private func tableNamesMatch(_ name: String, _ claimed: String) -> Bool {
  let dot = UInt8(ascii: ".")
  if name.utf8.contains(dot), claimed.utf8.contains(dot) { return namesMatch(name, claimed) }
  return name == claimed || name == claimed.lowercased()
}

/// A thing's own name, without what it lies in and regard to case: names that match have it alike.
func lastPart(_ name: String) -> String {
  name.split(separator: ".").last?.lowercased() ?? ""
}
