import Markdown

extension Rule {
  static let misnumberedStep = Rule(
    "misnumbered-step", .pages, .warning, "A step is written with another number than readers see"
  ) { catalog in
    catalog.pages.flatMap { page -> [Finding] in
      page.document.indices(of: .list).filter { page.document.nodes[$0].isOrdered }
        .flatMap { findings(list: $0, page) }
    }
  }

  private static func findings(list: Int, _ page: Page) -> [Finding] {
    let nodes = page.document.nodes
    let items = Array(page.document.children(of: list))
    let written = items.map { Int(nodes[$0].number) }
    // `1. 1. 1.` leaves the counting to the reader's program.
    guard Set(written).count > 1 else { return [] }
    let start = Int(nodes[list].number)
    return items.indices.filter { written[$0] != start + $0 }.map { position in
      let number = nodes[items[position]]
      let digits = Span(number.span.start, number.span.start + mark(at: number.span.start, page))
      let shown = start + position
      let text = page.document.source.text(digits)
      let fixed = "\(shown)" + text.suffix(1)
      return Finding(
        "step is written `\(text)` and shown as `\(fixed)`", at: page.place(digits),
        help: "write `\(fixed)`, or start a list of its own",
        fix: Fix(
          isSafe: keepsIndentation(text, fixed, number, page), edits: [Edit(page.place(digits), fixed)]),
        facts: [page.path, text, fixed])
    }
  }

  /// Whether the item's further lines, if it has any, stay indented as far as its text.
  private static func keepsIndentation(_ text: String, _ fixed: String, _ item: Node, _ page: Page) -> Bool {
    let source = page.document.source
    return text.utf8.count == fixed.utf8.count
      || source.lineNumber(at: item.span.start)
        == source.lineNumber(at: max(item.span.start, item.span.end - 1))
  }

  /// The length of a number and the mark after it.
  private static func mark(at start: Int, _ page: Page) -> Int {
    let bytes = page.document.source.bytes[start...]
    return (bytes.firstIndex { $0 < 0x30 || $0 > 0x39 } ?? bytes.endIndex) - start + 1
  }
}
