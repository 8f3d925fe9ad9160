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
    var index: [[String]: [Int]] = [:]
    for right in rights {
      let isStranger = !named.contains(right.grantee)
      let key = isStranger ? [right.grantee] : [right.grantee, right.neighbourhood]
      let known = index[key]?.first { isStranger || merged[$0].takes(right) }
      if let known {
        merged[known].add(right)
      } else {
        index[key, default: []].append(merged.count)
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

  /// What rights that become one share: the last part of their schema's name, or their object.
  fileprivate var neighbourhood: String {
    guard let schema = securable?.schema else { return object }
    return schema.split(separator: ".").last?.lowercased() ?? ""
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

/// The grants of one choice of options, held against the claims that hold for it.
struct GrantReview {
  let access: GrantedAccess
  let claims: [Claim]
  /// By the names that their grantees bear and are members of.
  private var claimsByPrincipal: [String: [Claim]] = [:]
  /// Statements that `refuted-access` speaks of.
  let refuting: Set<Place>

  init(_ access: GrantedAccess, _ proofs: [ClaimProof], options: [String]) {
    self.access = access
    let applying = proofs.filter { $0.claim.options.holds(for: options) }
    claims = applying.map(\.claim)
    for claim in claims {
      let principals = access.principals(of: access.name(for: claim.grantee.value))
      for name in Set(principals.map(\.name)) { claimsByPrincipal[name, default: []].append(claim) }
    }
    let refutations = applying.flatMap(\.trials).compactMap(\.proof.refutation)
    refuting = Set(refutations.flatMap(\.statements).map(\.place))
  }

  var undocumented: [UndocumentedRight] {
    undocumentedGrants + undocumentedDefaults + undocumentedMemberships
  }

  private var undocumentedGrants: [UndocumentedRight] {
    access.events.filter(isJudged).flatMap { event in
      event.privileges.filter { isStanding(event, $0) && !isDocumented(event, $0) }.map {
        UndocumentedRight(
          names: [$0], object: event.securable.inWords, securable: event.securable, grantee: event.grantee,
          statement: event.statement)
      }
    }
  }

  /// What statements mean to give and no database accepts, for lack of such a privilege there.
  var refused: [UndocumentedRight] {
    access.events.filter { !$0.isRevoke && $0.isInvalid(access.dialect) }.map {
      UndocumentedRight(
        names: [$0.privilege], object: $0.securable.inWords, securable: $0.securable, grantee: $0.grantee,
        statement: $0.statement)
    }
  }

  /// Access to warehouses, functions and the like is judged where the table speaks of such things.
  private func isJudged(_ event: GrantedAccess.Event) -> Bool {
    guard !event.isRevoke, !refuting.contains(event.statement.place),
      event.isInvalid(access.dialect) == false
    else { return false }
    return Self.followed.contains(event.securable.kind)
      || claims.contains { $0.object.value.kind == event.securable.kind }
  }

  private static let followed: Set<Securable.Kind> = [
    .organization, .folder, .project, .dataset, .database, .schema, .table, .view, .allTables, .futureTables,
    .allViews, .futureViews, .allSchemas, .futureSchemas,
  ]

  private func isStanding(_ event: GrantedAccess.Event, _ privilege: String) -> Bool {
    let principal = GrantedAccess.Principal(name: event.grantee, path: [])
    let standing = access.standing(of: AccessNeed(privilege, event.securable), for: [principal])
    if case .lost = standing { return false }
    return true
  }

  private func isDocumented(_ event: GrantedAccess.Event, _ privilege: String) -> Bool {
    claims(for: event.grantee).contains { claim in
      if access.dialect == .bigquery { return isAbout(claim, event.securable) }
      // Nothing in a database is reached without these.
      if isWayIn(privilege, event.securable) { return true }
      guard let needs = claim.needs(in: access.dialect) else {
        return claim.object.value == event.securable
      }
      return needs.contains { need in
        claim.documents(privilege, need) && event.securable.isSaid(by: need.securable, access.dialect)
      }
    }
  }

  private func isWayIn(_ privilege: String, _ securable: Securable) -> Bool {
    switch securable.kind {
    case .database: ["CONNECT", "USAGE", "USE CATALOG", "IMPORTED PRIVILEGES"].contains(privilege)
    case .allSchemas, .futureSchemas: ["USAGE", "USE SCHEMA"].contains(privilege)
    default: false
    }
  }

  private func isAbout(_ claim: Claim, _ securable: Securable) -> Bool {
    securable.coversInBigQuery(claim.object.value) || claim.object.value.coversInBigQuery(securable)
  }

  private var undocumentedDefaults: [UndocumentedRight] {
    access.defaults.filter { !$0.isRevoke }.flatMap { given in
      let privileges =
        given.privilege == "ALL" ? Securable(.allTables).allPrivileges : [given.privilege]
      return privileges.filter { !isDocumented(given, $0) }.map { privilege in
        let schemas = given.schemas.isEmpty ? "" : " in schema \(listInWords(given.schemas))"
        return UndocumentedRight(
          names: [privilege], object: "future tables" + schemas,
          securable: given.schemas.first.map { Securable(.futureTables, $0) }, grantee: given.grantee,
          statement: given.statement)
      }
    }
  }

  private func isDocumented(_ given: GrantedAccess.Default, _ privilege: String) -> Bool {
    claims(for: given.grantee).contains { claim in
      (claim.needs(in: access.dialect) ?? []).contains { need in
        need.isOnAllTables && claim.documents(privilege, need) && given.reaches(need.securable.name)
      }
    }
  }

  private var undocumentedMemberships: [UndocumentedRight] {
    access.memberships.filter { !isDocumented($0) }.map {
      UndocumentedRight(names: [$0.role], object: "", grantee: $0.member, statement: $0.statement)
    }
  }

  /// A membership is documented by a claim of it, or by one that its member's rights come to through it.
  private func isDocumented(_ membership: GrantedAccess.Membership) -> Bool {
    let roles = access.principals(of: membership.role).map(\.name)
    return claims(for: membership.member).contains { claim in
      if claim.access.value.rights.contains(.member) {
        return roles.contains(access.name(for: claim.object.value.name))
      }
      return (claim.needs(in: access.dialect) ?? []).contains { need in
        roles.contains { role in
          access.index.events(of: role, near: need.securable).contains {
            access.events[$0].gives(need, to: role, access.dialect)
          }
        }
      }
    }
  }

  /// The claims of a grantee and of its members, who have what it has.
  private func claims(for grantee: String) -> [Claim] { claimsByPrincipal[grantee] ?? [] }
}

extension Claim {
  /// Whether a privilege is what this need of the claim says; who may write is not kept from reading.
  fileprivate func documents(_ privilege: String, _ need: AccessNeed) -> Bool {
    if need.privilege == privilege { return true }
    guard privilege == "SELECT", access.value.rights.contains(.write) else { return false }
    return tablePrivileges.contains(need.privilege)
  }
}

extension Securable {
  /// Whether a claim that needs a right there speaks of one here: on the same level or below, not above.
  fileprivate func isSaid(by needed: Securable, _ dialect: Dialect) -> Bool {
    if lies(in: needed) { return true }
    if [.futureTables, .allViews, .futureViews].contains(kind) || (kind == .schema && dialect == .databricks)
    {
      if needed.kind == .allTables, namesMatch(name, needed.name) { return true }
    }
    if kind == .allTables, needed.kind != .allTables { return false }
    return reaches(needed, dialect)
  }
}
