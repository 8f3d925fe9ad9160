extension Rule {
  static let conflictingDescription = Rule(
    "conflicting-description", .names, .error, "Two declarations of a permission describe it differently"
  ) { catalog in
    catalog.permissions.filter { $0.declarations.count > 1 }.flatMap { permission -> [Finding] in
      let told = ToldDescriptions(permission.declarations)
      return permission.declarations.indices.dropFirst().compactMap { index in
        guard let rival = told.rival(of: index) else { return nil }
        let (first, again) = (permission.declarations[rival], permission.declarations[index])
        return Finding(
          "`\(permission.name)` has two descriptions", at: again.description.place,
          related: [Related("the other one", at: first.description.place)],
          help: "keep one of the two, and let the other page link to it",
          facts: [permission.platform, permission.name, first.description.text, again.description.text])
      }
    }
  }
}

/// A description as two of them are compared.
func foldedDescription(_ text: String) -> String {
  let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return words.hasSuffix(".") ? String(words.dropLast()) : words
}
