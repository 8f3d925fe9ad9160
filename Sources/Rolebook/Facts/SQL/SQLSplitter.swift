/// Cuts tokens into statements at semicolons, but not inside blocks of procedural code.
enum SQLSplitter {
  static func split(_ tokens: [SQLToken]) -> [(tokens: ArraySlice<SQLToken>, isTerminated: Bool)] {
    var statements: [(tokens: ArraySlice<SQLToken>, isTerminated: Bool)] = []
    var openBlocks = OpenBlocks()
    var start = 0
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .command || token.isSymbol(";") {
        let end = token.kind == .command ? index + 1 : index
        if end > start { statements.append((tokens[start..<end], true)) }
        start = index + 1
      } else if token.keyword == "BEGIN", mayOpenBlock(tokens, at: index, inStatementFrom: start),
        let end = openBlocks.end(of: index, in: tokens)
      {
        index = end
      }
      index += 1
    }
    if start < tokens.count { statements.append((tokens[start...], false)) }
    return statements
  }

  /// `BEGIN;` and `BEGIN TRANSACTION` open no block. Others stand at the start of a statement or in the body of
  /// something created.
  private static func mayOpenBlock(
    _ tokens: [SQLToken], at index: Int, inStatementFrom start: Int
  ) -> Bool {
    guard index == start || tokens[start].keyword == "CREATE" else { return false }
    guard index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    return !next.isSymbol(";") && !transactionWords.contains(next.keyword)
  }

  private static let transactionWords: Set<String> = [
    "TRANSACTION", "WORK", "TRAN", "NAME", "ISOLATION", "READ", "DEFERRABLE", "NOT",
  ]
}

/// Finds the `END` of a `BEGIN`; a block that nothing closes is looked for once only.
private struct OpenBlocks {
  private var isUnclosed = false

  mutating func end(of begin: Int, in tokens: [SQLToken]) -> Int? {
    if isUnclosed { return nil }
    var depth = 0
    var index = begin
    while index < tokens.count {
      switch tokens[index].keyword {
      case "BEGIN", "CASE": depth += 1
      case "END":
        let following = index + 1 < tokens.count ? tokens[index + 1].keyword : ""
        if Self.loops.contains(following) { break }
        depth -= 1
        if depth == 0 { return index }
        if following == "CASE" { index += 1 }
      default: break
      }
      index += 1
    }
    isUnclosed = true
    return nil
  }

  /// What `END` may close beside blocks and cases.
  private static let loops: Set<String> = ["IF", "LOOP", "FOR", "WHILE", "REPEAT"]
}
