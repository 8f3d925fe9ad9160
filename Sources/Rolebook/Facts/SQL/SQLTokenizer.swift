/// Cuts SQL into lexemes; comments and white space are dropped.
struct SQLTokenizer: Sequence, IteratorProtocol {
  private let code: [UInt8]
  private let dialect: Dialect?
  private var position = 0
  /// Whether the next token begins a statement, where `\c` may stand.
  private var isAtStart = true

  static func tokenize(_ code: [UInt8], dialect: Dialect?) -> [SQLToken] {
    SQLTokenizer(of: code, dialect: dialect).map { SQLToken($0, in: code) }
  }

  init(of code: [UInt8], dialect: Dialect?) {
    self.code = code
    self.dialect = dialect
  }

  mutating func next() -> SQLLexeme? {
    skipBlanksAndComments()
    guard position < code.count else { return nil }
    let lexeme = readLexeme()
    position = lexeme.range.upperBound
    isAtStart =
      lexeme.kind == .command
      || (lexeme.kind == .symbol && code[lexeme.range.lowerBound] == UInt8(ascii: ";"))
    return lexeme
  }

  private func readLexeme() -> SQLLexeme {
    switch code[position] {
    case UInt8(ascii: "'"): readTripleQuoted() ?? readQuoted(.string, to: UInt8(ascii: "'"))
    case UInt8(ascii: ":"), UInt8(ascii: "&"): readVariable() ?? readSymbol()
    case UInt8(ascii: "E"), UInt8(ascii: "e"): readEscapeString() ?? readOrdinary()
    default: readOrdinary()
    }
  }

  private func readOrdinary() -> SQLLexeme {
    switch code[position] {
    case UInt8(ascii: "\""):
      readTripleQuoted()
        ?? readQuoted(dialect == .bigquery ? .string : .quotedName, to: UInt8(ascii: "\""))
    case UInt8(ascii: "`"): readQuoted(.quotedName, to: UInt8(ascii: "`"))
    case UInt8(ascii: "["): readBracketed()
    case UInt8(ascii: "$"): readDollarQuoted() ?? readWord() ?? readSymbol()
    case UInt8(ascii: "\\") where isAtStart: readCommand()
    default: readWord() ?? readSymbol()
    }
  }

  private func readSymbol() -> SQLLexeme {
    SQLLexeme(.symbol, .code(position..<position + 1), position..<position + 1)
  }

  /// A run of name bytes and placeholders: `segment_${env}_role`.
  private func readWord() -> SQLLexeme? {
    var end = position
    var holdsPlaceholder = code[position] == UInt8(ascii: "$")
    while end < code.count {
      if let next = placeholderEnd(in: code, at: end) {
        end = next
        holdsPlaceholder = true
      } else if isNameByte(code[end]) || isInnerHyphen(end) || isSystemRoleColon(end) {
        end += 1
      } else {
        break
      }
    }
    guard end > position else { return nil }
    return SQLLexeme(
      .word, .code(position..<end), position..<end,
      isPlaceholder: holdsPlaceholder || holdsWordYour(code[position..<end]))
  }

  /// BigQuery lets unquoted project names hold hyphens: `my-project.sales`.
  private func isInnerHyphen(_ index: Int) -> Bool {
    dialect == .bigquery && code[index] == UInt8(ascii: "-") && index > position && index + 1 < code.count
      && isNameByte(code[index + 1])
  }

  /// `:name`, `:'name'`, `:"name"` of psql, `&name` and `&{name}` of Snowflake's clients; `::` casts.
  private func readVariable() -> SQLLexeme? {
    guard code[position] == UInt8(ascii: ":") || code[position] == UInt8(ascii: "&") else { return nil }
    guard position == 0 || code[position - 1] != code[position] else { return nil }
    var end = position + 1
    let bracket = end < code.count ? code[end] : 0
    let isQuoted =
      bracket == UInt8(ascii: "'") || bracket == UInt8(ascii: "\"") || bracket == UInt8(ascii: "{")
    if isQuoted { end += 1 }
    let name = end
    while end < code.count, isNameByte(code[end]) { end += 1 }
    guard end > name else { return nil }
    if isQuoted {
      guard end < code.count, code[end] == (bracket == UInt8(ascii: "{") ? UInt8(ascii: "}") : bracket) else {
        return nil
      }
      end += 1
    }
    return SQLLexeme(.word, .code(position..<end), position..<end, isPlaceholder: true)
  }

  /// PostgreSQL's `E'it\'s'`.
  private func readEscapeString() -> SQLLexeme? {
    guard position + 1 < code.count, code[position + 1] == UInt8(ascii: "'"),
      code[position] | 0x20 == UInt8(ascii: "e")
    else { return nil }
    return readQuoted(.string, to: UInt8(ascii: "'"), from: position + 1, escapes: true)
  }

  /// BigQuery's `"""…"""` and `'''…'''`.
  private func readTripleQuoted() -> SQLLexeme? {
    let quote = code[position]
    guard dialect == .bigquery, position + 2 < code.count, code[position + 1] == quote,
      code[position + 2] == quote
    else { return nil }
    var end = position + 3
    while end + 2 < code.count {
      if code[end] == quote, code[end + 1] == quote, code[end + 2] == quote {
        return quoted(.string, Array(code[position + 3..<end]), position..<end + 3)
      }
      end += 1
    }
    return SQLLexeme(.unclosed, .other([]), position..<code.count)
  }

  /// Redshift's own roles: `sys:monitor`.
  private func isSystemRoleColon(_ index: Int) -> Bool {
    code[index] == UInt8(ascii: ":") && index == position + 3 && text(position..<index).lowercased() == "sys"
  }

  private func readQuoted(_ kind: SQLToken.Kind, to quote: UInt8) -> SQLLexeme {
    readQuoted(kind, to: quote, from: position, escapes: escapes(kind))
  }

  private func readQuoted(
    _ kind: SQLToken.Kind, to quote: UInt8, from open: Int, escapes: Bool
  ) -> SQLLexeme {
    var content: [UInt8] = []
    var index = open + 1
    while index < code.count {
      let byte = code[index]
      let following = index + 1 < code.count ? code[index + 1] : nil
      if byte == quote, following != quote {
        return quoted(kind, content, position..<index + 1)
      }
      let isPair = (byte == quote && following == quote) || (escapes && byte == UInt8(ascii: "\\"))
      if isPair, let following { content.append(following) } else { content.append(byte) }
      index += isPair ? 2 : 1
    }
    return SQLLexeme(.unclosed, .other([]), position..<code.count)
  }

  private func quoted(_ kind: SQLToken.Kind, _ content: [UInt8], _ range: Range<Int>) -> SQLLexeme {
    SQLLexeme(kind, .other(content), range, isPlaceholder: isPlaceholder(content))
  }

  /// In PostgreSQL and Redshift a backslash in a string is a backslash.
  private func escapes(_ kind: SQLToken.Kind) -> Bool {
    kind == .string && (dialect == .bigquery || dialect == .snowflake || dialect == .databricks)
  }

  /// `[name]`, as documents write what is to be filled in; a subscript as in `parts[1]` is a sign.
  private func readBracketed() -> SQLLexeme {
    var end = position + 1
    while end < code.count, isNameByte(code[end]) || code[end] == UInt8(ascii: " ") { end += 1 }
    let content = Array(code[position + 1..<end])
    let isName = content.first.map { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    guard isName, end < code.count, code[end] == UInt8(ascii: "]") else { return readSymbol() }
    return SQLLexeme(.quotedName, .other(content), position..<end + 1, isPlaceholder: true)
  }

  /// `$$ … $$` and `$tag$ … $tag$`.
  private func readDollarQuoted() -> SQLLexeme? {
    var open = position + 1
    while open < code.count, isNameByte(code[open]), code[open] != UInt8(ascii: "$") { open += 1 }
    guard open < code.count, code[open] == UInt8(ascii: "$") else { return nil }
    let tag = code[position...open]
    var end = open + 1
    while end + tag.count <= code.count {
      if code[end..<end + tag.count].elementsEqual(tag) {
        return SQLLexeme(.string, .code(open + 1..<end), position..<end + tag.count)
      }
      end += 1
    }
    return SQLLexeme(.unclosed, .other([]), position..<code.count)
  }

  private func readCommand() -> SQLLexeme {
    var end = lineEnd(from: position)
    while end > position, code[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return SQLLexeme(.command, .code(position..<end), position..<end)
  }

  private mutating func skipBlanksAndComments() {
    while position < code.count {
      if code[position] <= UInt8(ascii: " ") {
        position += 1
      } else if startsLineComment {
        position = lineEnd(from: position)
      } else if starts(with: "/*") {
        position = blockCommentEnd
      } else if let end = templateTagEnd ?? ellipsisEnd {
        position = end
      } else {
        return
      }
    }
  }

  private var startsLineComment: Bool {
    starts(with: "--") || (dialect == .bigquery && starts(with: "#"))
      || (dialect == .snowflake && starts(with: "//"))
  }

  /// PostgreSQL and Databricks let comments lie in comments.
  private var blockCommentEnd: Int {
    let nests = dialect == .postgres || dialect == .databricks
    var depth = 1
    var index = position + 2
    while index + 1 < code.count {
      let pair = (code[index], code[index + 1])
      if pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
        depth -= 1
        if depth == 0 { return index + 2 }
        index += 2
      } else if nests, pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
        depth += 1
        index += 2
      } else {
        index += 1
      }
    }
    return code.count
  }

  /// The end of a template's `{% if … %}` or `{# … #}`, on one line.
  private var templateTagEnd: Int? {
    guard starts(with: "{%") || starts(with: "{#") else { return nil }
    let mark = code[position + 1]
    var index = position + 2
    while index + 1 < code.count, code[index] >= UInt8(ascii: " "), code[index] != UInt8(ascii: "{") {
      if code[index] == mark, code[index + 1] == UInt8(ascii: "}") { return index + 2 }
      index += 1
    }
    return nil
  }

  /// The end of a line of `...` or `…` alone, which stands for what is left out.
  private var ellipsisEnd: Int? {
    guard starts(with: "...") || starts(with: "…") else { return nil }
    let before = code[..<position].last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    guard before == nil || before == UInt8(ascii: "\n") || before == UInt8(ascii: "\r") else { return nil }
    let end = lineEnd(from: position)
    let text = text(position..<end)
    return text.allSatisfy { ".… \t".contains($0) } ? end : nil
  }

  private func lineEnd(from start: Int) -> Int {
    code[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? code.count
  }

  private func starts(with sign: StaticString) -> Bool {
    let count = sign.utf8CodeUnitCount
    guard position + count <= code.count else { return false }
    for offset in 0..<count where code[position + offset] != sign.utf8Start[offset] { return false }
    return true
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: code[range], as: UTF8.self) }
}
