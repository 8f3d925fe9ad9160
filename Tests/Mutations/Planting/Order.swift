import Markdown
import Rolebook

extension Planter {
  /// A CREATE stands after the statements that use what it creates.
  static let lateCreates = Planter { site, _ in
    site.scriptPages.flatMap { page in
      page.statements.compactMap { statement -> Mutation? in
        let lines = site.lines(of: statement)
        guard let name = statement.created, site.text(lines).hasSuffix(";\n"),
          let last = page.statements.last(where: { $0.uses(name) }), last.place != statement.place
        else { return nil }
        let end = site.lines(of: last).span.end
        return Mutation(
          "CREATE after its use", "`\(statement.text)` stands after `\(last.text)`",
          [Edit(lines, ""), Edit(Place(lines.file, Span(end, end)), site.text(lines))],
          against: page.words.filter { $0.text == name.lowercased() }.map(\.place), names: [name],
          unseen: "nothing uses what is created")
      }
    }
  }

  /// A password stands where a placeholder stood.
  static let writtenPasswords = Planter { site, _ in
    site.scriptPages.flatMap { page in
      page.statements.compactMap { statement -> Mutation? in
        guard let place = site.place(of: "<password>", in: statement.place) else { return nil }
        return Mutation(
          "written password", "the password is `Summer2024x`", [Edit(place, "Summer2024x")],
          against: [statement.place], names: [], unseen: "")
      }
    }
  }
}

extension SQLStatement {
  /// Whether it grants on, or to, a thing of this name.
  fileprivate func uses(_ name: String) -> Bool {
    grantees.contains { $0.value == name } || securables.contains { $0.name == name }
  }
}
