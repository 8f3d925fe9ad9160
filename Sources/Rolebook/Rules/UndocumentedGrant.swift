import Markdown

extension Rule {
  static let undocumentedGrant = Rule(
    "undocumented-grant", .sql, .warning, "a statement grants what no row of the access table claims"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      let proofs = catalog.proofs(of: guide)
      return findUndocumentedGrants(guide.access, proofs, catalog.mistakenGrants(of: guide, proofs))
    }
  }

  /// What some choice of options grants beyond the claims that hold for it; nothing without an access table.
  /// Of a statement that is meant for a claim, that claim's finding speaks.
  static func findUndocumentedGrants(
    _ access: [ScriptAccess], _ proofs: [ClaimProof], _ mistaken: MistakenGrants = .none
  ) -> [Finding] {
    guard let table = proofs.first?.claim.row else { return [] }
    var given: [UndocumentedRight] = []
    var seen: Set<[UndocumentedRight.Key: [String]]> = []
    for access in access {
      for options in access.choices {
        let review = GrantReview(access.granted, proofs, options: options)
        given += review.undocumented.filter {
          seen.insert([$0.key: $0.names]).inserted && !mistaken.explain($0)
        }
      }
    }
    return merge(given, named: Set(proofs.map(\.claim.grantee.value))).map { $0.finding(table) }
  }

  /// Rights of one statement, grantee and securable become one; a grantee that no claim names is one too.
  private static func merge(_ rights: [UndocumentedRight], named: Set<String>) -> [UndocumentedRight] {
    var merged: [UndocumentedRight] = []
    var index: [UndocumentedRight.Company: [Int]] = [:]
    for right in rights {
      let isStranger = !named.contains(right.grantee)
      let sought = isStranger ? [.stranger(right.grantee)] : right.soughtCompany
      let known = sought.compactMap { index[$0]?.first { isStranger || merged[$0].takes(right) } }.min()
      if let known {
        merged[known].add(right)
      } else {
        for company in isStranger ? sought : right.company {
          index[company, default: []].append(merged.count)
        }
        merged.append(right.marked(isStranger: isStranger))
      }
    }
    return merged
  }
}

/// Something that a statement gives and no claim speaks of.
struct UndocumentedRight: Equatable {
  /// One statement's rights for one grantee on one thing.
  struct Key: Hashable {
    let statement: Place
    let grantee: String
    let object: String
  }

  /// Privileges, or the roles that somebody becomes a member of.
  var names: [String]
  /// In words; empty for a membership.
  let object: String
  /// Nil for a membership, and for future tables in any schema.
  var securable: Securable?
  let grantee: String
  let statement: SQLStatement
  var isStranger = false
  /// The other statements for a grantee that no claim names.
  var others: [SQLStatement] = []

  static func == (left: Self, right: Self) -> Bool {
    (left.names, left.object, left.grantee, left.statement.place)
      == (right.names, right.object, right.grantee, right.statement.place)
  }

  var key: Key { Key(statement: statement.place, grantee: grantee, object: object) }

  /// Whatever it names: the grantee, the thing and its schema, or the roles.
  var allNames: [String] {
    [grantee] + (securable.map { [$0.name] + [$0.schema].compactMap(\.self) } ?? names)
  }

  /// What rights that become one share, so that each looks for the others among few: a schema is known by the last
  /// part of its name.
  fileprivate enum Company: Hashable {
    case stranger(String)
    case statement(Key)
    case anything(grantee: String, schema: String)
    case way(grantee: String, schema: String)
    case allTables(grantee: String, schema: String)
  }

  /// What it is to be found by.
  fileprivate var company: [Company] {
    guard let schema = securable?.schema.map(lastPart) else { return [.statement(key)] }
    return [.statement(key), .anything(grantee: grantee, schema: schema)]
      + (isWay ? [.way(grantee: grantee, schema: schema)] : [])
      + (isOnAllTables ? [.allTables(grantee: grantee, schema: schema)] : [])
  }

  /// Where it finds those it may become one with.
  fileprivate var soughtCompany: [Company] {
    guard let schema = securable?.schema.map(lastPart) else { return [.statement(key)] }
    if isWay { return [.anything(grantee: grantee, schema: schema)] }
    return [.statement(key), .way(grantee: grantee, schema: schema)]
      + (isOnAllTables ? [.allTables(grantee: grantee, schema: schema)] : [])
  }

  fileprivate func takes(_ other: UndocumentedRight) -> Bool {
    goes(with: other) || (statement.place == other.statement.place && object == other.object)
  }

  /// Whether a row for this one would be a row for the other: the way into a schema and what is reached there,
  /// or all tables of it and those to come.
  private func goes(with other: UndocumentedRight) -> Bool {
    guard statement.place != other.statement.place, let schema = securable?.schema,
      let second = other.securable?.schema, namesMatch(schema, second) || namesMatch(second, schema)
    else { return false }
    return isWay || other.isWay || (names == other.names && isOnAllTables && other.isOnAllTables)
  }

  private var isWay: Bool {
    securable?.kind == .schema && names.allSatisfy { $0 == "USAGE" || $0 == "USE SCHEMA" }
  }

  private var isOnAllTables: Bool {
    securable.map { [.allTables, .futureTables, .allViews, .futureViews].contains($0.kind) } ?? false
  }

  fileprivate mutating func add(_ other: UndocumentedRight) {
    if other.statement.place == statement.place {
      names += other.names.filter { !names.contains($0) }
    } else {
      others.append(other.statement)
    }
  }

  fileprivate func marked(isStranger: Bool) -> Self {
    var copy = self
    copy.isStranger = isStranger
    return copy
  }

  fileprivate func finding(_ table: Place) -> Finding {
    let also = ordered(others).map { Related("this grants to it as well", at: $0.place) }
    return Finding(
      message, at: statement.place, related: also + [Related("the access table begins here", at: table)],
      help: "add a row for it, or drop the statement", facts: [grantee, object] + names.sorted())
  }

  private var message: String {
    if isStranger { return "no row of the access table names `\(grantee)`, which is granted access" }
    return object.isEmpty
      ? "no row of the access table makes `\(grantee)` a member of \(listInWords(names))"
      : "no row of the access table gives `\(grantee)` \(listInWords(names)) on \(object)"
  }
}
