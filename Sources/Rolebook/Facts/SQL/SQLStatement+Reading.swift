import Markdown

extension SQLStatement {
  /// Reads the statements of a code block; `place` maps bytes of the code to the page.
  static func readAll(
    _ code: [UInt8], dialect: Dialect?, place: (Range<Int>) -> Place
  ) -> [SQLStatement] {
    let tokens = SQLTokenizer.tokenize(code, dialect: dialect)
    let pieces = split(tokens, code, dialect: dialect)
    let comments = comments(on: pieces, code, place)
    return withoutActuallyEscaping(place) { place in
      zip(pieces, comments).map { read($0, comments: $1, code: code, dialect: dialect, place: place) }
    }
  }

  /// Whether code without a tag is SQL: it starts with a verb of SQL, and one that says so clearly.
  static func looksLikeSQL(_ code: [UInt8]) -> Bool {
    let statements = SQLSplitter.split(SQLTokenizer.tokenize(code, dialect: nil))
    guard let first = statements.first?.tokens.first else { return false }
    if first.kind == .command { return statements.dropFirst().contains { isClearlySQL($0.tokens) } }
    guard SQLReader.verbs.contains(first.keyword) else { return false }
    return statements.contains { isClearlySQL($0.tokens) }
  }

  /// `set`, `use` and `update` begin lines of many languages; these verbs with a second word do not.
  private static func isClearlySQL(_ tokens: ArraySlice<SQLToken>) -> Bool {
    guard tokens.count > 2, let verb = tokens.first?.keyword else { return false }
    let object = tokens[tokens.startIndex + 1].keyword
    let words = Set(tokens.map(\.keyword))
    switch verb {
    case "GRANT": return words.contains("TO")
    case "REVOKE": return words.contains("FROM")
    case "CREATE", "ALTER", "DROP": return SQLReader.objects.contains(object)
    case "SELECT", "DELETE", "WITH": return words.contains("FROM")
    case "INSERT", "MERGE": return object == "INTO"
    default: return false
    }
  }

  private static func read(
    _ piece: Piece, comments: [SQLComment], code: [UInt8], dialect: Dialect?,
    place: @escaping (Range<Int>) -> Place
  ) -> SQLStatement {
    let tokens = piece.tokens
    var reader = SQLReader(tokens, dialect: dialect, place: place)
    let effect = reader.effect()
    var second = SQLReader(tokens, dialect: dialect, place: place)
    let range = tokens[tokens.startIndex].range.lowerBound..<tokens[tokens.endIndex - 1].range.upperBound
    return SQLStatement(
      effect: effect, text: foldedText(tokens, code), place: place(range), end: piece.end,
      memberships: reader.memberships, mentions: second.mentions(), comments: comments,
      foreignSyntax: ForeignSyntax(in: tokens, of: code, dialect, place), owner: reader.owner,
      settingValue: reader.settingValue, traits: reader.traits)
  }

  /// The comments above each piece, and behind it on its last line.
  private static func comments(
    on pieces: [Piece], _ code: [UInt8], _ place: (Range<Int>) -> Place
  ) -> [[SQLComment]] {
    var found = pieces.map { _ in [SQLComment]() }
    var end = 0
    for (index, piece) in pieces.enumerated() {
      // A semicolon is no token of a piece.
      let gap = end..<piece.tokens[piece.tokens.startIndex].range.lowerBound
      for (comment, range) in SQLComment.readAll(code, in: gap.dropTerminator(in: code), place: place) {
        let isBehind = index > 0 && !code[end..<range.lowerBound].contains(UInt8(ascii: "\n"))
        found[isBehind ? index - 1 : index].append(comment)
      }
      end = piece.tokens[piece.tokens.endIndex - 1].range.upperBound
    }
    let tail = SQLComment.readAll(code, in: (end..<code.count).dropTerminator(in: code), place: place)
    if let (comment, range) = tail.first, !pieces.isEmpty,
      !code[end..<range.lowerBound].contains(UInt8(ascii: "\n"))
    {
      found[pieces.count - 1].append(comment)
    }
    return found
  }

  private static func foldedText(_ tokens: ArraySlice<SQLToken>, _ code: [UInt8]) -> String {
    var bytes: [UInt8] = []
    var end = tokens[tokens.startIndex].range.lowerBound
    for token in tokens {
      if token.range.lowerBound > end { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: code[token.range])
      end = token.range.upperBound
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Range<Int> {
  /// Without the semicolon and the blanks that it begins with.
  fileprivate func dropTerminator(in code: [UInt8]) -> Range<Int> {
    var start = lowerBound
    while start < upperBound, code[start] <= UInt8(ascii: " ") || code[start] == UInt8(ascii: ";") {
      start += 1
    }
    return start..<upperBound
  }
}
