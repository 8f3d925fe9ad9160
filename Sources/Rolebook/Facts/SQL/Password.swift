extension [SQLStatement] {
  /// The users whose passwords are written out, in their own statements or where a variable is set that these
  /// read; without placeholders, hashes and masks.
  var literalPasswords: [(user: SQLName, password: Located<String>)] {
    var settings: [String: Located<String>] = [:]
    return compactMap { statement in
      switch statement.effect {
      case .setVariable(let name): settings[name.value.lowercased()] = statement.settingValue
      case .createUser(let user, let written?), .alterUser(let user, let written?):
        let password = variableName(written.value).flatMap { settings[$0] } ?? written
        if !standsIn(password.value) { return (user, password) }
      default: break
      }
      return nil
    }
  }
}

/// Whether it stands in for a password: a placeholder, a hash, or a row of stars.
private func standsIn(_ password: String) -> Bool {
  isPlaceholder(password) || isHash(password) || isMask(password)
}

/// `md5` and 32 digits, `sha256|…`, `SCRAM-SHA-256$…`.
private func isHash(_ password: String) -> Bool {
  if password.hasPrefix("sha256|") || password.hasPrefix("SCRAM-SHA-256$") { return true }
  let digits = password.dropFirst(3)
  return password.hasPrefix("md5") && digits.count == 32 && digits.allSatisfy(\.isHexDigit)
}

/// `****`, `...`, `xxxx`, `STRONG_PASSWORD`, `_generate_this_`.
private func isMask(_ password: String) -> Bool {
  if password.allSatisfy({ "*.…xX".contains($0) }) { return true }
  if password.count > 2, password.hasPrefix("_"), password.hasSuffix("_") { return true }
  return password.contains("_") && password.allSatisfy { $0 == "_" || ($0.isASCII && $0.isUppercase) }
}
