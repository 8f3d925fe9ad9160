import Markdown
import Rolebook

extension Planter {
  /// A read becomes a write: `SELECT` becomes `DELETE`.
  static let changedPrivileges = Planter { site, _ in
    site.scriptPages.flatMap { page in
      page.reads(site).map { statement, place in
        Mutation(
          "changed privilege", "`\(statement.text)` grants DELETE", [Edit(place, "DELETE")],
          against: page.claims(about: statement).map(\.row), names: statement.names,
          unseen: "no claim says what the grant is for")
      }
    }
  }

  /// A slip in the word for what is granted: `SELCT`.
  static let typosInPrivileges = Planter { site, random in
    site.scriptPages.flatMap { page in
      page.reads(site).compactMap { statement, place -> Mutation? in
        guard let written = Slip.ofLetters.randomElement(using: &random)?.made(in: "SELECT", &random) else {
          return nil
        }
        return Mutation(
          "typo in a privilege", "`\(statement.text)` grants \(written)", [Edit(place, written.uppercased())],
          against: [statement.place], names: statement.names, unseen: "")
      }
    }
  }

  /// A second GRANT gives more than the claims say.
  static let addedGrants = Planter { site, _ in
    site.scriptPages.flatMap { page in
      page.reads(site).map { statement, place in
        let lines = site.lines(of: statement)
        let written = site.text(lines).replacing("SELECT", with: "DELETE")
        return Mutation(
          "added GRANT", "DELETE beside `\(statement.text)`",
          [Edit(Place(lines.file, Span(lines.span.end, lines.span.end)), written)],
          against: page.claims(about: statement).map(\.row), names: statement.names + ["DELETE"],
          unseen: "no claim says what the role may do")
      }
    }
  }

  /// A REVOKE takes back what a GRANT just gave.
  static let addedRevokes = Planter { site, _ in
    site.scriptPages.flatMap { page in
      page.statements.compactMap { statement -> Mutation? in
        guard statement.kind == "GRANT" || statement.kind == "GRANT of a role" else { return nil }
        let lines = site.lines(of: statement)
        let written = site.text(lines).replacing("GRANT ", with: "REVOKE ").replacing(" TO ", with: " FROM ")
          .replacing("\nTO ", with: "\nFROM ")
        return Mutation(
          "added REVOKE", "`\(statement.text)` is taken back",
          [Edit(Place(lines.file, Span(lines.span.end, lines.span.end)), written)],
          against: [statement.place] + page.claims(about: statement).map(\.row)
            + site.rows(assigning: statement, on: page), names: statement.names,
          unseen: "")
      }
    }
  }
}

extension CleanSite {
  /// The rows of the page's roles tables that list the role which a statement grants.
  fileprivate func rows(assigning statement: SQLStatement, on page: ScriptPage) -> [Place] {
    let names = statement.privileges.map(\.value)
    return catalog.guides.filter { catalog.pages[$0.page].path == page.page.path }.flatMap(\.assignments)
      .filter { names.contains($0.role.value) }.map(\.role.place)
  }
}

extension ScriptPage {
  /// Statements that grant SELECT and nothing else, to grantees whose claims are to read.
  fileprivate func reads(_ site: CleanSite) -> [(SQLStatement, Place)] {
    statements.compactMap { statement in
      guard statement.grantedPrivileges == ["SELECT"],
        let place = site.place(of: "SELECT", in: statement.place),
        !claims(about: statement).contains(where: { $0.access.value.rights.contains(.write) })
      else { return nil }
      return (statement, place)
    }
  }
}

extension SQLStatement {
  fileprivate var grantedPrivileges: [String] {
    switch effect {
    case .grant(let grant): grant.privileges.map(\.value)
    case .defaultPrivileges(let defaults): defaults.grant.privileges.map(\.value)
    default: []
    }
  }
}
