import Markdown
import Rolebook

extension Planter {
  /// A slip in a name of a script, of its claims or of what exists.
  static let typosInScripts = Planter { site, random in
    site.scriptPages.flatMap { page in
      page.words.compactMap { word -> Mutation? in
        let written = Slip.ofLetters.randomElement(using: &random)?.made(in: word.text, &random)
        guard let written, !page.words.contains(where: { $0.text == written }) else { return nil }
        return Mutation(
          "typo in SQL", "`\(word.text)` becomes `\(written)`", [Edit(word.place, written)],
          against: page.others(than: word, site), names: [word.text, written],
          unseen: "an SQL name that the page uses once")
      }
    }
  }

  /// A statement is gone.
  static let droppedStatements = Planter { site, _ in
    site.scriptPages.flatMap { page in
      page.statements.compactMap { statement -> Mutation? in
        guard let kind = statement.kind else { return nil }
        let isVacuous = page.isVacuous(statement)
        let created = statement.created.map { name in
          page.words.filter { $0.text == name.lowercased() && !site.isOnLine($0.place, of: statement.place) }
            .map(\.place)
        }
        return Mutation(
          "dropped \(kind)", "`\(statement.text)` is gone", [Edit(site.lines(of: statement), "")],
          against: isVacuous ? [] : created ?? page.claims(about: statement).map(\.row),
          names: statement.names,
          unseen: isVacuous
            ? "the schema was just created and has no tables"
            : created == nil ? "no claim and no table asks for the grant" : "nothing uses what is created")
      }
    }
  }

  /// A row of an access table is gone.
  static let droppedClaims = Planter { site, _ in
    site.scriptPages.flatMap { page in
      page.claims.map { claim in
        let only = page.statements.filter { page.claims(about: $0).map(\.row) == [claim.row] }
        return Mutation(
          "dropped claim", "the row `\(site.text(claim.row))` is gone",
          [Edit(site.wholeLines(claim.row), "")],
          against: only.map(\.place), names: [claim.grantee.value],
          unseen: "other claims need all its grants")
      }
    }
  }

  /// A GRANT goes to another grantee of the page.
  static let swappedGrantees = Planter { site, random in
    site.scriptPages.flatMap { page in
      let all = Set(page.statements.flatMap(\.grantees).map { site.text($0.place) }).sorted()
      return page.statements.flatMap { statement in
        statement.grantees.compactMap { grantee -> Mutation? in
          let old = site.text(grantee.place)
          guard let new = all.filter({ $0 != old }).randomElement(using: &random) else { return nil }
          return Mutation(
            "swapped grantee", "`\(statement.text)` goes to `\(new)`", [Edit(grantee.place, new)],
            against: page.claims(about: statement).map(\.row), names: statement.names + [new],
            unseen: "no claim says who gets the grant")
        }
      }
    }
  }
}

extension CleanSite {
  /// The lines of a statement with its semicolon.
  func lines(of statement: SQLStatement) -> Place { wholeLines(statement.place) }
}

extension ScriptPage {
  /// The claims that a grant proves, or that say what it gives.
  func claims(about statement: SQLStatement) -> [Claim] {
    claims.filter { claim in
      statement.grantees.contains { $0.value.lowercased() == claim.grantee.value.lowercased() }
        && statement.isAbout(claim)
    }
  }
}

extension ScriptPage {
  /// Whether it grants on all tables of a schema that the script has just created.
  fileprivate func isVacuous(_ statement: SQLStatement) -> Bool {
    let created = Set(
      statements.compactMap { statement -> String? in
        if case .createSchema(let name, _) = statement.effect { name.value } else { nil }
      })
    return statement.securables.contains { $0.kind == .allTables && created.contains($0.name) }
  }
}

extension SQLStatement {
  /// What it does, in the words of the report; nil where it does nothing to access.
  var kind: String? {
    switch effect {
    case .createDatabase, .createSchema, .createTable, .createRole, .createUser, .createGroup: "CREATE"
    case .grant: "GRANT"
    case .grantRole: "GRANT of a role"
    case .defaultPrivileges: "ALTER DEFAULT PRIVILEGES"
    default: nil
    }
  }

  /// The name of what it creates.
  var created: String? {
    switch effect {
    case .createDatabase(let name), .createTable(let name), .createRole(let name), .createGroup(let name):
      name.value
    case .createSchema(let name, _), .createUser(let name, _): name.value
    default: nil
    }
  }

  var grantees: [SQLName] {
    switch effect {
    case .grant(let grant): grant.grantees
    case .grantRole(let membership): membership.members
    case .defaultPrivileges(let defaults): defaults.grant.grantees
    default: []
    }
  }

  var securables: [Securable] {
    switch effect {
    case .grant(let grant): grant.securables.map(\.value)
    case .grantRole(let membership): membership.roles.map { Securable(.role, $0.value) }
    case .defaultPrivileges(let defaults): defaults.schemas.map { Securable(.futureTables, $0.value) }
    default: []
    }
  }

  var names: [String] {
    securables.map(\.name).filter { !$0.isEmpty } + grantees.map(\.value) + [created].compactMap { $0 }
  }

  /// Whether it is on what the claim is about, above it or below.
  fileprivate func isAbout(_ claim: Claim) -> Bool {
    let object = claim.object.value
    if case .defaultPrivileges = effect, !claim.access.value.includesFutureTables { return false }
    return securables.contains { $0 == object || $0.covers(object) || object.covers($0) }
  }
}
