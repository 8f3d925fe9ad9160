extension Rule {
  static let publicGrant = Rule(
    "public-grant", .sql, .warning, "a statement opens something to everybody"
  ) { catalog in
    catalog.judgedGuides.flatMap { findPublicGrants($0.access, claims: $0.claims) }
  }

  static func findPublicGrants(_ access: [ScriptAccess], claims: [Claim]) -> [Finding] {
    // Where the page says that it is for everybody, it means it.
    if claims.contains(where: { isEverybody($0.grantee.value) }) { return [] }
    var seen: Set<Place> = []
    return access.flatMap { access -> [Finding] in
      let granted = access.granted
      return (granted.openEvents.map { open($0, granted) } + granted.openMemberships.map(open))
        .filter { seen.insert($0.place).inserted }
    }
  }

  private static func open(_ event: GrantedAccess.Event, _ granted: GrantedAccess) -> Finding {
    let all = granted.events.filter {
      $0.statement.place == event.statement.place && $0.granteePlace == event.granteePlace
        && $0.securable == event.securable
    }
    let names = all.map(\.privilege)
    return Finding(
      "\(listInWords(names)) on \(event.securable.inWords) is granted to everybody", at: event.granteePlace,
      label: "whoever has an account, now or later",
      related: [Related("this is open to them", at: event.securablePlace)], help: cure(granted),
      facts: [event.grantee, event.securable.text] + names)
  }

  private static func open(_ membership: GrantedAccess.Membership) -> Finding {
    Finding(
      "everybody is made a member of `\(membership.role)`", at: membership.memberPlace,
      label: "whoever has an account, now or later",
      related: [Related("all that the role may do is open to them", at: membership.statement.place)],
      help: "grant the role to those who need it", facts: [membership.member, membership.role])
  }

  private static func cure(_ granted: GrantedAccess) -> String {
    let role = granted.objects.first { $0.kind == .role }
    return "grant it to a role" + (role.map { ", such as `\($0.name)`" } ?? "")
  }
}

extension GrantedAccess {
  fileprivate var openEvents: [Event] {
    index.grantees.filter(isEverybody).flatMap { index.events(of: $0) }.filter { position in
      let event = events[position]
      guard !event.isRevoke, !isOpenAnyway(event), !event.isInvalid(dialect) else { return false }
      return event.privileges.contains {
        revoke(of: AccessNeed($0, event.securable), from: event.grantee, after: position) == nil
      }
    }.map { events[$0] }
  }

  fileprivate var openMemberships: [Membership] { memberships.filter { isEverybody($0.member) } }

  /// What PostgreSQL and Redshift give to everybody themselves.
  private func isOpenAnyway(_ event: Event) -> Bool {
    guard dialect == .postgres || dialect == .redshift else { return false }
    switch event.securable.kind {
    case .function, .procedure, .language, .database:
      return event.privilege != "ALL" && event.privilege != "CREATE"
    case .schema: return event.privilege == "USAGE" && namesMatch("public", event.securable.name)
    case .other:
      return event.securable.name.hasPrefix("type ") || event.securable.name.hasPrefix("all functions ")
    default: return false
    }
  }
}

/// Whether a grantee stands for all accounts there are.
private func isEverybody(_ grantee: String) -> Bool {
  let everybody: Set<String> = [
    "public", "account users", "allusers", "allauthenticatedusers", "specialgroup:allusers",
    "specialgroup:allauthenticatedusers",
  ]
  return everybody.contains(grantee.lowercased())
}
