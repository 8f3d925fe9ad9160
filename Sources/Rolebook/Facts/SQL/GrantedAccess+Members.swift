extension GrantedAccess {
  /// A role that somebody is, through memberships, and the statements that make it so.
  struct Principal {
    let name: String
    let path: [SQLStatement]
  }

  /// The name itself, the roles whose rights it has as a member, directly or through others, and
  /// everybody's `public`.
  func principals(of name: String) -> [Principal] {
    found(from: name) { inherits($0) } + ["public", "PUBLIC"].map { Principal(name: $0, path: []) }
  }

  /// The name itself and the roles it is a member of, also those that it has to switch to.
  func roles(of name: String) -> [Principal] { found(from: name) { _ in true } }

  private func found(from name: String, _ counts: (Membership) -> Bool) -> [Principal] {
    var found = [Principal(name: name, path: [])]
    var seen: Set<String> = [name]
    var next = 0
    while next < found.count {
      let principal = found[next]
      next += 1
      for position in index.memberships(of: principal.name) {
        let membership = memberships[position]
        guard counts(membership), seen.insert(membership.role).inserted else { continue }
        found.append(Principal(name: membership.role, path: principal.path + [membership.statement]))
      }
    }
    return found
  }

  /// PostgreSQL alone lets a member be without the rights of its role.
  private func inherits(_ membership: Membership) -> Bool {
    guard dialect == .postgres else { return true }
    return membership.inherits ?? !heirless.contains(membership.member)
  }

  /// The name itself and all that are its members, directly or through others.
  func members(of name: String) -> [String] {
    var found = [name]
    var seen: Set<String> = [name]
    var next = 0
    while next < found.count {
      let members = index.memberships(in: found[next]).map { memberships[$0].member }
      next += 1
      found += members.filter { seen.insert($0).inserted }
    }
    return found
  }

  /// A name of a table cell as the script has it: exactly so, or else folded.
  func name(for text: String) -> String {
    if isKnown(text) { return text }
    return index.grantee(text) ?? fold(text, isQuoted: false, dialect)
  }

  private func isKnown(_ name: String) -> Bool {
    !objectIndex.objects(named: name).isEmpty || !index.events(of: name).isEmpty
      || !index.memberships(of: name).isEmpty || !index.memberships(in: name).isEmpty
  }

  /// What the script or its front matter says that a name is.
  func accountKind(of name: String) -> ScriptObject.Kind? {
    objectIndex.objects(named: name).map { objects[$0].kind }.first { [.role, .user, .group].contains($0) }
  }

  /// Whether a name is known as a role or group; a name that is neither can log in.
  func isUser(_ name: String) -> Bool {
    if let kind = accountKind(of: name) { return kind == .user }
    return index.memberships(in: name).isEmpty
  }
}
