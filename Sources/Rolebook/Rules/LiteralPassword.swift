extension Rule {
  static let literalPassword = Rule(
    "literal-password", .sql, .error, "a statement sets a password that is written out"
  ) { catalog in
    catalog.currentStatingPages.flatMap { index -> [Finding] in
      let page = catalog.pages[index]
      // On a guide `invalid-password` speaks of those that the dialect refuses.
      let isJudged =
        page.kind == .guide && page.declaredDialect != nil && catalog.judges(invalidPassword, on: page)
      return findLiteralPasswords(catalog.facts[index].flatMap(\.statements), isJudged ? page.dialect : nil)
    }
  }

  static func findLiteralPasswords(_ statements: [SQLStatement], _ dialect: Dialect? = nil) -> [Finding] {
    statements.literalPasswords.compactMap { user, password in
      let isRefused = dialect.map { !$0.refuses(password.value).isEmpty } ?? false
      return isRefused ? nil : literalPassword(password, of: user)
    }
  }

  private static func literalPassword(_ password: Located<String>, of user: SQLName) -> Finding {
    Finding(
      "the password of `\(user.value)` is written out", at: password.place,
      label: "readers will use it as it stands",
      related: [Related("it opens what this user may do", at: user.place)],
      help: "write a placeholder, `'<password>'`, a hash, or `PASSWORD DISABLE`", facts: [user.value])
  }
}

extension Fact {
  fileprivate var statements: [SQLStatement] {
    if case .script(let block) = self { block.statements } else { [] }
  }
}
