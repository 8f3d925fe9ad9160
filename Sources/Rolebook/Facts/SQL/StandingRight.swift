/// A right that somebody has when a script has run, and the statements that give it.
public struct StandingRight: Sendable {
  public let grantee: String
  /// `SELECT`, `USAGE`, …; `OWNERSHIP` for the owner's, a role's id in BigQuery.
  public let privilege: String
  public let securable: Securable
  /// The role that it is granted to, where it comes through memberships.
  public let role: String?
  /// Memberships from the grantee on, and the grant last.
  public let statements: [SQLStatement]
}

/// What a script gives to readers whose options make them run the same blocks of it.
public struct ScriptAccess: Sendable {
  /// Their options.
  public let choices: [[String]]
  let granted: GrantedAccess

  /// All that somebody has, its own and through roles.
  public func rights(of grantee: String) -> [StandingRight] { granted.rights(of: grantee) }

  /// Everybody who is granted something or is a member of a role, in order.
  public var grantees: [String] { granted.grantees }
}

extension Script {
  /// What it gives for each of these choices of options; those that run the same blocks share one.
  func access(for choices: [[String]]) -> [ScriptAccess] {
    var order: [[Int]] = []
    var choicesByBlocks: [[Int]: [[String]]] = [:]
    for choice in choices {
      let run = blocks.indices.filter { blocks[$0].options.holds(for: choice) }
      if choicesByBlocks[run] == nil { order.append(run) }
      choicesByBlocks[run, default: []].append(choice)
    }
    return order.map { run in
      ScriptAccess(choices: choicesByBlocks[run] ?? [], granted: GrantedAccess(self, blocks: run))
    }
  }
}

extension GrantedAccess {
  var grantees: [String] {
    Set(index.grantees).union(defaults.map(\.grantee)).union(memberships.map(\.member))
      .union(ownerships.map(\.owner)).sorted()
  }

  func rights(of name: String) -> [StandingRight] {
    principals(of: name).flatMap { principal in
      ownRights(of: principal.name).map { right in
        StandingRight(
          grantee: name, privilege: right.privilege, securable: right.securable,
          role: principal.name == name ? nil : principal.name, statements: principal.path + right.statements)
      }
    }
  }

  /// What is granted to the name itself and not revoked after it.
  func ownRights(of name: String) -> [StandingRight] {
    grantedRights(of: name) + defaultRights(of: name)
      + ownerships.filter { $0.owner == name }.map {
        StandingRight(
          grantee: name, privilege: "OWNERSHIP", securable: $0.securable, role: nil,
          statements: [$0.statement])
      }
  }

  private func grantedRights(of name: String) -> [StandingRight] {
    index.events(of: name).filter { !events[$0].isRevoke }.flatMap { position in
      let event = events[position]
      return event.privileges.filter { privilege in
        revoke(of: AccessNeed(privilege, event.securable), from: name, after: position) == nil
      }.map { privilege in
        StandingRight(
          grantee: name, privilege: privilege, securable: event.securable, role: nil,
          statements: [event.statement])
      }
    }
  }

  private func defaultRights(of name: String) -> [StandingRight] {
    defaults.filter { $0.grantee == name && !$0.isRevoke }.flatMap { given in
      (given.schemas.isEmpty ? [""] : given.schemas).map { schema in
        StandingRight(
          grantee: name, privilege: given.privilege, securable: Securable(.futureTables, schema), role: nil,
          statements: [given.statement])
      }
    }
  }
}

extension GrantedAccess.Event {
  /// The privileges that it names, `ALL` as those that it stands for.
  var privileges: [String] { privilege == "ALL" ? securable.allPrivileges : [privilege] }
}
