import Markdown

extension SitePlan {
  /// Says on a page what contradicts it: the errors and warnings that a check finds in its file. What the authors allow
  /// is left out, as are the findings on superseded pages.
  func appendFindingsBanner(page index: Int, to html: inout [UInt8]) {
    let page = catalog.pages[index]
    guard !page.isSuperseded, let found = findingsOfFile[page.file] else { return }
    html.append("<aside class=\"banner findings\" aria-label=\"")
    html.append(escaping: say("findings"))
    html.append("\">\n<p>")
    html.append(escaping: say("findings-words", ["count": String(found.count)]))
    html.append("</p>\n")
    html.appendList(found.prefix(8)) { html, finding in
      html.append(withCode: findings[finding].message)
      html.append(" ")
      append(findings[finding].place, to: &html)
    }
    if found.count > 8 { html.appendParagraph(say("and-more", ["count": String(found.count - 8)])) }
    html.append("</aside>\n")
  }

  /// File → the errors and warnings in it that nobody allowed.
  static func findingsByFile(_ findings: [FindingRecord]) -> [FileID: [Int]] {
    let shown = findings.indices.filter {
      findings[$0].severity != "info" && findings[$0].status != "suppressed"
    }
    return Dictionary(grouping: shown) { findings[$0].place.file }
  }
}

extension Array where Element == UInt8 {
  /// A message whose names stand in backticks.
  fileprivate mutating func append(withCode text: String) {
    for (index, piece) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 { appendCode(String(piece)) } else { append(escaping: Array(piece.utf8)) }
    }
  }
}
