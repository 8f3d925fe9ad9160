import Markdown

extension SQLStatement {
  /// Reads the statements of a code block; `place` maps bytes of the code to the page.
  static func readAll(
    _ code: [UInt8], dialect: Dialect?, place: (Range<Int>) -> Place
  ) -> [SQLStatement] {
    let tokens = SQLTokenizer.tokenize(code, dialect: dialect)
    return withoutActuallyEscaping(place) { place in
      SQLSplitter.split(tokens).map { read($0, isTerminated: $1, code: code, dialect: dialect, place: place) }
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
    _ tokens: ArraySlice<SQLToken>, isTerminated: Bool, code: [UInt8], dialect: Dialect?,
    place: @escaping (Range<Int>) -> Place
  ) -> SQLStatement {
    var reader = SQLReader(tokens, dialect: dialect, place: place)
    let effect = reader.effect()
    let range = tokens[tokens.startIndex].range.lowerBound..<tokens[tokens.endIndex - 1].range.upperBound
    return SQLStatement(
      effect: effect, text: foldedText(tokens, code), place: place(range), isTerminated: isTerminated,
      memberships: reader.memberships, owner: reader.owner, traits: reader.traits)
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
