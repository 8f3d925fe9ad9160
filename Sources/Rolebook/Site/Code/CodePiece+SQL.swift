import Markdown

extension CodePiece {
  /// SQL as the rules read it: what they take for a comment, a name or a placeholder is shown as one.
  static func sql(_ code: [UInt8], _ dialect: Dialect?) -> [CodePiece] {
    var pieces: [CodePiece] = []
    var end = 0
    for lexeme in SQLTokenizer(of: code, dialect: dialect) {
      appendComments(code, end..<lexeme.range.lowerBound, to: &pieces)
      if let color = lexeme.color(in: code) { pieces.append(CodePiece(lexeme.range, color)) }
      end = lexeme.range.upperBound
    }
    appendComments(code, end..<code.count, to: &pieces)
    return pieces
  }

  /// Between tokens stand blanks and comments.
  private static func appendComments(_ code: [UInt8], _ gap: Range<Int>, to pieces: inout [CodePiece]) {
    guard let first = gap.first(where: { !code[$0].isWhitespace }),
      let last = gap.last(where: { !code[$0].isWhitespace })
    else { return }
    pieces.append(CodePiece(first..<last + 1, .comment))
  }
}

extension SQLLexeme {
  fileprivate func color(in code: [UInt8]) -> CodeColor? {
    if isPlaceholder { return .placeholder }
    switch kind {
    case .string: return .string
    case .command: return .keyword
    case .word:
      if let word = PackedWord(code[range]), Self.keywords.contains(word) { return .keyword }
      return code[range].allSatisfy { (0x30...0x39).contains($0) } ? .number : nil
    case .quotedName, .symbol, .unclosed: return nil
    }
  }

  /// The words of statements that set up access, and of queries.
  private static let keywords: Set<PackedWord> = Set(
    [
      "ADMIN", "ALL", "ALTER", "AND", "AS", "ASC", "AUTHORIZATION", "BEGIN", "BY", "CATALOG", "COMMENT",
      "COMMIT", "CONNECT", "CREATE", "DATABASE", "DATASET", "DECLARE", "DEFAULT", "DELETE", "DESC",
      "DISTINCT", "DROP", "ELSE", "END", "EXECUTE", "EXISTS", "EXTERNAL", "FALSE", "FOR", "FROM",
      "FUNCTION", "FUTURE", "GRANT", "GROUP", "HAVING", "IDENTIFIER", "IF", "IN", "INSERT", "INTO", "IS",
      "JOIN", "LEFT", "LIKE", "LIMIT", "LOGIN", "MATERIALIZED", "MODIFY", "NOT", "NULL", "ON", "OPTION",
      "OR", "ORDER", "OWNER", "OWNERSHIP", "PASSWORD", "PRIVILEGES", "PROCEDURE", "PUBLIC", "REFERENCES",
      "REPLACE", "REVOKE", "ROLE", "SCHEMA", "SCHEMAS", "SELECT", "SEQUENCE", "SEQUENCES", "SET",
      "TABLE", "TABLES", "TEMPORARY", "THEN", "TO", "TRUE", "UNION", "UPDATE", "USAGE", "USE", "USER",
      "USING", "VALUES", "VIEW", "VIEWS", "WAREHOUSE", "WHEN", "WHERE", "WITH",
    ].compactMap { PackedWord(Array($0.utf8)[...]) })
}

/// A word of at most 16 letters in upper case as two numbers, by which it is found without a string.
private struct PackedWord: Hashable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  /// Nil for anything but ASCII letters, and for a longer word.
  init?(_ letters: ArraySlice<UInt8>) {
    guard letters.count <= 16 else { return nil }
    for letter in letters {
      let upper = letter & 0xDF
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(upper) else { return nil }
      second = second << 8 | first >> 56
      first = first << 8 | UInt64(upper)
    }
  }
}
