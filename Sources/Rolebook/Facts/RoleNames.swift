import Markdown

/// The roles that a row is about: their ids, and the title that stands beside a single one.
struct RoleNames {
  private(set) var ids: [Located<String>] = []
  private(set) var title: Located<String>?

  /// Reads the cell of a `Role` column and of an `ID` column beside it.
  init(_ cell: TableCell, id: TableCell?, _ grammar: IDGrammar, separators: [String]) {
    ids = Self.ids(in: cell, grammar, separators)
    if ids.contains(where: { grammar.isRole($0.value) }) {
      if ids.count == 1 { title = Self.title(before: ids[0], in: cell) }
    } else if let id = id.flatMap({ Self.id(in: $0, grammar, separators) }) {
      ids = [id]
      if cell.codes.isEmpty { title = Located(cell.text, cell.place) }
    }
  }

  /// The id in a column of its own: code, or the word that the platform's grammar knows.
  private static func id(
    in cell: TableCell, _ grammar: IDGrammar, _ separators: [String]
  ) -> Located<String>? {
    if let code = cell.codes.first { return code }
    let words = cell.lines.flatMap { cell.words(in: $0, separators: separators) }
    return words.count == 1 && grammar.isRole(words[0].value) ? words[0] : nil
  }

  /// Code spans; several only where nothing but separators stands between them. Without code, words that the
  /// platform's grammar knows.
  private static func ids(
    in cell: TableCell, _ grammar: IDGrammar, _ separators: [String]
  ) -> [Located<String>] {
    let codes = cell.codes
    guard let first = codes.first else {
      let words = cell.lines.flatMap { cell.words(in: $0, separators: separators) }
      return words.filter { grammar.isRole($0.value) }
    }
    let known = codes.filter { grammar.isRole($0.value) }
    guard codes.count > 1, known.isEmpty || known.count == codes.count else { return [known.first ?? first] }
    return areListed(codes, in: cell, separators) ? codes : [first]
  }

  /// Whether commas, slashes, line breaks or "and" are all that stands between the names.
  private static func areListed(
    _ codes: [Located<String>], in cell: TableCell, _ separators: [String]
  ) -> Bool {
    let texts = cell.nodes.filter { cell.document.nodes[$0].kind == .text }
      .map { trimmed(cell.document.string(cell.document.nodes[$0].literal)).lowercased() }
    return texts.allSatisfy {
      ["", ",", ";", "/", "and", "&", ", and"].contains($0) || separators.contains($0)
    }
  }

  /// The title in `Admin (id)`, or on the line above the id.
  private static func title(before id: Located<String>, in cell: TableCell) -> Located<String>? {
    let document = cell.document
    var text = ""
    var written: Span?
    for node in cell.nodes {
      let element = document.nodes[node]
      guard element.span.start < id.place.span.start else { break }
      if document.breaksLine(node) { text += "\n" }
      guard element.kind == .text else { continue }
      let end = min(element.span.end, id.place.span.start)
      text +=
        element.span.end > end
        ? document.source.text(Span(element.span.start, end)) : document.string(element.literal)
      written = Span(written?.start ?? element.span.start, end)
    }
    guard let written, let last = text.last(where: { !$0.isWhitespace }) else { return nil }
    guard last == "(" || last == "[" || text.contains("\n") else { return nil }
    return title(text, written, in: cell)
  }

  private static func title(_ text: String, _ written: Span, in cell: TableCell) -> Located<String>? {
    let lines = text.split(separator: "\n").map { line -> String in
      let end = line.lastIndex { !$0.isWhitespace && $0 != "(" && $0 != "[" }
      return end.map { trimmed(line[...$0]) } ?? ""
    }.filter { !$0.isEmpty }
    guard lines.count == 1, let title = lines.first, title.first?.isUppercase == true, !title.hasSuffix(":"),
      title.split(separator: " ").count < 9
    else { return nil }
    let source = cell.document.source.text(written)
    guard let found = source.firstRange(of: title) else { return Located(title, cell.place) }
    let start = written.start + source.utf8.distance(from: source.startIndex, to: found.lowerBound)
    return Located(title, Place(cell.file, Span(start, start + title.utf8.count)))
  }
}
