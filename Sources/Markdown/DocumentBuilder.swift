import CCmark

/// Turns libcmark's tree into a document's nodes, each with the bytes it was written in.
struct DocumentBuilder {
  private let source: SourceText
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lines: SourceLines
  private let tables: [Int: TablePlan.Table]
  private let options: ParseOptions
  private let bodyStart: Int

  private var nodes: [Node] = []
  private var extras: [Document.Extra] = []
  private var pool: [UInt8] = []
  /// The indices of the nodes that are not closed yet.
  private var open: [Int] = []
  private var containers = Containers()
  private var locator: InlineLocator
  /// The paragraph whose first line is a callout's head.
  private var calloutHead: CMarkNode?
  /// The node closed or added last among inlines, which an attribute list may follow.
  private var lastInline: Int?
  /// How many emphases, links and images are open.
  private var inlineDepth = 0
  /// How many cells the rows of tables have lacked.
  private var missingCells = 0
  /// The first place where inlines nest too deep, or rows lack too much.
  private(set) var excess: LimitExcess?

  init(
    _ source: SourceText, _ lines: SourceLines, _ tables: [Int: TablePlan.Table], bodyStart: Int,
    _ options: ParseOptions
  ) {
    self.source = source
    self.bytes = lines.bytes
    self.lines = lines
    self.tables = tables
    self.options = options
    self.bodyStart = bodyStart
    self.locator = InlineLocator(lines.bytes, lines: [])
    nodes.reserveCapacity(lines.bytes.count / 16 + 8)
  }

  /// What was built, in no more memory than it takes: thousands of documents are kept.
  func document() -> Document {
    Document(
      source: source, nodes: nodes.withUnsafeBufferPointer { Array($0) },
      extras: extras.withUnsafeBufferPointer { Array($0) },
      pool: pool.withUnsafeBufferPointer { Array($0) })
  }

  mutating func build(_ root: CMarkNode) {
    let cells = CellTrees(tables, bytes, bodyStart: bodyStart)
    let walk = cmark_iter_new(root.pointer)
    defer { cmark_iter_free(walk) }
    while true {
      let event = cmark_iter_next(walk)
      guard event != CMARK_EVENT_DONE, excess == nil, let node = CMarkNode(cmark_iter_get_node(walk))
      else { return }
      if event == CMARK_EVENT_EXIT {
        leave(node)
      } else if !enter(node, cells), node.firstChild != nil {
        cmark_iter_reset(walk, node.pointer, CMARK_EVENT_EXIT)
      }
    }
  }

  // MARK: Blocks

  /// Adds a node; false where what lies below it is left out or was read another way.
  private mutating func enter(_ node: CMarkNode, _ cells: borrowing CellTrees) -> Bool {
    switch node.type {
    case CMARK_NODE_DOCUMENT:
      begin(Node(kind: .document, span: Span(bodyStart, bytes.count)))
    case CMARK_NODE_BLOCK_QUOTE: enterQuote(node)
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node.pointer) == CMARK_ORDERED_LIST
      let number = isOrdered ? cmark_node_get_list_start(node.pointer) : -1
      let isTight = cmark_node_get_list_tight(node.pointer) != 0
      begin(Node(kind: .list, detail: isTight ? 1 : 0, number: number, span: span(of: node)))
    case CMARK_NODE_ITEM:
      let number = lines.open(node, &containers)
      begin(Node(kind: .item, number: Int32(clamping: number), span: span(of: node)))
    case CMARK_NODE_CODE_BLOCK: addCodeBlock(node)
    case CMARK_NODE_HTML_BLOCK: addHTMLBlock(node)
    case CMARK_NODE_THEMATIC_BREAK: add(Node(kind: .thematicBreak, span: span(of: node)))
    case CMARK_NODE_PARAGRAPH: return enterParagraph(node, cells)
    case CMARK_NODE_HEADING: enterHeading(node)
    default: enterInline(node, node.literal)
    }
    return true
  }

  private mutating func leave(_ node: CMarkNode) {
    switch node.type {
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM:
      containers.pop()
      end()
    case CMARK_NODE_DOCUMENT, CMARK_NODE_LIST: end()
    case CMARK_NODE_PARAGRAPH:
      if let last = open.last, nodes[last].kind == .paragraph {
        nodes[last].span = Span(nodes[last].span.start, max(locator.cursor, nodes[last].span.end))
        end()
      }
    case CMARK_NODE_HEADING:
      takeHeadingAttributes()
      end()
    default: leaveInline(node)
    }
  }

  private mutating func enterQuote(_ node: CMarkNode) {
    lines.open(node, &containers)
    guard !options.isStrict, let head = node.firstChild, head.type == CMARK_NODE_PARAGRAPH,
      let callout = CalloutHead(bytes, in: lines.content(of: head.startLine, containers).span)
    else { return begin(Node(kind: .blockQuote, span: span(of: node))) }
    calloutHead = head
    note(Slice(source: callout.title))
    begin(Node(kind: .callout, detail: callout.kind.rawValue, span: span(of: node)))
  }

  private mutating func enterParagraph(_ node: CMarkNode, _ cells: borrowing CellTrees) -> Bool {
    if let table = tables[node.startLine] {
      addTable(table, cells)
      return false
    }
    let isHead = node == calloutHead
    if isHead, node.endLine == node.startLine {
      calloutHead = nil
      return false
    }
    let first = node.startLine + (isHead ? 1 : 0)
    locate(contentLines(first, through: node.endLine), of: node)
    begin(Node(kind: .paragraph, span: Span(locator.cursor, locator.cursor)))
    lastInline = nil
    return true
  }

  private mutating func enterHeading(_ node: CMarkNode) {
    let level = UInt8(clamping: cmark_node_get_heading_level(node.pointer))
    let start = lines.content(of: node.startLine, containers).span
    if lines.isSetext(node, containers) {
      let last = lines.setextEnd(node, containers)
      locate(contentLines(node.startLine, through: last), of: node)
      begin(Node(kind: .heading, detail: level, span: Span(start.start, lines.line(last).end)))
    } else {
      var text = start.start
      while text < start.end, bytes[text] == UInt8(ascii: "#") { text += 1 }
      while text < start.end, bytes[text].isBlank { text += 1 }
      locator = InlineLocator(bytes, lines: [Span(text, start.end)])
      begin(Node(kind: .heading, detail: level, span: start))
    }
    lastInline = nil
  }

  /// Where each line of a paragraph holds its text.
  private func contentLines(_ first: Int, through last: Int) -> [Span] {
    (first...max(first, last)).map { lines.content(of: $0, containers).span }
  }

  /// Points the locator at the first of these lines that the node's text can have come from: reference
  /// definitions before it are gone from the tree.
  private mutating func locate(_ content: [Span], of node: CMarkNode) {
    locator = InlineLocator(bytes, lines: content)
    var first = 0
    while first < content.count, mayBeDefinition(content[first]) || first > 0 {
      let candidate = InlineLocator(bytes, lines: Array(content[first...]))
      if candidate.fits(node) {
        locator = candidate
        return
      }
      first += 1
    }
  }

  private func mayBeDefinition(_ line: Span) -> Bool {
    let text = bytes[line.range]
    guard text.first == UInt8(ascii: "[") else { return false }
    return text.indices.dropLast().contains { text[$0] == UInt8(ascii: "]") && text[$0 + 1] == .colon }
  }

  private mutating func addCodeBlock(_ node: CMarkNode) {
    let start = lines.start(of: node)
    let literal = node.literal
    let fence = bytes[min(start, bytes.count)...].prefix(3)
    let isFenced =
      fence.count == 3 && (fence.allSatisfy { $0 == .backtick } || fence.allSatisfy { $0 == 0x7E })
      && !literal.starts(with: fence)
    let written = lines.line(node.startLine + (isFenced ? 1 : 0)).start
    let code = Node(
      kind: .codeBlock, detail: isFenced ? 1 : 0, span: span(of: node),
      literal: slice(literal, writtenAt: written))
    note(pooled(node.info))
    add(code)
  }

  private mutating func addHTMLBlock(_ node: CMarkNode) {
    // Line 0 is one that a cut put in.
    guard lines.sourceLine(node.startLine) > 0 else { return }
    let literal = slice(node.literal, writtenAt: lines.line(node.startLine).start)
    // libcmark ends a comment a line early.
    let lineEnds = node.literal.count { $0 == .lineFeed }
    let end = lines.line(node.startLine + max(lineEnds - 1, 0)).end
    let span = span(of: node)
    add(Node(kind: .htmlBlock, span: Span(span.start, max(span.end, end)), literal: literal))
  }

  /// A list such as `{#id}` at the end of a heading is no text.
  private mutating func takeHeadingAttributes() {
    guard !options.isStrict, let last = lastInline, nodes[last].kind == .text, let heading = open.last,
      let attributes = HeadingAttributes(bytes, in: nodes[last].span),
      let text = nodes[last].literal.dropping(bytes[attributes.textEnd..<nodes[last].span.end], pool)
    else { return }
    if let id = attributes.id { note(Slice(source: id), of: heading) }
    if attributes.isTab { nodes[heading].number = Node.tabNumber }
    nodes[last].span = Span(nodes[last].span.start, attributes.textEnd)
    nodes[last].literal = text
    if nodes[last].span.isEmpty { nodes.removeLast() }
  }

  // MARK: Tables

  private mutating func addTable(_ table: TablePlan.Table, _ cells: borrowing CellTrees) {
    begin(Node(kind: .table, span: table.span))
    for (index, row) in table.rows.enumerated() {
      begin(
        Node(
          kind: .row, detail: index == 0 ? 1 : 0, number: Int32(clamping: row.cells.count), span: row.span))
      missingCells += max(0, table.alignments.count - row.cells.count)
      if missingCells > options.limits.missingCells { refuse(.missingCells, row.span) }
      if excess != nil { return }
      for (column, alignment) in table.alignments.enumerated() {
        let cell = column < row.cells.count ? row.cells[column] : Span(row.span.end, row.span.end)
        begin(Node(kind: .cell, detail: alignment.rawValue, span: cell))
        addCell(cell, cells)
        end()
      }
      end()
    }
    end()
  }

  private mutating func addCell(_ cell: Span, _ cells: borrowing CellTrees) {
    if SimpleCell.read(bytes, in: cell, add: { add($0) }) { return }
    guard let paragraph = cells.paragraph(for: cell) else { return }
    locator = InlineLocator(bytes, lines: [cell], isCell: true)
    lastInline = nil
    let walk = cmark_iter_new(paragraph.pointer)
    defer { cmark_iter_free(walk) }
    var isFirst = true
    while true {
      let event = cmark_iter_next(walk)
      guard event != CMARK_EVENT_DONE, excess == nil, let node = CMarkNode(cmark_iter_get_node(walk))
      else { return }
      guard node != paragraph else { continue }
      if event == CMARK_EVENT_EXIT {
        leaveInline(node)
      } else if isFirst {
        isFirst = false
        let literal = UnsafeBufferPointer(rebasing: node.literal.dropFirst(CellTrees.guardLength))
        if !literal.isEmpty { enterInline(node, literal) }
      } else {
        enterInline(node, node.literal)
      }
    }
  }

  // MARK: Inlines

  private mutating func enterInline(_ node: CMarkNode, _ literal: UnsafeBufferPointer<UInt8>) {
    if let head = calloutHead, skipCalloutHead(node, head) { return }
    let start = locator.cursor
    switch node.type {
    case CMARK_NODE_TEXT: addText(literal)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
      locator.nextLine()
      let kind: Node.Kind = node.type == CMARK_NODE_SOFTBREAK ? .softBreak : .lineBreak
      addInline(Node(kind: kind, span: Span(start, locator.cursor)))
    case CMARK_NODE_CODE:
      let span = locator.code(literal)
      addInline(Node(kind: .code, span: span, literal: codeSlice(literal, in: span)))
    case CMARK_NODE_HTML_INLINE:
      let span = locator.html(literal)
      addInline(Node(kind: .htmlInline, span: span, literal: slice(literal, writtenAt: span.start)))
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG:
      let isStrong = node.type == CMARK_NODE_STRONG
      locator.skip(isStrong ? 2 : 1)
      beginInline(Node(kind: isStrong ? .strong : .emphasis, span: Span(start, start)))
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      let isImage = node.type == CMARK_NODE_IMAGE
      let isAutolink = !isImage && locator.isAtAutolink
      locator.skip(isImage ? 2 : 1)
      let link = Node(
        kind: isImage ? .image : .link, detail: isAutolink ? 1 : 0, span: Span(start, start),
        literal: pooled(node.destination))
      note(pooled(node.linkTitle))
      beginInline(link)
    default: break
    }
  }

  private mutating func leaveInline(_ node: CMarkNode) {
    guard let last = open.last else { return }
    switch nodes[last].kind {
    case .emphasis where node.type == CMARK_NODE_EMPH: locator.skip(1)
    case .strong where node.type == CMARK_NODE_STRONG: locator.skip(2)
    case .link where node.type == CMARK_NODE_LINK: locator.linkEnd(isAutolink: nodes[last].detail == 1)
    case .image where node.type == CMARK_NODE_IMAGE: locator.linkEnd(isAutolink: false)
    default: return
    }
    nodes[last].span = Span(nodes[last].span.start, locator.cursor)
    lastInline = last
    inlineDepth -= 1
    end()
  }

  /// Leaves out the first line of a callout's first paragraph; true while that lasts.
  private mutating func skipCalloutHead(_ node: CMarkNode, _ head: CMarkNode) -> Bool {
    if node.parent == head, node.type == CMARK_NODE_SOFTBREAK || node.type == CMARK_NODE_LINEBREAK {
      calloutHead = nil
    }
    return true
  }

  private mutating func addText(_ literal: UnsafeBufferPointer<UInt8>) {
    let written = locator.text(literal)
    var span = written.span
    var literal = literal
    if !options.isStrict, let last = lastInline, nodes[last].kind == .link || nodes[last].kind == .image,
      Int(nodes[last].end) == nodes.count, let length = attributeListLength(literal)
    {
      literal = UnsafeBufferPointer(rebasing: literal.dropFirst(length))
      span = Span(min(span.start + length, span.end), span.end)
      guard !literal.isEmpty else { return }
    }
    addInline(
      Node(kind: .text, span: span, literal: written.isVerbatim ? Slice(source: span) : pooled(literal)))
  }

  /// The length of the kramdown attribute list that text after a link starts with.
  private func attributeListLength(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.count > 2, text[0] == UInt8(ascii: "{"), text[1] == .colon else { return nil }
    // One that does not end before the next brace is no list, and its text is kept.
    guard
      let end = text.dropFirst().firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }),
      text[end] == UInt8(ascii: "}")
    else { return nil }
    return end + 1
  }

  // MARK: Nodes

  /// Notes what the node that comes next says beside its literal.
  private mutating func note(_ extra: Slice) { note(extra, of: nodes.count) }

  private mutating func note(_ extra: Slice, of node: Int) {
    if extra.isEmpty { return }
    let extra = Document.Extra(node: Int32(truncatingIfNeeded: node), slice: extra)
    // A heading has its id when what lies in it was read.
    extras.insert(extra, at: extras.lastIndex { $0.node < extra.node }.map { $0 + 1 } ?? 0)
  }

  private mutating func begin(_ node: Node) {
    open.append(nodes.count)
    nodes.append(node)
  }

  private mutating func end() {
    guard let last = open.popLast() else { return }
    nodes[last].end = Int32(truncatingIfNeeded: nodes.count)
  }

  private mutating func add(_ node: Node) {
    begin(node)
    end()
  }

  private mutating func beginInline(_ node: Node) {
    inlineDepth += 1
    if inlineDepth > options.limits.nesting { refuse(.nesting, node.span) }
    begin(node)
  }

  private mutating func refuse(_ limit: LimitExcess.Limit, _ span: Span) {
    if excess == nil { excess = LimitExcess(limit: limit, allowed: options.limits[limit], span: span) }
  }

  private mutating func addInline(_ node: Node) {
    lastInline = nodes.count
    add(node)
  }

  /// A block's range, inside that of the block around it: libcmark ends a fence without an end a line late.
  private func span(of node: CMarkNode) -> Span {
    let end = open.last.map { nodes[$0].span.end } ?? bytes.count
    return Span(lines.start(of: node), min(lines.end(of: node), end))
  }

  // MARK: Text

  private mutating func pooled(_ text: UnsafeBufferPointer<UInt8>) -> Slice {
    guard !text.isEmpty else { return .empty }
    let start = pool.count
    pool.append(contentsOf: text)
    return Slice(pool: start, length: text.count)
  }

  /// The text as a piece of the source, if it stands there unchanged, else a copy.
  private mutating func slice(_ text: UnsafeBufferPointer<UInt8>, writtenAt start: Int) -> Slice {
    let end = start + text.count
    guard end <= bytes.count, bytes[start..<end].elementsEqual(text) else { return pooled(text) }
    return Slice(source: Span(start, end))
  }

  private mutating func codeSlice(_ literal: UnsafeBufferPointer<UInt8>, in span: Span) -> Slice {
    let padding = (span.count - literal.count) / 2
    return slice(literal, writtenAt: max(span.start, min(span.start + padding, span.end)))
  }
}

extension Slice {
  /// The slice without these bytes at its end; nil where a pooled text, read from escapes, ends otherwise.
  fileprivate func dropping(_ tail: Swift.Slice<UnsafeBufferPointer<UInt8>>, _ pool: [UInt8]) -> Slice? {
    let kept = range.lowerBound..<max(range.upperBound - tail.count, range.lowerBound)
    guard isPooled else { return Slice(source: Span(kept.lowerBound, kept.upperBound)) }
    guard pool[kept.upperBound..<range.upperBound].elementsEqual(tail) else { return nil }
    return Slice(pool: kept.lowerBound, length: kept.count)
  }
}
