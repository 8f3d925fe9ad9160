/// What a script grants when it has run: the standing of every right, and who is a member of what.
struct GrantedAccess {
  /// One privilege for one grantee on one securable, given or taken.
  struct Event {
    let privilege: String
    let securable: Securable
    let grantee: String
    let isRevoke: Bool
    let includesFutureTables: Bool
    let statement: SQLStatement
    /// Where the privilege is written.
    let place: Place
  }

  /// A privilege on the tables that certain users will create.
  struct Default {
    let privilege: String
    /// Empty for whoever runs the statement.
    let creators: [String]
    /// Empty for every schema.
    let schemas: [String]
    let grantee: String
    let isRevoke: Bool
    let statement: SQLStatement
  }

  struct Membership {
    let role: String
    let member: String
    let statement: SQLStatement
  }

  struct Ownership {
    let securable: Securable
    let owner: String
    let statement: SQLStatement
  }

  let dialect: Dialect
  let objects: [ScriptObject]
  let unread: [SQLStatement]
  private(set) var events: [Event] = []
  private(set) var defaults: [Default] = []
  private(set) var memberships: [Membership] = []
  private(set) var ownerships: [Ownership] = []

  init(_ script: Script, options: [String]) {
    let statements = script.statements(options: options)
    dialect = script.dialect
    objects = script.objects(options: options)
    unread = statements.filter { if case .unread = $0.effect { true } else { false } }
    for statement in statements { add(statement) }
  }

  private mutating func add(_ statement: SQLStatement) {
    for membership in statement.memberships { add(membership, statement) }
    switch statement.effect {
    case .grant(let grant): add(grant, isRevoke: false, statement)
    case .revoke(let grant): add(grant, isRevoke: true, statement)
    case .grantRole(let membership): add(membership, statement)
    case .revokeRole(let membership): remove(membership)
    case .defaultPrivileges(let defaults): add(defaults, statement)
    case .createSchema(let name, let owner?):
      ownerships.append(
        Ownership(securable: Securable(.schema, name.value), owner: owner.value, statement: statement))
    case .changeOwner(let object, let owner):
      ownerships.removeAll { $0.securable == object.value }
      ownerships.append(Ownership(securable: object.value, owner: owner.value, statement: statement))
    default: break
    }
  }

  private mutating func add(_ grant: SQLGrant, isRevoke: Bool, _ statement: SQLStatement) {
    for grantee in grant.grantees {
      for securable in grant.securables {
        for privilege in grant.privileges {
          events.append(
            Event(
              privilege: privilege.value, securable: securable.value, grantee: grantee.value,
              isRevoke: isRevoke, includesFutureTables: grant.includesFutureTables, statement: statement,
              place: privilege.place))
        }
      }
    }
  }

  private mutating func add(_ membership: SQLMembership, _ statement: SQLStatement) {
    for role in membership.roles {
      for member in membership.members {
        memberships.append(Membership(role: role.value, member: member.value, statement: statement))
      }
    }
  }

  private mutating func remove(_ membership: SQLMembership) {
    memberships.removeAll { given in
      membership.roles.contains { $0.value == given.role }
        && membership.members.contains { $0.value == given.member }
    }
  }

  private mutating func add(_ new: SQLDefaultPrivileges, _ statement: SQLStatement) {
    guard new.objects == .table else { return }
    for grantee in new.grant.grantees {
      for privilege in new.grant.privileges {
        defaults.append(
          Default(
            privilege: privilege.value, creators: new.creators.map(\.value),
            schemas: new.schemas.map(\.value), grantee: grantee.value, isRevoke: new.isRevoke,
            statement: statement))
      }
    }
  }
}
