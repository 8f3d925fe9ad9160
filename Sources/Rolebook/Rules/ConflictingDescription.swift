extension Rule {
  static let conflictingDescription = Rule(
    "conflicting-description", .names, .error, "Two declarations of a permission describe it differently"
  ) { catalog in
    catalog.permissions.flatMap { permission -> [Finding] in
      permission.declarations.dropFirst().compactMap { again in
        guard let first = permission.declarations.first(where: { $0.conflicts(with: again) }) else {
          return nil
        }
        return Finding(
          "`\(permission.name)` has two descriptions", at: again.description.place,
          related: [Related("the other one", at: first.description.place)],
          help: "keep one of the two, and let the other page link to it",
          facts: [permission.platform, permission.name, first.description.text, again.description.text])
      }
    }
  }
}

extension PermissionDeclaration {
  /// Whether both describe the permission, in other words; blanks and the last full stop say nothing.
  func conflicts(with other: PermissionDeclaration) -> Bool {
    let texts = [foldedDescription(description.text), foldedDescription(other.description.text)]
    return !texts.contains("") && texts[0] != texts[1]
  }
}

/// A description as two of them are compared.
func foldedDescription(_ text: String) -> String {
  let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return words.hasSuffix(".") ? String(words.dropLast()) : words
}
