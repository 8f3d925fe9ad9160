import Markdown

extension CodePiece {
  /// SQL as the rules read it: what they take for a comment, a name or a placeholder is shown as one.
  static func sql(_ code: [UInt8], _ dialect: Dialect?) -> [CodePiece] {
    var pieces: [CodePiece] = []
    var end = 0
    for token in SQLTokenizer.tokenize(code, dialect: dialect) {
      appendComments(code, end..<token.range.lowerBound, to: &pieces)
      if let color = token.color { pieces.append(CodePiece(token.range, color)) }
      end = token.range.upperBound
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

extension SQLToken {
  fileprivate var color: CodeColor? {
    if isPlaceholder { return .placeholder }
    switch kind {
    case .string: return .string
    case .command: return .keyword
    case .word:
      return Self.keywords.contains(keyword)
        ? .keyword : text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? .number : nil
    case .quotedName, .symbol, .unclosed: return nil
    }
  }

  /// The words of statements that set up access, and of queries.
  private static let keywords: Set<String> = [
    "ADMIN", "ALL", "ALTER", "AND", "AS", "ASC", "AUTHORIZATION", "BEGIN", "BY", "CATALOG", "COMMENT",
    "COMMIT",
    "CONNECT", "CREATE", "DATABASE", "DATASET", "DECLARE", "DEFAULT", "DELETE", "DESC", "DISTINCT", "DROP",
    "ELSE",
    "END", "EXECUTE", "EXISTS", "EXTERNAL", "FALSE", "FOR", "FROM", "FUNCTION", "FUTURE", "GRANT", "GROUP",
    "HAVING",
    "IDENTIFIER", "IF", "IN", "INSERT", "INTO", "IS", "JOIN", "LEFT", "LIKE", "LIMIT", "LOGIN",
    "MATERIALIZED",
    "MODIFY", "NOT", "NULL", "ON", "OPTION", "OR", "ORDER", "OWNER", "OWNERSHIP", "PASSWORD", "PRIVILEGES",
    "PROCEDURE", "PUBLIC", "REFERENCES", "REPLACE", "REVOKE", "ROLE", "SCHEMA", "SCHEMAS", "SELECT",
    "SEQUENCE",
    "SEQUENCES", "SET", "TABLE", "TABLES", "TEMPORARY", "THEN", "TO", "TRUE", "UNION", "UPDATE", "USAGE",
    "USE",
    "USER", "USING", "VALUES", "VIEW", "VIEWS", "WAREHOUSE", "WHEN", "WHERE", "WITH",
  ]
}
