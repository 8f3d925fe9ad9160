import Markdown

/// What a piece of code is to the eye; the stylesheet has a colour for each.
enum CodeColor {
  case comment, key, keyword, number, placeholder, string

  /// Short, for a page may hold thousands of pieces.
  var className: StaticString {
    switch self {
    case .comment: "c"
    case .key: "k"
    case .keyword: "w"
    case .number: "n"
    case .placeholder: "p"
    case .string: "s"
    }
  }
}

extension CodePiece {
  init(_ range: Range<Int>, _ color: CodeColor) { self.init(range, className: color.className) }

  /// The coloured pieces of a block of code, ascending; none for a language that is not coloured.
  static func all(in code: [UInt8], of info: FenceInfo, _ dialect: Dialect?) -> [CodePiece] {
    if info.isSQL { return sql(code, info.dialect ?? dialect) }
    guard let language = CodeLanguage.named[info.language] else { return [] }
    return CodeScanner.pieces(of: code, language)
  }
}

extension SitePlan {
  /// The colours of a page's block of code.
  func codePieces(_ node: Int, of page: Page) -> [CodePiece] {
    let block = page.document.nodes[node]
    let info = FenceInfo(page.document.string(page.document.extra(node)))
    if info.language.isEmpty { return [] }
    return CodePiece.all(in: page.document.withBytes(of: block.literal) { Array($0) }, of: info, page.dialect)
  }
}
