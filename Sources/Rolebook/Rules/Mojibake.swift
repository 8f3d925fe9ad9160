import Markdown

extension Rule {
  static let mojibake = Rule(
    "mojibake", .pages, .warning, "Characters were read in the wrong encoding and written again, or lost",
    judging: .pages { judged in
      let page = judged.page
      let faults = judged.isReadable ? MisreadText.all(in: page.document.source) : []
      guard !faults.isEmpty else { return [] }
      let prose = page.outsideCode(faults)
      let texts = Dictionary(grouping: prose) { page.document.source.text($0.span) }
      return texts.sorted { $0.value[0].span.start < $1.value[0].span.start }.map {
        finding($0.key, $0.value, page)
      }
    })

  /// One finding for all that reads alike on a page.
  private static func finding(_ text: String, _ faults: [MisreadText], _ page: Page) -> Finding {
    let original = faults[0].original
    let edits = faults.compactMap { fault in fault.original.map { Edit(page.place(fault.span), $0) } }
    return Finding(
      message(text, original), at: page.place(faults[0].span),
      label: faults.count > 1 ? "and \(faults.count - 1) more on this page" : nil,
      related: faults.dropFirst().prefix(3).map { Related("here too", at: page.place($0.span)) },
      help: original == nil
        ? "write the character again, and save the page as UTF-8" : "save the page as UTF-8",
      fix: edits.isEmpty ? nil : Fix(isSafe: true, edits: edits), facts: [page.path, text])
  }

  private static func message(_ text: String, _ original: String?) -> String {
    switch original {
    case nil where text == "\u{FFFD}": "a character was lost, and `\(text)` stands in its place"
    case nil: "`\(text)` is what is left of a character that was read in the wrong encoding"
    case "", "\u{A0}": "`\(trimmed(text))` is what is left of a blank that was read in the wrong encoding"
    case let original?: "`\(text)` is `\(original)`, read in the wrong encoding"
    }
  }
}

extension Page {
  /// The faults that do not stand in code, where they may be the matter itself.
  fileprivate func outsideCode(_ faults: [MisreadText]) -> [MisreadText] {
    var codes = document.nodes.filter { $0.kind == .code || $0.kind == .codeBlock }.map(\.span)[...]
    return faults.filter { fault in
      codes = codes.drop { $0.end <= fault.span.start }
      return codes.first.map { $0.start >= fault.span.end } ?? true
    }
  }
}
