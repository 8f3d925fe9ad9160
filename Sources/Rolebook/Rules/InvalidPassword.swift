extension Rule {
  static let invalidPassword = Rule(
    "invalid-password", .sql, .error, "a statement sets a password that its platform refuses"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide -> [Finding] in
      guard let declared = catalog.pages[guide.page].declaredDialect else { return [] }
      return findInvalidPasswords(guide.script, declared)
    }
  }

  static func findInvalidPasswords(_ script: Script, _ declared: Place) -> [Finding] {
    let dialect = script.dialect
    return script.statements.literalPasswords.compactMap { user, password in
      let faults = dialect.refuses(password.value)
      if faults.isEmpty { return nil }
      return Finding(
        "\(dialect.title) refuses the password of `\(user.value)`: \(joined(faults))", at: password.place,
        label: "and readers may use it as it stands",
        related: [Related("the page's SQL is \(dialect.title)", at: declared)],
        help: "write a placeholder, `'<password>'`, a hash, or `PASSWORD DISABLE`",
        facts: [user.value, dialect.rawValue])
    }
  }

  private static func joined(_ faults: [String]) -> String {
    guard let last = faults.last, faults.count > 1 else { return faults.first ?? "" }
    return "\(faults.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension Dialect {
  /// What a literal password lacks by the dialect's policy; empty where it is taken, or no policy is certain.
  func refuses(_ password: String) -> [String] {
    guard self == .redshift else { return [] }
    let bytes = Array(password.utf8)
    var faults: [String] = []
    if !(8...64).contains(bytes.count) { faults.append("it has \(bytes.count) characters, not 8 to 64") }
    if !bytes.contains(where: (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains) {
      faults.append("no capital letter")
    }
    if !bytes.contains(where: (UInt8(ascii: "a")...UInt8(ascii: "z")).contains) {
      faults.append("no small letter")
    }
    if !bytes.contains(where: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains) { faults.append("no digit") }
    let isAllowed = { (byte: UInt8) in (33...126).contains(byte) && !#"'"\/@"#.utf8.contains(byte) }
    if !bytes.allSatisfy(isAllowed) { faults.append("a character that it does not allow") }
    return faults
  }
}
