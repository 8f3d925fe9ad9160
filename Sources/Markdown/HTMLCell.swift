/// A cell of an HTML table while it is read: its text, code and breaks as nodes.
struct HTMLCell {
  let isHeader: Bool
  let columns: Int
  let rows: Int
  /// The nodes, each with its `end` counted from the first.
  private(set) var nodes: [Node] = []
  /// What the nodes say beside their literals.
  private(set) var extras: [Document.Extra] = []
  /// Text of the nodes that reads differently from the source.
  private(set) var pool: [UInt8] = []
  private(set) var span: Span

  /// Text that is not a node yet: it goes on after `<wbr>`, and in code after any tag.
  private var pending: [UInt8] = []
  private var pendingSpan: Span?
  private var isVerbatim = true
  /// How many blanks the last text ends with.
  private var blanksAtEnd = 0
  private var isInCode = false
  private var isPreformatted = false

  init(_ tag: TableTag, _ html: HTMLText) {
    isHeader = tag.name == "th"
    columns = Self.number(tag.attribute("colspan"))
    rows = Self.number(tag.attribute("rowspan"))
    let start = html.source(tag.range.upperBound)
    span = Span(start, start)
  }

  private static func number(_ text: ArraySlice<UInt8>?) -> Int {
    let number = text.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 1
    return min(max(number, 1), 1_000)
  }

  // MARK: Text

  /// Adds text; line ends are blanks, as HTML has it.
  mutating func add(_ html: HTMLText, text range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = html.bytes[start..<range.upperBound].firstIndex(where: \.isLineEnd) ?? range.upperBound
      append(html, start..<end)
      guard end < range.upperBound else { return }
      flush()
      if !nodes.isEmpty { add(isPreformatted ? .lineBreak : .softBreak, html, end..<end) }
      start = html.bytes[end...].firstIndex { !$0.isWhitespace } ?? html.bytes.count
    }
  }

  private mutating func append(_ html: HTMLText, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let written = Span(html.source(range.lowerBound), html.source(range.lowerBound) + range.count)
    let text = decoded(Array(html.bytes[range]))
    if let open = pendingSpan {
      if open.end != written.start { isVerbatim = false }
      pendingSpan = Span(open.start, written.end)
    } else {
      pendingSpan = written
      isVerbatim = true
    }
    if text.count != range.count { isVerbatim = false }
    pending += text
  }

  /// The text with its entities read.
  private func decoded(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    var result: [UInt8] = []
    var cursor = 0
    while cursor < text.count {
      guard text[cursor] == UInt8(ascii: "&"),
        let end = text[cursor...].prefix(34).firstIndex(of: UInt8(ascii: ";")),
        let entity = text[cursor...end].withUnsafeBufferPointer({ decodedEntity($0) })
      else {
        result.append(text[cursor])
        cursor += 1
        continue
      }
      result += entity
      cursor = end + 1
    }
    return result
  }

  /// Makes a node of the text read so far.
  mutating func flush() {
    guard let open = pendingSpan else { return }
    blanksAtEnd = pending.count - (pending.lastIndex { !$0.isWhitespace }.map { $0 + 1 } ?? 0)
    defer {
      pending = []
      pendingSpan = nil
    }
    guard isInCode || !nodes.isEmpty || pending.contains(where: { !$0.isWhitespace }) else { return }
    let lead = nodes.isEmpty ? pending.prefix(while: \.isWhitespace).count : 0
    let written = Span(min(open.start + lead, open.end), open.end)
    let literal = isVerbatim ? Slice(source: written) : pooled(Array(pending.dropFirst(lead)))
    add(Node(kind: isInCode ? .code : .text, span: written, literal: literal))
  }

  private mutating func pooled(_ text: [UInt8]) -> Slice {
    pool += text
    return Slice(pool: pool.count - text.count, length: text.count)
  }

  private mutating func add(_ node: Node) {
    var node = node
    node.end = Int32(truncatingIfNeeded: nodes.count + 1)
    nodes.append(node)
    if node.kind == .text || node.kind == .code {
      span = Span(nodes.count == 1 ? node.span.start : span.start, node.span.end)
    }
  }

  /// Ends the cell; breaks and blanks at its end say nothing.
  mutating func finish() {
    flush()
    while let last = nodes.last, last.kind == .softBreak || last.kind == .lineBreak { nodes.removeLast() }
    guard let last = nodes.last, last.kind == .text, blanksAtEnd > 0 else { return }
    let kept = Span(last.span.start, max(last.span.start, last.span.end - blanksAtEnd))
    nodes.removeLast()
    if !kept.isEmpty {
      let literal = last.literal.isPooled ? last.literal : Slice(source: kept)
      return add(Node(kind: .text, span: kept, literal: literal))
    }
    span = Span(span.start, nodes.last { $0.kind == .text || $0.kind == .code }?.span.end ?? span.start)
  }

  private mutating func add(_ kind: Node.Kind, _ html: HTMLText, _ range: Range<Int>) {
    let start = html.source(range.lowerBound)
    add(Node(kind: kind, span: Span(start, start + range.count)))
  }

  // MARK: Tags

  private static let breaks: Set<String> = [
    "br", "p", "li", "ul", "ol", "div", "dl", "dt", "dd", "tr", "td", "th", "table", "details", "summary",
    "pre",
  ]

  mutating func add(_ html: HTMLText, tag: TableTag) {
    switch tag.name {
    case "wbr": return
    case "code", "tt", "samp", "kbd":
      flush()
      isInCode = !tag.isClosing
    case "img":
      flush()
      if let alternative = tag.attribute("alt"), !alternative.isEmpty {
        append(html, alternative.startIndex..<alternative.endIndex)
        flush()
      }
    case "sup", "sub":
      flush()
      let start = html.source(tag.range.lowerBound)
      let span = Span(start, start + tag.range.count)
      add(
        Node(
          kind: .htmlInline, span: span,
          literal: pooled(Array("<\(tag.isClosing ? "/" : "")\(tag.name)>".utf8))))
    case _ where Self.breaks.contains(tag.name):
      flush()
      if tag.name == "pre" { isPreformatted = !tag.isClosing }
      if !nodes.isEmpty { add(.lineBreak, html, tag.range) }
    default: if !isInCode { flush() }
    }
  }

  // MARK: Markdown

  /// Adds a block of Markdown that stands in the cell between empty lines.
  mutating func add(_ page: Document, node: Int) {
    flush()
    let range = node..<Int(page.nodes[node].end)
    let base = nodes.count
    for index in range {
      var copy = page.nodes[index]
      copy.end = Int32(truncatingIfNeeded: Int(copy.end) - node + base)
      copy.literal = copied(copy.literal, page)
      let extra = page.extra(index)
      if !extra.isEmpty {
        extras.append(
          Document.Extra(node: Int32(truncatingIfNeeded: nodes.count), slice: copied(extra, page)))
      }
      nodes.append(copy)
    }
    let written = page.nodes[node].span
    span = Span(base == 0 ? written.start : span.start, written.end)
  }

  private mutating func copied(_ slice: Slice, _ page: Document) -> Slice {
    guard slice.isPooled else { return slice }
    return pooled(page.withBytes(of: slice) { Array($0) })
  }
}
