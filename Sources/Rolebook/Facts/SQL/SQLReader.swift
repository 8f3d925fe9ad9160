/// Reads one statement, token by token; what it does not wholly understand it throws as `Unread`.
struct SQLReader {
  struct Unread: Error {
    /// In words, the user's in backticks.
    let reason: String

    init(_ reason: String) { self.reason = reason }
  }

  let tokens: ArraySlice<SQLToken>
  var position: Int
  let dialect: Dialect?
  /// Maps bytes of the code to the page.
  let place: (Range<Int>) -> Place
  /// What the statement says beside its effect.
  var memberships: [SQLMembership] = []
  var owner: SQLName?
  var settingValue: Located<String>?
  var traits: Set<SQLStatement.Trait> = []

  init(_ tokens: ArraySlice<SQLToken>, dialect: Dialect?, place: @escaping (Range<Int>) -> Place) {
    self.tokens = tokens
    self.position = tokens.startIndex
    self.dialect = dialect
    self.place = place
  }

  var next: SQLToken? { position < tokens.endIndex ? tokens[position] : nil }
  var isAtEnd: Bool { next == nil }

  mutating func skip() { position += 1 }

  /// Steps over these keywords if all of them come next.
  mutating func accept(_ keywords: String...) -> Bool {
    guard position + keywords.count <= tokens.endIndex else { return false }
    for (offset, keyword) in keywords.enumerated() where tokens[position + offset].keyword != keyword {
      return false
    }
    position += keywords.count
    return true
  }

  mutating func acceptAny(_ keywords: Set<String>) -> Bool {
    guard let next, keywords.contains(next.keyword) else { return false }
    position += 1
    return true
  }

  /// Steps over the words for a kind of thing where the thing's name follows: a table may be called `model`.
  mutating func acceptKind(_ keywords: String...) -> Bool { acceptKind(keywords) }

  mutating func acceptKind(_ keywords: [String]) -> Bool {
    let end = position + keywords.count
    guard end < tokens.endIndex, tokens[end].canBeName, !Self.reserved.contains(tokens[end].keyword),
      zip(tokens[position...], keywords).allSatisfy({ $0.keyword == $1 })
    else { return false }
    position = end
    return true
  }

  /// Steps over what stands in parentheses: a function's arguments.
  mutating func skipParentheses() {
    guard let next, next.isSymbol("(") else { return }
    var depth = 0
    while let token = self.next {
      skip()
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
      if depth == 0 { return }
    }
  }

  mutating func acceptSymbol(_ sign: String) -> Bool {
    guard let next, next.isSymbol(sign) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ keyword: String) throws(Unread) {
    guard accept(keyword) else { throw Unread("\(nextInWords) where `\(keyword)` should stand") }
  }

  func expectEnd() throws(Unread) {
    if !isAtEnd { throw Unread("\(nextInWords) after its end") }
  }

  /// Whether the keyword stands anywhere in what is left.
  func holds(_ keyword: String) -> Bool { tokens[position...].contains { $0.keyword == keyword } }

  var nextInWords: String { next.map { $0.text.isEmpty ? "an open quote" : "`\($0.text)`" } ?? "the end" }

  /// One or more elements with commas between them.
  mutating func list<Element>(
    _ read: (inout SQLReader) throws(Unread) -> Element
  ) throws(Unread) -> [Element] {
    var elements = [try read(&self)]
    while acceptSymbol(",") { elements.append(try read(&self)) }
    return elements
  }

  mutating func names() throws(Unread) -> [SQLName] {
    try list { (reader: inout SQLReader) throws(Unread) -> SQLName in try reader.name() }
  }

  /// A name with its dots: `sales.orders`, `"Sales".orders`, `IDENTIFIER($table)`.
  mutating func name() throws(Unread) -> SQLName {
    if accept("IDENTIFIER") { return try identifier() }
    let start = position
    var parts = [try namePart()]
    while acceptSymbol(".") { parts.append(try namePart()) }
    let range = tokens[start].range.lowerBound..<tokens[position - 1].range.upperBound
    let isPlaceholder = tokens[start..<position].contains { $0.isPlaceholder }
    return SQLName(value: parts.joined(separator: "."), place: place(range), isPlaceholder: isPlaceholder)
  }

  /// Words that are never a name unless quoted.
  static let reserved: Set<String> = ["TO", "FROM", "ON", "IN", "FOR", "WITH", "GRANT", "AS", "AND"]

  private mutating func namePart() throws(Unread) -> String {
    guard let token = next, token.kind == .word || token.kind == .quotedName,
      !Self.reserved.contains(token.keyword)
    else { throw Unread("\(nextInWords) where a name should stand") }
    position += 1
    if token.isPlaceholder { return token.text }
    return fold(token.text, isQuoted: token.kind == .quotedName, dialect)
  }

  private mutating func identifier() throws(Unread) -> SQLName {
    guard acceptSymbol("("), let token = next else { throw Unread("`IDENTIFIER` without a name") }
    position += 1
    guard acceptSymbol(")") else { throw Unread("\(nextInWords) where `)` should stand") }
    let isPlaceholder = token.isPlaceholder || token.kind != .string
    let value = isPlaceholder ? token.text : fold(token.text, isQuoted: false, dialect)
    return SQLName(value: value, place: place(token.range), isPlaceholder: isPlaceholder)
  }

  /// A string or a name: BigQuery's `"user:a@example.com"`.
  mutating func nameOrString() throws(Unread) -> SQLName {
    guard let token = next, token.kind == .string else { return try name() }
    position += 1
    return SQLName(value: token.text, place: place(token.range), isPlaceholder: token.isPlaceholder)
  }
}

/// A name as its dialect compares it.
///
/// Unquoted names fold to lower case, quoted ones keep theirs; Redshift and Databricks fold both, BigQuery
/// none. Snowflake folds to upper case, which compares the same: we fold to lower case there too.
func fold(_ name: String, isQuoted: Bool, _ dialect: Dialect?) -> String {
  switch dialect {
  case .bigquery: name
  case .redshift, .databricks: name.lowercased()
  case .postgres, .snowflake, nil: isQuoted ? name : name.lowercased()
  }
}
