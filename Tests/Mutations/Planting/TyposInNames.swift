import Markdown
import Rolebook

extension Planter {
  /// A slip in the id of a permission or role, wherever it is written.
  static let typosInNames = Planter { site, random in
    site.statements.all.compactMap { statement in
      guard statement.form != .title, statement.form != .assignedTitle,
        let place = site.place(of: statement.name, in: statement.place),
        let written = Slip.allCases.randomElement(using: &random)?.made(in: statement.name, &random),
        site.statements.of(written).isEmpty
      else { return nil }
      return Mutation(
        "typo in \(statement.form.rawValue)", "`\(statement.name)` becomes `\(written)`",
        [Edit(place, written)],
        against: site.counterparts(of: statement).filter { !site.isOnLine($0, of: place) },
        names: [statement.name, written, statement.owner] + site.holders(of: statement),
        unseen: statement.whyUnseen)
    }
  }
}

extension CleanSite {
  /// The other places that say the same name; for a pattern, the declared permissions that it stands for.
  func counterparts(of statement: Statement) -> [Place] {
    guard statement.isRead else { return [] }
    guard statement.form == .pattern else { return statements.others(than: statement).map(\.place) }
    guard let role = catalog.names.role(id: statement.owner, platform: statement.platform),
      let entry = catalog.roles[role].entries.firstIndex(where: { $0.name.place == statement.place })
    else { return [] }
    return catalog.roles[role].gifts[entry].flatMap { catalog.permissions[$0].declarations.map(\.name.place) }
  }

  /// The roles that hold a permission, which a change of its name reaches.
  func holders(of statement: Statement) -> [String] {
    guard let index = catalog.names.permission(statement.name, platform: statement.platform) else {
      return []
    }
    return catalog.permissions[index].holders.map { catalog.roles[$0.role].id }
  }

  func isOnLine(_ place: Place, of other: Place) -> Bool { lines(place).meets(lines(other)) }
}

extension Statement {
  fileprivate var whyUnseen: String {
    switch form {
    case .permission: "nothing else names the permission: a wildcard takes any name"
    case .role: "nothing else names the role"
    case .entry: "no page declares the permission and no other role names it"
    case .pattern: "the pattern stands for no declared permission"
    case .prose where !isRead: "a concept page states no facts, so its code may name anything"
    default: "nothing else names it"
    }
  }
}
