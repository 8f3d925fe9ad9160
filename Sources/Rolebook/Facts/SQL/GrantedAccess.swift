/// What a script grants when it has run: the standing of every right, and who is a member of what.
struct GrantedAccess: Sendable {
  /// One privilege for one grantee on one securable, given or taken.
  struct Event: Sendable {
    let privilege: String
    let securable: Securable
    let grantee: String
    let isRevoke: Bool
    let includesFutureTables: Bool
    let statement: SQLStatement
    /// The statement's index in the script.
    let order: Int
    /// Where the privilege, the securable and the grantee are written.
    let place: Place
    let securablePlace: Place
    let granteePlace: Place
  }

  /// A privilege on the tables that certain users will create.
  struct Default: Sendable {
    let privilege: String
    /// Empty for whoever runs the statement.
    let creators: [String]
    /// Empty for every schema.
    let schemas: [String]
    let grantee: String
    let isRevoke: Bool
    let statement: SQLStatement
    let granteePlace: Place
  }

  struct Membership: Sendable {
    let role: String
    let member: String
    /// Whether the member has the role's rights without asking for them.
    let inherits: Bool?
    let statement: SQLStatement
    let order: Int
    let memberPlace: Place
  }

  struct Ownership: Sendable {
    let securable: Securable
    let owner: String
    let statement: SQLStatement
  }

  let dialect: Dialect
  let objects: [ScriptObject]
  /// In the order they run.
  let statements: [SQLStatement]
  /// The words of the statements that could not be read: what they name is in doubt.
  let unread: StatementWords
  let objectIndex: ObjectIndex
  private(set) var events: [Event] = []
  private(set) var defaults: [Default] = []
  private(set) var memberships: [Membership] = []
  private(set) var ownerships: [Ownership] = []
  /// Accounts that need no grant, and the statements that make them so.
  private(set) var superusers: [String: SQLStatement] = [:]
  /// PostgreSQL's accounts with `NOINHERIT`.
  private(set) var heirless: Set<String> = []
  /// Where each event lies, to be found by its grantee and the end of its securable's name.
  private(set) var index = EventIndex()
  /// Whom the statements run as; nil for the reader.
  private var runner: String?

  init(_ script: Script, options: [String]) {
    self.init(script, blocks: script.blocks.indices.filter { script.blocks[$0].options.holds(for: options) })
  }

  init(_ script: Script, blocks: [Int]) {
    dialect = script.dialect
    statements = blocks.flatMap { script.blocks[$0].statements }
    objects =
      script.existing.compactMap { ScriptObject(existing: $0, script.dialect) }
      + statements.compactMap { ScriptObject(createdBy: $0) }
    objectIndex = ObjectIndex(objects)
    unread = StatementWords(statements.filter { if case .unread = $0.effect { true } else { false } })
    var order = 0
    for block in blocks {
      for statement in script.blocks[block].statements {
        add(statement, order, isUndone: script.blocks[block].undoes)
        order += 1
      }
    }
  }

  /// Where a page shows how to undo what it sets up, nothing is taken from who follows it.
  private mutating func add(_ statement: SQLStatement, _ order: Int, isUndone: Bool) {
    for membership in statement.memberships { add(membership, statement, order) }
    addTraits(of: statement)
    switch statement.effect {
    case .grant(let grant): add(grant, isRevoke: false, statement, order)
    case .revoke(let grant) where !isUndone: add(grant, isRevoke: true, statement, order)
    case .grantRole(let membership): add(membership, statement, order)
    case .revokeRole(let membership) where !isUndone: remove(membership)
    case .defaultPrivileges(let defaults) where !(isUndone && defaults.isRevoke): add(defaults, statement)
    case .createSchema(let name, let owner):
      own(Securable(dialect == .bigquery ? .dataset : .schema, name.value), owner, statement)
    case .createDatabase(let name): own(Securable(.database, name.value), statement.owner, statement)
    case .createTable(let name): own(Securable(.table, name.value), nil, statement)
    case .changeOwner(let object, let owner):
      ownerships.removeAll { $0.securable == object.value }
      own(object.value, owner, statement)
    case .useRole(let role): runner = role?.value
    default: break
    }
  }

  private mutating func own(_ securable: Securable, _ owner: SQLName?, _ statement: SQLStatement) {
    guard let owner = owner?.value ?? runner else { return }
    ownerships.append(Ownership(securable: securable, owner: owner, statement: statement))
  }

  private mutating func addTraits(of statement: SQLStatement) {
    guard !statement.traits.isEmpty else { return }
    switch statement.effect {
    case .createUser(let name, _), .alterUser(let name, _), .createRole(let name):
      if statement.traits.contains(.isSuperuser) { superusers[name.value] = statement }
      if statement.traits.contains(.inheritsNothing) { heirless.insert(name.value) }
    default: break
    }
  }

  private mutating func add(_ grant: SQLGrant, isRevoke: Bool, _ statement: SQLStatement, _ order: Int) {
    for grantee in grant.grantees {
      for securable in grant.securables {
        for privilege in grant.privileges {
          index.add(events.count, grantee.value, securable.value, isRevoke: isRevoke)
          if !isRevoke, securable.value.lacks(privilege.value, dialect) {
            index.add(refused: events.count, grantee.value, privilege.value, securable.value)
          }
          events.append(
            Event(
              privilege: privilege.value, securable: securable.value, grantee: grantee.value,
              isRevoke: isRevoke, includesFutureTables: grant.includesFutureTables, statement: statement,
              order: order, place: privilege.place, securablePlace: securable.place,
              granteePlace: grantee.place))
        }
      }
    }
  }

  private mutating func add(_ membership: SQLMembership, _ statement: SQLStatement, _ order: Int) {
    for role in membership.roles {
      for member in membership.members {
        index.add(memberships.count, role: role.value, member: member.value)
        memberships.append(
          Membership(
            role: role.value, member: member.value, inherits: membership.inherits, statement: statement,
            order: order, memberPlace: member.place))
      }
    }
  }

  private mutating func remove(_ membership: SQLMembership) {
    memberships.removeAll { given in
      membership.roles.contains { $0.value == given.role }
        && membership.members.contains { $0.value == given.member }
    }
    index.forgetMemberships()
    for (position, given) in memberships.enumerated() {
      index.add(position, role: given.role, member: given.member)
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
            statement: statement, granteePlace: grantee.place))
      }
    }
  }
}
