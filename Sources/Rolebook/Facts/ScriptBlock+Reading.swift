import Markdown

extension ScriptBlock {
  /// The SQL of a page's fenced code, block by block.
  static func readAll(_ scope: FactScope) -> [ScriptBlock] {
    let document = scope.page.document
    return document.indices(of: .codeBlock)
      .compactMap { read($0, scope) }
  }

  private static func read(_ node: Int, _ scope: FactScope) -> ScriptBlock? {
    let page = scope.page
    let block = page.document.nodes[node]
    let info = FenceInfo(page.document.string(page.document.extra(node)))
    let code = page.document.withBytes(of: block.literal) { Array($0) }
    guard info.isSQL || (info.language.isEmpty && SQLStatement.looksLikeSQL(code)) else { return nil }
    let lines = CodeLines(of: node, in: page.document)
    let statements = SQLStatement.readAll(code, dialect: info.dialect ?? page.dialect) { range in
      page.place(
        Span(lines.sourceOffset(at: range.lowerBound), lines.sourceOffset(at: range.upperBound)))
    }
    let database = info.database.map { Located($0, fencePlace($0, of: block, page)) }
    return ScriptBlock(
      options: scope.outline.scope(of: node, naming: info.options), database: database,
      statements: statements, dialect: info.dialect ?? page.dialect, place: page.place(block.span),
      undoes: scope.outline.undoes(node))
  }
}

extension ScriptBlock {
  /// Where the fence says its database; the fence's line where it is written with escapes.
  private static func fencePlace(_ database: String, of block: Node, _ page: Page) -> Place {
    let source = page.document.source
    let line = source.line(source.lineNumber(at: block.span.start))
    let written = Array("database=\(database)".utf8)
    let bytes = source.bytes[line.range]
    let start = bytes.indices.first { bytes[$0...].starts(with: written) }
    return page.place(start.map { Span($0, $0 + written.count) } ?? line)
  }
}

/// The info string of a fence: ` ```sql option=a,b database=NAME tab="A name" `.
struct FenceInfo {
  var language = ""
  var options: [String] = []
  var database: String?
  /// The name of the tab that the block is.
  var tab: String?

  init(_ text: String) {
    let words = Self.words(of: text)
    guard let first = words.first else { return }
    language = first.lowercased()
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      if parts[0] == "option" { options = parts[1].split(separator: ",").map(String.init) }
      if parts[0] == "database" { database = parts[1] }
      if parts[0] == "tab" { tab = parts[1].filter { $0 != "\"" } }
    }
  }

  /// Divided by blanks that are not between quotes.
  private static func words(of text: String) -> [Substring] {
    var isQuoted = false
    return text.split { character in
      if character == "\"" { isQuoted.toggle() }
      return character.isWhitespace && !isQuoted
    }
  }

  /// The dialect that the fence itself names. `postgresql` colours the SQL of its relatives too, and says nothing.
  var dialect: Dialect? {
    ["redshift", "snowflake", "bigquery"].contains(language) ? Dialect(rawValue: language) : nil
  }

  var isSQL: Bool {
    ["sql", "postgresql", "postgres", "pgsql", "plpgsql", "redshift", "snowflake", "bigquery"].contains(
      language)
  }
}

extension Page {
  /// Where the page says which dialect its SQL is.
  var declaredDialect: Place? {
    dialect == nil ? nil : frontMatter.dialect?.place ?? frontMatter.platform?.place
  }

  /// The dialect of the page's SQL: its own key, else its platform if that is one.
  var dialect: Dialect? {
    frontMatter.dialect?.value ?? platform.flatMap { $0 == "postgresql" ? .postgres : Dialect(rawValue: $0) }
  }
}
