import Markdown
import Rolebook

extension Planter {
  /// An entry of a role takes in more: `a.b.get` becomes `a.b.*`, `a.b.*` becomes `a.*`.
  static let widenedPatterns = Planter { site, _ in
    site.statements.all.filter { $0.form == .entry || $0.form == .pattern }.compactMap { statement in
      guard let place = site.place(of: statement.name, in: statement.place),
        let wide = widened(statement.name), let role = site.role(of: statement)
      else { return nil }
      let prefix = wide.dropLast()
      let inside = role.entries.map(\.name).filter {
        $0.value.hasPrefix(prefix) && $0.place != statement.place && $0.value != wide
      }
      return Mutation(
        "widened pattern", "`\(statement.name)` becomes `\(wide)` in `\(statement.owner)`",
        [Edit(place, wide)],
        against: inside.map(\.place), names: [statement.name, wide, statement.owner],
        unseen: "no other entry of the role lies inside the wider pattern")
    }
  }

  private static func widened(_ name: String) -> String? {
    var parts = name.split(separator: ".").map(String.init)
    if parts.last == "*" { parts.removeLast() }
    guard parts.count >= 2 else { return nil }
    parts[parts.count - 1] = "*"
    return parts.joined(separator: ".")
  }

  /// A mark of a matrix says the contrary.
  static let flippedMarks = Planter { site, _ in
    site.columns.flatMap { column in
      column.entries.map { mark in
        Mutation(
          "flipped mark", "`\(column.id.value)` no longer has `\(mark.name.value)`",
          [Edit(mark.name.place, "✗")],
          against: site.listed(mark, of: column), names: [column.id.value, mark.name.value],
          unseen: "no list of the role repeats what the matrix says")
      }
    }
  }
}

extension CleanSite {
  /// The role whose entry this is.
  func role(of statement: Statement) -> Role? {
    catalog.names.role(id: statement.owner, platform: statement.platform).map { catalog.roles[$0] }
  }

  /// The roles that columns of matrices declare.
  fileprivate var columns: [RoleDeclaration] {
    catalog.facts.joined().compactMap { fact in
      if case .role(let role) = fact, role.origin == .column { role } else { nil }
    }
  }

  /// The entries of the role's own list that give what a mark gives.
  fileprivate func listed(_ mark: RoleEntry, of column: RoleDeclaration) -> [Place] {
    guard let index = catalog.names.role(id: column.id.value, platform: column.platform),
      let permission = catalog.names.permission(mark.name.value, platform: column.platform)
    else { return [] }
    let role = catalog.roles[index]
    return role.entries.indices.filter {
      role.entries[$0].name.place != mark.name.place && role.gifts[$0].contains(permission)
    }.map { role.entries[$0].name.place }
  }
}
