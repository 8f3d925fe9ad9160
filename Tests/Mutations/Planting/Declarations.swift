import Markdown
import Rolebook

extension Planter {
  /// A permission's stage changes: `(beta)` is gone or becomes `(alpha)`.
  static let changedStages = Planter { site, _ in
    site.catalog.permissions.flatMap { permission in
      permission.declarations.compactMap { declaration in
        let row = site.wholeLines(declaration.name.place)
        guard let place = site.place(of: "(beta)", in: row) else { return nil }
        let column = site.place(of: "| beta |", in: row).map { [$0] } ?? []
        return Mutation(
          "changed stage", "`\(permission.name)` is alpha", [Edit(place, "(alpha)")],
          against: column + permission.otherDeclarations(than: declaration), names: [permission.name],
          unseen: "a stage that stands once")
      }
    }
  }

  /// A permission's description says something else.
  static let changedDescriptions = Planter { site, random in
    site.catalog.permissions.flatMap { permission in
      permission.declarations.compactMap { declaration in
        let words = declaration.description.text.split(separator: " ").filter {
          $0.count > 3 && $0.allSatisfy(\.isLetter)
        }
        guard let word = words.randomElement(using: &random),
          let place = site.place(of: " \(word)", in: declaration.description.place)
        else { return nil }
        return Mutation(
          "changed description", "`\(permission.name)` loses the word `\(word)`", [Edit(place, " whatever")],
          against: permission.otherDeclarations(than: declaration), names: [permission.name],
          unseen: "a description that stands once")
      }
    }
  }
}

extension Permission {
  fileprivate func otherDeclarations(than one: PermissionDeclaration) -> [Place] {
    declarations.map(\.name.place).filter { $0 != one.name.place }
  }
}
