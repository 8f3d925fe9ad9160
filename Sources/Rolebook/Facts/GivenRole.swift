import Markdown

/// A role that a guide gives, with where it says so: in a table, a step or a statement.
public struct GivenRole: Sendable {
  public enum Source: String, Sendable { case table, step, statement }

  /// The index of the role in the catalog.
  public let role: Int
  /// Where the role is named.
  public let place: Place
  public let securable: Securable
  public let securableSource: SecurableSource
  public let options: OptionScope
  public let source: Source
  /// Whom a statement grants it to; nil elsewhere, where it is the account that the guide sets up.
  public let grantee: String?
  /// The other role whose title stands beside its id: nobody knows which of the two is meant.
  var rival: Int?
  /// Whether a step leaves it to the reader.
  public let isOffered: Bool
}

extension GivenRole {
  /// Whether both may be one grant, as far as they say what it is on.
  public func agrees(with other: GivenRole) -> Bool {
    mayBeRole(of: other) && isOnSame(as: other)
  }

  public func isOnSame(as other: GivenRole) -> Bool {
    guard securableSource == .stated, other.securableSource == .stated else { return true }
    return securable.mayBe(other.securable)
  }

  init?(_ assignment: RoleAssignment, _ names: NameIndex, platform: String?) {
    guard let role = names.role(assignment.role.value, platform: platform) else { return nil }
    self.init(
      role: role, place: assignment.role.place, securable: assignment.securable,
      securableSource: assignment.securableSource, options: assignment.options,
      source: assignment.origin == .table ? .table : .step, grantee: nil, isOffered: assignment.isOffered)
    let bearers = assignment.title.map { names.roles(title: $0.value, platform: platform) } ?? []
    rival = bearers.contains(role) ? nil : bearers.first
  }

  /// Whether both may be one role, as far as the titles beside their ids say.
  func mayBeRole(of other: GivenRole) -> Bool {
    role == other.role || rival == other.role || other.rival == role
  }

  /// The roles that a page's statements grant, but those that it revokes again.
  static func readAll(_ script: Script, _ names: NameIndex, platform: String?) -> [GivenRole] {
    var given: [GivenRole] = []
    for block in script.blocks {
      for statement in block.statements {
        switch statement.effect {
        case .grant(let grant): given += grant.roles(block.options, names, platform: platform)
        case .revoke(let grant):
          let taken = grant.roles(block.options, names, platform: platform)
          given.removeAll { role in
            taken.contains { $0.agrees(with: role) && $0.grantee == role.grantee }
          }
        default: break
        }
      }
    }
    return given
  }
}

extension SQLGrant {
  fileprivate func roles(_ options: OptionScope, _ names: NameIndex, platform: String?) -> [GivenRole] {
    privileges.flatMap { privilege -> [GivenRole] in
      guard let role = names.role(id: privilege.value, platform: platform) else { return [] }
      return securables.flatMap { securable in
        grantees.map { grantee in
          GivenRole(
            role: role, place: privilege.place, securable: securable.value, securableSource: .stated,
            options: options, source: .statement, grantee: grantee.value, isOffered: false)
        }
      }
    }
  }
}

extension Securable {
  /// Whether both may be one thing: they are equal, or of one kind and a name is for the reader to fill in or
  /// has its project before it.
  public func mayBe(_ other: Securable) -> Bool {
    guard kind == other.kind else { return false }
    return name == other.name || name.isEmpty || other.name.isEmpty || isPlaceholder(name)
      || isPlaceholder(other.name) || name.hasSuffix("." + other.name) || other.name.hasSuffix("." + name)
  }
}
