extension SQLStatement {
  /// The tokens of one statement, and how it ends.
  struct Piece {
    let tokens: ArraySlice<SQLToken>
    let end: End
  }

  /// What ends a statement.
  public enum End: Sendable {
    case terminator
    /// The end of its block.
    case block
    /// The next statement, on a line of its own.
    case nextStatement
  }

  /// Cuts tokens into statements: at semicolons, and where a statement begins on a new line after a whole one.
  static func split(_ tokens: [SQLToken], _ code: [UInt8], dialect: Dialect?) -> [Piece] {
    SQLSplitter.split(tokens).flatMap { tokens, isTerminated in
      cut(tokens, code, dialect: dialect, end: isTerminated ? .terminator : .block)
    }
  }

  private static func cut(
    _ tokens: ArraySlice<SQLToken>, _ code: [UInt8], dialect: Dialect?, end: End
  ) -> [Piece] {
    var pieces: [Piece] = []
    var start = tokens.startIndex
    for index in tokens.indices.dropFirst() {
      let before = tokens[start..<index]
      guard beginsStatement(tokens[index...], code), isWhole(before, followedBy: tokens[index].keyword) else {
        continue
      }
      let isPart = continues(before, tokens[index], dialect)
      pieces.append(Piece(tokens: before, end: isPart ? .terminator : .nextStatement))
      start = index
    }
    return pieces + [Piece(tokens: tokens[start...], end: end)]
  }

  /// Whether a verb of access stands first on its line, with what it is about after it.
  private static func beginsStatement(_ tokens: ArraySlice<SQLToken>, _ code: [UInt8]) -> Bool {
    guard tokens.count > 2, let token = tokens.first, startsLine(token, code) else { return false }
    let index = tokens.startIndex
    switch token.keyword {
    // `WITH GRANT OPTION`, `REVOKE CURRENT GRANTS` end a statement.
    case "GRANT", "REVOKE": return !["OPTION", "CURRENT"].contains(tokens[index + 1].keyword)
    case "CREATE", "ALTER", "DROP": return SQLReader.objects.contains(tokens[index + 1].keyword)
    case "SET": return tokens[index + 2].isSymbol("=")
    default: return false
    }
  }

  private static func startsLine(_ token: SQLToken, _ code: [UInt8]) -> Bool {
    var index = token.range.lowerBound - 1
    while index >= 0, code[index] == UInt8(ascii: " ") || code[index] == UInt8(ascii: "\t") { index -= 1 }
    return index < 0 || code[index] == UInt8(ascii: "\n") || code[index] == UInt8(ascii: "\r")
  }

  /// Whether the tokens are a statement by themselves, of a kind that no second verb belongs to.
  private static func isWhole(_ tokens: ArraySlice<SQLToken>, followedBy next: String) -> Bool {
    guard tokens.count > 2, let verb = tokens.first?.keyword else { return false }
    let depth = tokens.reduce(0) { $0 + ($1.isSymbol("(") ? 1 : $1.isSymbol(")") ? -1 : 0) }
    guard depth == 0, let last = tokens.last, !last.isSymbol(",") else { return false }
    let words = Set(tokens.map(\.keyword))
    switch verb {
    case "GRANT": return words.contains("TO")
    case "REVOKE": return words.contains("FROM")
    case "CREATE":
      return words.isDisjoint(with: ["FUNCTION", "PROCEDURE", "TASK", "TRIGGER", "AS", "POLICY"])
    // `ALTER USER u SET …`, `ALTER GROUP g DROP USER u`.
    case "ALTER" where next == "SET" || next == "DROP": return false
    case "ALTER": return !words.contains("DEFAULT") || words.contains("TO") || words.contains("FROM")
    case "DROP", "USE": return true
    case "SET": return tokens[tokens.startIndex + 2].isSymbol("=")
    default: return false
    }
  }

  /// PostgreSQL and Redshift let a `CREATE SCHEMA` go on with grants and more objects.
  private static func continues(
    _ tokens: ArraySlice<SQLToken>, _ verb: SQLToken, _ dialect: Dialect?
  ) -> Bool {
    guard dialect == .postgres || dialect == .redshift || dialect == nil else { return false }
    guard tokens.first?.keyword == "CREATE", ["GRANT", "CREATE"].contains(verb.keyword) else { return false }
    return tokens[tokens.startIndex + 1].keyword == "SCHEMA"
  }
}
