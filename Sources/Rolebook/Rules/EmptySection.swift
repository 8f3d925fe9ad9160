import Markdown

extension Rule {
  static let emptySection = Rule(
    "empty-section", .pages, .warning, "A heading has nothing below it",
    judging: .pages { judged in
      let page = judged.page
      return emptyHeadings(of: page).map { heading in
        Finding(
          "nothing stands below the heading `\(heading.text)`", at: page.place(heading.span),
          help: "write the section, or drop its heading", facts: [page.path, heading.text])
      } + emptyFences(of: page)
    })

  /// Code blocks of a language with nothing in them.
  private static func emptyFences(of page: Page) -> [Finding] {
    page.document.indices(of: .codeBlock).compactMap { index in
      let node = page.document.nodes[index]
      guard trimmed(page.document.string(node.literal)).isEmpty,
        let language = page.document.string(page.document.extra(index)).split(separator: " ").first.map(
          String.init)
      else { return nil }
      return Finding(
        "nothing stands in this `\(language)` block", at: page.place(node.span),
        help: "write the code, or drop the block", facts: [page.path, language])
    }
  }

  /// The headings that no block follows before the next heading of their level or above.
  private static func emptyHeadings(of page: Page) -> [Heading] {
    let document = page.document
    var headings = page.headings[...]
    var empty: [Heading] = []
    var waiting: Heading?
    var hasText = false
    for block in document.children(of: 0) {
      if document.nodes[block].kind == .heading {
        headings = headings.drop { $0.node < block }
        guard let heading = headings.first else { break }
        if let above = waiting, heading.level <= above.level { empty.append(above) }
        waiting = heading
      } else if !page.isSilent(block) {
        waiting = nil
        hasText = true
      }
    }
    if let last = waiting { empty.append(last) }
    // A page of headings alone is an outline.
    return hasText ? empty.filter { !page.mayBeEmpty($0) } : []
  }
}

extension Page {
  /// Whether a block is a rule, or comments and nothing else, which say nothing to readers.
  fileprivate func isSilent(_ block: Int) -> Bool {
    switch document.nodes[block].kind {
    case .thematicBreak: return true
    case .htmlBlock: break
    default: return false
    }
    var html = trimmed(document.string(document.nodes[block].literal))[...]
    while html.hasPrefix("<!--"), let end = html.firstRange(of: "-->") {
      html = html[end.upperBound...].drop { $0.isWhitespace }
    }
    return html.isEmpty
  }

  /// Whether a heading says all by itself: the page's title, one that is a link, what is not released yet.
  fileprivate func mayBeEmpty(_ heading: Heading) -> Bool {
    if heading.node == headings.first?.node, heading.level == 1 || heading.text == frontMatter.title?.value {
      return true
    }
    if heading.text.lowercased().contains("unreleased") { return true }
    let inside = (heading.node + 1)..<Int(document.nodes[heading.node].end)
    return document.nodes[inside].contains { $0.kind == .link || $0.kind == .image }
  }
}
