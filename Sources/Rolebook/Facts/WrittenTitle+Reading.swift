import Markdown

extension WrittenTitle {
  init(bold node: Int, role: Int?, _ page: Page, _ index: Int) {
    let nodes = page.document.nodes
    let inner = nodes[Int(nodes[node].end) - 1].span.end
    let place = node + 1 < Int(nodes[node].end) ? Span(nodes[node + 1].span.start, inner) : nodes[node].span
    self.init(
      title: Located(page.document.plainText(node), page.place(place)), role: role, page: index, isBold: true)
  }

  /// Whether the word "role" follows.
  static func precedesRole(_ node: Int, _ document: Document) -> Bool {
    let next = Int(document.nodes[node].end)
    guard next < document.nodes.count, document.nodes[next].kind == .text else { return false }
    let words = document.string(document.nodes[next].literal).lowercased()
    return words.hasPrefix(" role") && !(words.dropFirst(5).first?.isLetter ?? false)
  }

  /// The title before a role's id in parentheses: "**Viewer** (`roles/viewer`)".
  static func beside(_ code: Int, _ role: Int, _ page: Page, _ index: Int) -> WrittenTitle? {
    let document = page.document
    guard code > 1, document.nodes[code - 1].kind == .text else { return nil }
    let before = document.nodes[code - 1]
    let text = document.string(before.literal)
    guard text.hasSuffix("(") else { return nil }
    let lead = trimmed(text.dropLast())
    if lead.isEmpty {
      let bold = document.nodes[..<(code - 1)].lastIndex { $0.kind == .strong }
      return bold.flatMap {
        Int(document.nodes[$0].end) == code - 1 ? WrittenTitle(bold: $0, role: role, page, index) : nil
      }
    }
    // A text with escapes or entities does not stand in the source as it reads.
    guard before.span.count == text.utf8.count else { return nil }
    let start = before.span.start + text.prefix { $0 == " " }.utf8.count
    let place = page.place(Span(start, start + lead.utf8.count))
    return WrittenTitle(title: Located(lead, place), role: role, page: index, isBold: false)
  }
}
