import Markdown

/// The permissions of a role as its section or its row lists them, to write more of them.
struct RoleList {
  private let file: FileID
  private let source: SourceText
  private let entries: [Located<String>]
  private let layout: Layout

  private enum Layout {
    /// One on a line, behind a bullet; the last item ends at this byte.
    case items(lead: String, separator: String, end: Int)
    /// One behind the other, in a cell.
    case cell(separator: String, isCode: Bool)
  }

  /// Nil where the list is written in a way that nothing is put in safely.
  init?(of role: Role, on page: Page) {
    let declaration = role.declaration
    entries = declaration.entries.filter { $0.kind == .pattern }.map(\.name)
    file = page.file
    source = page.document.source
    guard let last = entries.last, entries.allSatisfy({ $0.place.file == page.file }) else { return nil }
    let found: Layout? =
      switch declaration.origin {
      case .section: Self.items(entries, last, page)
      case .row: Self.cell(entries, last, page)
      case .column: nil
      }
    guard let found else { return nil }
    layout = found
  }

  /// The edits that add names in the list's order.
  func adding(_ names: [String]) -> [Edit] {
    NameOrder(entries.map(\.value)).placed(names).map { index, names in
      index < entries.count ? put(names, before: entries[index]) : append(names)
    }
  }

  private func put(_ names: [String], before entry: Located<String>) -> Edit {
    let start = entry.place.span.start
    switch layout {
    case .items(let lead, let separator, _):
      let text = names.map { "\(lead)`\($0)`\(separator)" }.joined()
      return .insertion(text, file, at: source.line(holding: start).start)
    case .cell(let separator, let isCode):
      return .insertion(names.map { written($0, isCode) + separator }.joined(), file, at: start)
    }
  }

  private func append(_ names: [String]) -> Edit {
    switch layout {
    case .items(let lead, let separator, let end):
      return .insertion(names.map { "\(separator)\(lead)`\($0)`" }.joined(), file, at: end)
    case .cell(let separator, let isCode):
      let end = entries[entries.count - 1].place.span.end
      return .insertion(names.map { separator + written($0, isCode) }.joined(), file, at: end)
    }
  }

  private func written(_ name: String, _ isCode: Bool) -> String { isCode ? "`\(name)`" : name }

  // MARK: Layouts

  private static func items(_ entries: [Located<String>], _ last: Located<String>, _ page: Page) -> Layout? {
    let source = page.document.source
    let leads = Set(entries.map { source.lead(of: $0.place.span.start) })
    guard leads.count == 1, let lead = leads.first,
      ["-", "*", "+"].contains(lead.filter { !" \t>".contains($0) }),
      let item = page.document.last(.item, holding: last.place.span)
    else { return nil }
    let lines = entries.map { source.lineNumber(at: $0.place.span.start) }
    let isLoose = lines.count > 1 && lines[1] > lines[0] + 1 && source.line(lines[1] - 1).isEmpty
    var end = item.span.end
    while end > last.place.span.end, source.bytes[end - 1] <= 0x20 { end -= 1 }
    return .items(lead: lead, separator: source.lineEnd + (isLoose ? source.lineEnd : ""), end: end)
  }

  private static func cell(_ entries: [Located<String>], _ last: Located<String>, _ page: Page) -> Layout? {
    let source = page.document.source
    guard page.document.last(.table, holding: last.place.span) != nil,
      Set(entries.map { source.lineNumber(at: $0.place.span.start) }).count == 1
    else { return nil }
    let isCode = source.text(last.place.span).hasPrefix("`")
    guard isCode || source.text(last.place.span) == last.value else { return nil }
    guard entries.count > 1 else { return .cell(separator: ", ", isCode: isCode) }
    let between = Span(entries[entries.count - 2].place.span.end, last.place.span.start)
    let separator = source.text(between)
    let words = separator.replacing("<br>", with: "").replacing("<br/>", with: "")
      .replacing("<br />", with: "")
    return words.allSatisfy { " ,;".contains($0) } && !separator.isEmpty
      ? .cell(separator: separator, isCode: isCode) : nil
  }
}

extension Document {
  /// The innermost node of a kind around some bytes; nodes lie in the order in which they start.
  fileprivate func last(_ kind: Node.Kind, holding span: Span) -> Node? {
    var low = 0
    var high = nodes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if nodes[middle].span.start <= span.start { low = middle } else { high = middle }
    }
    return nodes[...low].last { $0.kind == kind && $0.span.contains(span) }
  }
}
