/// Writes nodes as HTML in the order they stand, closing each at its end.
struct HTMLWriter {
  let document: Document
  /// The document's, for as long as it is written: each node is looked at many times.
  let nodes: UnsafeBufferPointer<Node>
  private let texts: DocumentTexts
  let style: HTMLStyle
  let hooks: HTMLHooks
  var bytes: [UInt8]
  /// The open nodes, outermost first.
  var open: [(node: Int, close: StaticString, isLinked: Bool)] = []
  private let startsAt: Int
  /// Tags that pass as they are: closing ones whose opening ones were written, lists in cells.
  var pairedTags: Set<Int> = []

  /// Appends what `body` writes of a document to the bytes.
  static func append(
    _ document: Document, _ style: HTMLStyle, _ hooks: HTMLHooks, to bytes: inout [UInt8],
    _ body: (inout HTMLWriter) -> Void
  ) {
    document.withNodes { nodes, texts in
      var writer = HTMLWriter(document, nodes, texts, style, hooks, bytes)
      bytes = []
      body(&writer)
      bytes = writer.bytes
    }
  }

  private init(
    _ document: Document, _ nodes: UnsafeBufferPointer<Node>, _ texts: DocumentTexts, _ style: HTMLStyle,
    _ hooks: HTMLHooks, _ bytes: consuming [UInt8]
  ) {
    self.document = document
    self.nodes = nodes
    self.texts = texts
    self.style = style
    self.hooks = hooks
    self.bytes = bytes
    startsAt = self.bytes.count
  }

  /// The bytes of a node's literal text.
  func text(_ slice: Slice) -> UnsafeBufferPointer<UInt8> { texts[slice] }

  /// Inlined into the closure that calls it, all of the writer is: the compiler then takes minutes over it.
  @inline(never)
  mutating func write(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      closeNodes(endingBy: index)
      let node = nodes[index]
      index = enter(index, node) ? index + 1 : Int(node.end)
    }
    closeNodes(endingBy: range.upperBound)
  }

  private mutating func closeNodes(endingBy index: Int) {
    while let last = open.last, Int(nodes[last.node].end) <= index {
      open.removeLast()
      leave(last.node, last.close, last.isLinked)
    }
  }

  private mutating func freshLine() {
    if bytes.count > startsAt, bytes.last != .lineFeed { bytes.append(.lineFeed) }
  }

  mutating func begin(_ node: Int, close: StaticString, isLinked: Bool = false) {
    open.append((node, close, isLinked))
  }

  /// Writes a node's start; false where its children are already written or left out.
  private mutating func enter(_ index: Int, _ node: Node) -> Bool {
    switch node.kind {
    case .document: begin(index, close: "")
    case .blockQuote: block(index, "<blockquote>\n", close: "</blockquote>\n")
    case .callout: enterCallout(index, node)
    case .list: enterList(index, node)
    case .item: block(index, "<li>", close: "</li>\n")
    case .codeBlock: writeCodeBlock(index, node)
    case .htmlBlock: writeHTMLBlock(node)
    case .paragraph: enterParagraph(index)
    case .heading: enterHeading(index, node)
    case .thematicBreak:
      freshLine()
      bytes.append("<hr />\n")
    case .table, .row, .cell: enterTablePart(index, node)
    default: return enterInline(index, node)
    }
    return true
  }

  private mutating func block(_ index: Int, _ start: StaticString, close: StaticString) {
    freshLine()
    bytes.append(start)
    begin(index, close: close)
  }

  private mutating func leave(_ index: Int, _ close: StaticString, _ isLinked: Bool) {
    let node = nodes[index]
    switch node.kind {
    case .blockQuote, .callout, .list: freshLine()
    case .heading: closeHeading(index, isLinked: isLinked)
    case .table: if nodes[index + 1].end < node.end { bytes.append("</tbody>\n") }
    case .row: if node.isHeader { return closeHeader(index) }
    case .strong: if isLinked { return bytes.append("</strong></a>") }
    default: break
    }
    bytes.append(close)
  }

  // MARK: Blocks

  /// A paragraph in an item of a tight list stands without its tags.
  private var isInTightList: Bool {
    guard open.count > 1, nodes[open[open.count - 1].node].kind == .item else { return false }
    return nodes[open[open.count - 2].node].isTight
  }

  private mutating func enterParagraph(_ index: Int) {
    if isInTightList { return begin(index, close: "") }
    freshLine()
    bytes.append("<p")
    appendClass(of: index)
    bytes.append(">")
    begin(index, close: "</p>\n")
  }

  private mutating func enterList(_ index: Int, _ node: Node) {
    freshLine()
    bytes.append(node.isOrdered ? "<ol" : "<ul" as StaticString)
    if node.isOrdered, node.number != 1 { bytes.append(" start=\"\(node.number)\"") }
    appendClass(of: index)
    bytes.append(">\n")
    begin(index, close: node.isOrdered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func enterCallout(_ index: Int, _ node: Node) {
    let name = node.calloutKind.name
    freshLine()
    bytes.append("<div class=\"callout \(name)\" role=\"note\">\n<p class=\"callout-title\">")
    let title = document.extra(index)
    if title.isEmpty {
      bytes.append(name.prefix(1).uppercased() + name.dropFirst())
    } else {
      bytes.append(escaping: text(title))
    }
    bytes.append("</p>\n")
    begin(index, close: "</div>\n")
  }

  private mutating func enterHeading(_ index: Int, _ node: Node) {
    let anchor = hooks.anchor(index)
    freshLine()
    bytes.append("<h\(node.level)")
    if let anchor {
      bytes.append(" id=\"")
      bytes.append(escaping: anchor)
      bytes.append("\"")
    }
    appendClass(of: index)
    bytes.append(">")
    let isLinked = linksItself(index) && !holdsLink(index)
    if let anchor, isLinked { appendAnchorLink(anchor) }
    begin(index, close: Self.headingEnds[node.level - 1], isLinked: isLinked)
  }

  private mutating func closeHeading(_ index: Int, isLinked: Bool) {
    if isLinked { return bytes.append("</a>") }
    guard linksItself(index), let anchor = hooks.anchor(index) else { return }
    bytes.append(" ")
    appendAnchorLink(anchor, isMark: true)
    bytes.append("#</a>")
  }

  private func linksItself(_ heading: Int) -> Bool {
    style.linksHeadings && nodes[heading].level > 1
  }

  /// Starts the link to a heading; one that shows a mark only is named by the anchor.
  private mutating func appendAnchorLink(_ anchor: String, isMark: Bool = false) {
    if isMark {
      bytes.append("<a class=\"mark\" aria-label=\"#")
      bytes.append(escaping: anchor)
      bytes.append("\" href=\"#")
    } else {
      bytes.append("<a class=\"anchor\" href=\"#")
    }
    bytes.append(escapingAddress: anchor)
    bytes.append("\">")
  }

  private mutating func appendClass(of index: Int) {
    guard let name = hooks.className(index) else { return }
    bytes.append(" class=\"")
    bytes.append(name)
    bytes.append("\"")
  }

  private static let headingEnds: [StaticString] = [
    "</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n",
  ]

  private func holdsLink(_ index: Int) -> Bool {
    (index + 1..<Int(nodes[index].end)).contains {
      nodes[$0].kind == .link || hooks.mention($0) != nil
    }
  }

  private mutating func writeCodeBlock(_ index: Int, _ node: Node) {
    freshLine()
    let tab = hooks.tab(index)
    if let tab {
      bytes.append("<div class=\"tab\">\n<p class=\"tab-name\">")
      bytes.append(escaping: tab)
      bytes.append("</p>\n")
    }
    if style.boxesWideBlocks { bytes.append("<div class=\"code\">\n") }
    let language = text(document.extra(index)).prefix { !$0.isWhitespace }
    if language.isEmpty {
      bytes.append("<pre><code>")
    } else {
      bytes.append("<pre><code class=\"language-")
      bytes.append(escaping: language)
      bytes.append("\">")
    }
    let pieces = hooks.code(index)
    writeCode(text(node.literal), pieces)
    bytes.append("</code></pre>\n")
    if style.boxesWideBlocks { bytes.append("</div>\n") }
    if tab != nil { bytes.append("</div>\n") }
  }

  private mutating func writeCode(_ code: UnsafeBufferPointer<UInt8>, _ pieces: [CodePiece]) {
    var end = 0
    for piece in pieces {
      bytes.append(escaping: UnsafeBufferPointer(rebasing: code[end..<piece.range.lowerBound]))
      bytes.append("<span class=\"")
      bytes.append(piece.className)
      bytes.append("\">")
      bytes.append(escaping: UnsafeBufferPointer(rebasing: code[piece.range]))
      bytes.append("</span>")
      end = piece.range.upperBound
    }
    bytes.append(escaping: UnsafeBufferPointer(rebasing: code[end...]))
  }

  private mutating func writeHTMLBlock(_ node: Node) {
    freshLine()
    let html = text(node.literal)
    if style.allowsRawHTML {
      bytes.append(contentsOf: html)
    } else if !html.starts(with: "<!--".utf8) {
      bytes.append("<pre class=\"raw-html\"><code>")
      bytes.append(escaping: html)
      bytes.append("</code></pre>")
    }
    freshLine()
  }

  // MARK: Tables

  private mutating func enterTablePart(_ index: Int, _ node: Node) {
    switch node.kind {
    case .table: enterTable(index)
    case .row:
      if node.isHeader { bytes.append("<thead>\n") }
      bytes.append("<tr>\n")
      begin(index, close: "</tr>\n")
    default:
      let isHeader = open.last.map { nodes[$0.node].isHeader } ?? false
      bytes.append(isHeader ? "<th" : "<td")
      appendAlignment(node.alignment)
      bytes.append(">")
      if !style.allowsRawHTML { pairedTags.formUnion(document.listTags(inCell: index)) }
      begin(index, close: isHeader ? "</th>\n" : "</td>\n")
    }
  }

  private mutating func enterTable(_ index: Int) {
    guard style.boxesWideBlocks else { return block(index, "<table>\n", close: "</table>\n") }
    block(index, "<div class=\"table-box\">\n<table>\n", close: "</table>\n</div>\n")
  }

  private mutating func closeHeader(_ row: Int) {
    bytes.append("</tr>\n</thead>\n")
    guard let table = open.last, nodes[table.node].kind == .table else { return }
    if nodes[row].end < nodes[table.node].end { bytes.append("<tbody>\n") }
  }

  private mutating func appendAlignment(_ alignment: Alignment) {
    let name: StaticString
    switch alignment {
    case .none: return
    case .left: name = "left"
    case .center: name = "center"
    case .right: name = "right"
    }
    bytes.append(style.usesAlignAttribute ? " align=\"" : " class=\"" as StaticString)
    bytes.append(name)
    bytes.append("\"")
  }
}
