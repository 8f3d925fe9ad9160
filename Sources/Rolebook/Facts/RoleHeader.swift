import Markdown

/// The header of a matrix's column: the roles it stands for, and the condition that all its marks share.
struct RoleHeader {
  private(set) var roles: [Located<String>] = []
  private(set) var condition: String?

  init(_ header: TableCell, separators: [String]) {
    let codes = header.codes
    roles = codes.isEmpty ? header.lines.flatMap { Self.names(in: $0, of: header, separators) } : codes
    if roles.count > 1 || header.lines.count > 1, let last = roles.last, Self.isRemark(last.value) {
      roles.removeLast()
      condition = String(last.value.dropFirst().dropLast())
    }
    if roles.isEmpty { roles = [header.name] }
  }

  private static func isRemark(_ text: String) -> Bool { text.hasPrefix("(") && text.hasSuffix(")") }

  /// The names of a line, between commas and slashes that stand apart: `Guest / Reporter`.
  private static func names(
    in line: Range<Int>, of header: TableCell, _ separators: [String]
  ) -> [Located<String>] {
    let document = header.document
    let texts = line.filter { document.nodes[$0].kind == .text }
    let whole = header.text(line)
    let separators = separators + [",", " / "]
    guard separators.contains(where: { whole.contains($0) }), !isRemark(whole) else {
      let place = texts.count == 1 ? Place(header.file, trimmed(document, texts[0])) : header.place
      return whole.isEmpty ? [] : [Located(whole, place)]
    }
    guard texts.count == 1 else { return split(whole, separators).map { Located(String($0), header.place) } }
    let span = document.nodes[texts[0]].span
    let text = document.source.text(span)
    return split(text, separators).map { name in
      let start = span.start + text.utf8.distance(from: text.startIndex, to: name.startIndex)
      return Located(String(name), Place(header.file, Span(start, start + name.utf8.count)))
    }
  }

  private static func trimmed(_ document: Document, _ node: Int) -> Span {
    let span = document.nodes[node].span
    let text = document.source.text(span)
    let start = span.start + text.utf8.prefix { $0 <= 0x20 }.count
    return Span(start, span.end - text.utf8.reversed().prefix { $0 <= 0x20 }.count)
  }

  private static func split(_ text: String, _ separators: [String]) -> [Substring] {
    var pieces = [Substring(text)]
    for separator in separators { pieces = pieces.flatMap { $0.split(separator: separator) } }
    return pieces.map { piece in
      let piece = piece.drop { $0.isWhitespace }
      return piece.lastIndex { !$0.isWhitespace }.map { piece[...$0] } ?? piece
    }.filter { !$0.isEmpty }
  }
}
