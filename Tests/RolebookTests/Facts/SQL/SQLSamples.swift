import Markdown

@testable import Rolebook

/// The statements of some SQL, with places that are its own bytes in file 0.
func statements(_ sql: String, _ dialect: Dialect? = .redshift) -> [SQLStatement] {
  SQLStatement.readAll(Array(sql.utf8), dialect: dialect) { Place(0, Span($0.lowerBound, $0.upperBound)) }
}

/// A script of one block, or of a block for each option: `["": "…", "chosen": "…"]`.
func script(
  _ blocks: KeyValuePairs<String, String>, _ dialect: Dialect = .redshift, existing: [String] = []
) -> Script {
  let nowhere = Place(0, Span(0, 0))
  let blocks = blocks.enumerated().map { index, block in
    // Each block is its own file, so that no two statements share a place.
    let statements = SQLStatement.readAll(Array(block.value.utf8), dialect: dialect) {
      Place(FileID(index), Span($0.lowerBound, $0.upperBound))
    }
    return ScriptBlock(
      options: block.key.isEmpty ? [] : [block.key], database: nil, statements: statements, dialect: dialect,
      place: nowhere)
  }
  return Script(dialect: dialect, blocks: blocks, existing: existing.map { Located($0, nowhere) })
}

func script(_ sql: String, _ dialect: Dialect = .redshift, existing: [String] = []) -> Script {
  script(["": sql], dialect, existing: existing)
}

/// A row of an access table: `claim("reporting", "read", "schema sales")`.
func claim(_ grantee: String, _ access: String, _ object: String, options: OptionScope = []) throws -> Claim {
  guard let right = Access(reading: access), let securable = Securable(reading: object) else {
    throw UnreadableRow(text: "\(access) | \(object)")
  }
  let nowhere = Place(0, Span(0, 0))
  return Claim(
    grantee: Located(grantee, nowhere), access: Located(right, nowhere),
    object: Located(securable, nowhere), options: options, row: nowhere)
}

struct UnreadableRow: Error {
  let text: String
}

extension SQLStatement {
  /// What was read, in one line: `grant SELECT on table s.t to r`.
  var summary: String {
    switch effect {
    case .createDatabase(let name): "database \(name.value)"
    case .createSchema(let name, let owner): "schema \(name.value)\(owner.map { " of \($0.value)" } ?? "")"
    case .createTable(let name): "table \(name.value)"
    case .createRole(let name): "role \(name.value)"
    case .createGroup(let name): "group \(name.value)"
    case .createUser(let name, let password):
      "user \(name.value)\(password.map { " with \($0.value)" } ?? "")"
    case .alterUser(let name, let password): "alter \(name.value)\(password.map { " to \($0.value)" } ?? "")"
    case .grant(let grant): "grant \(grant.summary("to"))"
    case .revoke(let grant): "revoke \(grant.summary("from"))"
    case .grantRole(let membership): "grant \(membership.summary("to"))"
    case .revokeRole(let membership): "revoke \(membership.summary("from"))"
    case .defaultPrivileges(let defaults): defaults.summary
    case .changeOwner(let object, let owner): "\(object.value.text) of \(owner.value)"
    case .drop(let objects): "drop \(objects.map(\.value.text).joined(separator: ", "))"
    case .useDatabase(let name): "use \(name.value)"
    case .useRole(let name): "as \(name?.value ?? "oneself")"
    case .setVariable(let name): "set \(name.value)"
    case .other: "other"
    case .unread(let reason): "unread: \(reason.value)"
    }
  }
}

extension SQLGrant {
  fileprivate func summary(_ preposition: String) -> String {
    let objects = securables.map(\.value.text).joined(separator: ", ")
    let scope = includesFutureTables ? " and later ones" : ""
    return "\(names(privileges)) on \(objects)\(scope) \(preposition) \(names(grantees))"
  }
}

extension SQLMembership {
  fileprivate func summary(_ preposition: String) -> String {
    "role \(names(roles)) \(preposition) \(names(members))"
      + (inherits.map { $0 ? " with its rights" : " without its rights" } ?? "")
  }
}

extension SQLDefaultPrivileges {
  fileprivate var summary: String {
    let owners = creators.isEmpty ? "" : " of \(names(creators))"
    let scope = schemas.isEmpty ? "" : " in \(names(schemas))"
    let privileges = names(grant.privileges) + (objects == .table ? "" : " on each \(objects.rawValue)")
    return "by default\(owners)\(scope) \(isRevoke ? "revoke" : "grant") \(privileges) "
      + "\(isRevoke ? "from" : "to") \(names(grant.grantees))"
  }
}

private func names(_ names: [SQLName]) -> String { names.map(\.value).joined(separator: ", ") }
