extension Rule {
  static let literalPassword = Rule(
    "literal-password", .sql, .error, "a statement sets a password that is written out"
  ) { catalog in
    zip(catalog.pages, catalog.facts).filter { !$0.0.isSuperseded }.flatMap { _, facts in
      findLiteralPasswords(facts.flatMap(\.statements))
    }
  }

  static func findLiteralPasswords(_ statements: [SQLStatement]) -> [Finding] {
    statements.compactMap { statement in
      switch statement.effect {
      case .createUser(let user, let password?), .alterUser(let user, let password?):
        standsIn(password.value) ? nil : literalPassword(password, of: user)
      default: nil
      }
    }
  }

  private static func literalPassword(_ password: Located<String>, of user: SQLName) -> Finding {
    Finding(
      "the password of `\(user.value)` is written out", at: password.place,
      label: "readers will use it as it stands",
      help: "write a placeholder, `'<password>'`, a hash, or `PASSWORD DISABLE`", facts: [user.value])
  }

  /// Whether it stands in for a password: a placeholder, a hash, or a row of stars.
  private static func standsIn(_ password: String) -> Bool {
    isPlaceholder(password) || isHash(password) || isMask(password)
  }

  /// `md5` and 32 digits, `sha256|…`, `SCRAM-SHA-256$…`.
  private static func isHash(_ password: String) -> Bool {
    if password.hasPrefix("sha256|") || password.hasPrefix("SCRAM-SHA-256$") { return true }
    let digits = password.dropFirst(3)
    return password.hasPrefix("md5") && digits.count == 32 && digits.allSatisfy(\.isHexDigit)
  }

  /// `****`, `...`, `xxxx`, `STRONG_PASSWORD`.
  private static func isMask(_ password: String) -> Bool {
    if password.allSatisfy({ "*.…xX".contains($0) }) { return true }
    return password.contains("_") && password.allSatisfy { $0 == "_" || ($0.isASCII && $0.isUppercase) }
  }
}

extension Fact {
  fileprivate var statements: [SQLStatement] {
    if case .script(let block) = self { block.statements } else { [] }
  }
}
