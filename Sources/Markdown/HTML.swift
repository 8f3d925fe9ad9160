/// What a caller changes in a document's HTML; each is asked with the index of a node.
public struct HTMLHooks: Sendable {
  /// The address that a link or image gets; nil keeps what was written.
  public var destination: @Sendable (Int) -> String?
  /// The address that a code span or bold text is linked to; nil links it to nothing.
  public var mention: @Sendable (Int) -> String?
  /// The anchor of a heading; nil gives it none.
  public var anchor: @Sendable (Int) -> String?

  public init(
    destination: @escaping @Sendable (Int) -> String? = { _ in nil },
    mention: @escaping @Sendable (Int) -> String? = { _ in nil },
    anchor: @escaping @Sendable (Int) -> String? = { _ in nil }
  ) {
    self.destination = destination
    self.mention = mention
    self.anchor = anchor
  }
}

/// Which HTML a document becomes.
public struct HTMLStyle: Sendable {
  /// Raw HTML and all link schemes pass as they are; else HTML is shown as text. Only `<br>`, tags that shape
  /// text and comments are taken for what they are.
  public var allowsRawHTML = false
  /// Table cells carry `align="center"`, as GitHub prints them, in place of a class.
  public var usesAlignAttribute = false
  /// Headings link to themselves.
  public var linksHeadings = false
  /// Tables stand in boxes of their own, and these and code blocks can be scrolled by the keyboard.
  public var boxesWideBlocks = false

  public init() {}

  /// What `cmark --unsafe` prints.
  public static var commonMark: HTMLStyle {
    var style = HTMLStyle()
    style.allowsRawHTML = true
    return style
  }
}

extension Document {
  /// Appends the document as HTML.
  public func appendHTML(to bytes: inout [UInt8], style: HTMLStyle = HTMLStyle(), hooks: HTMLHooks = HTMLHooks()) {
    appendHTML(of: 0..<nodes.count, to: &bytes, style: style, hooks: hooks)
  }

  /// Appends some of the document's nodes, each whole, as HTML.
  public func appendHTML(
    of range: Range<Int>, to bytes: inout [UInt8], style: HTMLStyle = HTMLStyle(), hooks: HTMLHooks = HTMLHooks()
  ) {
    var writer = HTMLWriter(self, style, hooks, bytes)
    bytes = []
    writer.write(range)
    bytes = writer.bytes
  }
}

/// Writes nodes as HTML in the order they stand, closing each at its end.
private struct HTMLWriter {
  private let document: Document
  private let style: HTMLStyle
  private let hooks: HTMLHooks
  private(set) var bytes: [UInt8]
  /// The open nodes, outermost first.
  private var open: [(node: Int, close: StaticString, isLinked: Bool)] = []
  private let startsAt: Int
  /// The closing tags whose opening ones were written.
  private var pairedTags: Set<Int> = []

  init(_ document: Document, _ style: HTMLStyle, _ hooks: HTMLHooks, _ bytes: consuming [UInt8]) {
    self.document = document
    self.style = style
    self.hooks = hooks
    self.bytes = bytes
    startsAt = self.bytes.count
  }

  mutating func write(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      closeNodes(endingBy: index)
      let node = document.nodes[index]
      index = enter(index, node) ? index + 1 : Int(node.end)
    }
    closeNodes(endingBy: range.upperBound)
  }

  private mutating func closeNodes(endingBy index: Int) {
    while let last = open.last, Int(document.nodes[last.node].end) <= index {
      open.removeLast()
      leave(last.node, last.close, last.isLinked)
    }
  }

  private mutating func freshLine() {
    if bytes.count > startsAt, bytes.last != .lineFeed { bytes.append(.lineFeed) }
  }

  private mutating func begin(_ node: Int, close: StaticString, isLinked: Bool = false) {
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
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock: writeHTMLBlock(node)
    case .paragraph: isInTightList ? begin(index, close: "") : block(index, "<p>", close: "</p>\n")
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
    let node = document.nodes[index]
    switch node.kind {
    case .blockQuote, .callout, .list: freshLine()
    case .heading: if style.linksHeadings, isLinked { bytes.append("</a>") }
    case .table: if document.nodes[index + 1].end < node.end { bytes.append("</tbody>\n") }
    case .row: if node.isHeader { return closeHeader(index) }
    case .strong: if isLinked { return bytes.append("</strong></a>") }
    default: break
    }
    bytes.append(close)
  }

  // MARK: Blocks

  /// A paragraph in an item of a tight list stands without its tags.
  private var isInTightList: Bool {
    guard open.count > 1, document.nodes[open[open.count - 1].node].kind == .item else { return false }
    return document.nodes[open[open.count - 2].node].isTight
  }

  private mutating func enterList(_ index: Int, _ node: Node) {
    freshLine()
    if !node.isOrdered {
      bytes.append("<ul>\n")
    } else if node.number == 1 {
      bytes.append("<ol>\n")
    } else {
      bytes.append("<ol start=\"\(node.number)\">\n")
    }
    begin(index, close: node.isOrdered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func enterCallout(_ index: Int, _ node: Node) {
    let name = node.calloutKind.name
    freshLine()
    bytes.append("<div class=\"callout \(name)\" role=\"note\">\n<p class=\"callout-title\">")
    if node.extra.isEmpty {
      bytes.append(name.prefix(1).uppercased() + name.dropFirst())
    } else {
      document.withBytes(of: node.extra) { bytes.append(escaping: $0) }
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
    bytes.append(">")
    let isLinked = style.linksHeadings && anchor != nil && !holdsLink(index)
    if let anchor, isLinked {
      bytes.append("<a class=\"anchor\" href=\"#")
      bytes.append(escapingAddress: anchor)
      bytes.append("\">")
    }
    begin(index, close: Self.headingEnds[node.level - 1], isLinked: isLinked)
  }

  private static let headingEnds: [StaticString] = [
    "</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n",
  ]

  private func holdsLink(_ index: Int) -> Bool {
    (index + 1..<Int(document.nodes[index].end)).contains {
      document.nodes[$0].kind == .link || hooks.mention($0) != nil
    }
  }

  private mutating func writeCodeBlock(_ node: Node) {
    freshLine()
    let language = document.withBytes(of: node.extra) { $0.prefix { !$0.isWhitespace } .map { $0 } }
    bytes.append(style.boxesWideBlocks ? "<pre tabindex=\"0\">" : "<pre>" as StaticString)
    if language.isEmpty {
      bytes.append("<code>")
    } else {
      bytes.append("<code class=\"language-")
      bytes.append(escaping: language)
      bytes.append("\">")
    }
    document.withBytes(of: node.literal) { bytes.append(escaping: $0) }
    bytes.append("</code></pre>\n")
  }

  private mutating func writeHTMLBlock(_ node: Node) {
    freshLine()
    document.withBytes(of: node.literal) { html in
      if style.allowsRawHTML {
        bytes.append(contentsOf: html)
      } else if !html.starts(with: "<!--".utf8) {
        bytes.append("<pre class=\"raw-html\"><code>")
        bytes.append(escaping: html)
        bytes.append("</code></pre>")
      }
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
      let isHeader = open.last.map { document.nodes[$0.node].isHeader } ?? false
      bytes.append(isHeader ? "<th" : "<td")
      appendAlignment(node.alignment)
      bytes.append(">")
      begin(index, close: isHeader ? "</th>\n" : "</td>\n")
    }
  }

  private mutating func enterTable(_ index: Int) {
    guard style.boxesWideBlocks else { return block(index, "<table>\n", close: "</table>\n") }
    block(index, "<div class=\"table-box\" tabindex=\"0\">\n<table>\n", close: "</table>\n</div>\n")
  }

  private mutating func closeHeader(_ row: Int) {
    bytes.append("</tr>\n</thead>\n")
    guard let table = open.last, document.nodes[table.node].kind == .table else { return }
    if document.nodes[row].end < document.nodes[table.node].end { bytes.append("<tbody>\n") }
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

  // MARK: Inlines

  private mutating func enterInline(_ index: Int, _ node: Node) -> Bool {
    switch node.kind {
    case .text: document.withBytes(of: node.literal) { bytes.append(escaping: $0) }
    case .softBreak: bytes.append(.lineFeed)
    case .lineBreak: bytes.append("<br />\n")
    case .code: writeCode(index, node)
    case .htmlInline: writeInlineHTML(index, node)
    case .emphasis:
      bytes.append("<em>")
      begin(index, close: "</em>")
    case .strong:
      let isLinked = openMention(index)
      bytes.append("<strong>")
      begin(index, close: "</strong>", isLinked: isLinked)
    case .link: enterLink(index, node)
    case .image:
      writeImage(index, node)
      return false
    default: break
    }
    return true
  }

  private mutating func writeCode(_ index: Int, _ node: Node) {
    let isLinked = openMention(index)
    bytes.append("<code>")
    document.withBytes(of: node.literal) { bytes.append(escaping: $0) }
    bytes.append("</code>")
    if isLinked { bytes.append("</a>") }
  }

  /// Starts a link around a mention, unless it stands in one already or holds one.
  private mutating func openMention(_ index: Int) -> Bool {
    let inside = document.nodes[index..<max(Int(document.nodes[index].end), index)]
    guard !open.contains(where: { document.nodes[$0.node].kind == .link || ($0.isLinked) }),
      !inside.contains(where: { $0.kind == .link }),
      let address = hooks.mention(index)
    else { return false }
    bytes.append("<a href=\"")
    bytes.append(escapingAddress: address)
    bytes.append("\">")
    return true
  }

  private mutating func writeInlineHTML(_ index: Int, _ node: Node) {
    let isHarmless = pairedTags.remove(index) != nil || isLineBreak(node) || opensPair(index, node)
    document.withBytes(of: node.literal) { html in
      if style.allowsRawHTML || isHarmless {
        bytes.append(contentsOf: html)
      } else if !html.starts(with: "<!--".utf8) {
        bytes.append(escaping: html)
      }
    }
  }

  private func isLineBreak(_ node: Node) -> Bool {
    ["<br>", "<br/>", "<br />"].contains(document.string(node.literal).lowercased())
  }

  /// Tags that only shape text; they are taken for what they are where they have no attributes and a sibling
  /// closes them.
  private static let shapingTags: Set<String> = [
    "b", "code", "del", "em", "i", "ins", "kbd", "mark", "s", "samp", "small", "strong", "sub", "sup", "u", "var",
  ]

  /// Whether a tag only shapes text and is closed by a later sibling, which is then remembered.
  private mutating func opensPair(_ index: Int, _ node: Node) -> Bool {
    let tag = document.string(node.literal).lowercased()
    guard tag.hasPrefix("<"), tag.hasSuffix(">"), let parent = open.last?.node else { return false }
    let name = tag.dropFirst().dropLast()
    guard Self.shapingTags.contains(String(name)) else { return false }
    var sibling = Int(node.end)
    // A pair lies close together; the bound keeps thousands of lone tags cheap.
    var steps = 0
    while sibling < document.nodes[parent].end, steps < 64 {
      steps += 1
      let other = document.nodes[sibling]
      if other.kind == .htmlInline, document.string(other.literal).lowercased() == "</\(name)>",
        !pairedTags.contains(sibling)
      {
        pairedTags.insert(sibling)
        return true
      }
      sibling = Int(other.end)
    }
    return false
  }

  private mutating func enterLink(_ index: Int, _ node: Node) {
    bytes.append("<a href=\"")
    appendDestination(index, node)
    bytes.append("\"")
    appendTitle(node)
    bytes.append(">")
    begin(index, close: "</a>")
  }

  private mutating func writeImage(_ index: Int, _ node: Node) {
    bytes.append("<img src=\"")
    appendDestination(index, node)
    bytes.append("\" alt=\"")
    for child in document.nodes[(index + 1)..<Int(node.end)] {
      switch child.kind {
      case .text, .code, .htmlInline: document.withBytes(of: child.literal) { bytes.append(escaping: $0) }
      case .softBreak, .lineBreak: bytes.append(.space)
      default: break
      }
    }
    bytes.append("\"")
    appendTitle(node)
    bytes.append(" />")
  }

  private mutating func appendDestination(_ index: Int, _ node: Node) {
    if let address = hooks.destination(index) {
      bytes.append(escapingAddress: address)
    } else {
      document.withBytes(of: node.literal) { written in
        if style.allowsRawHTML || LinkScheme.isAllowed(written) { bytes.append(escapingAddress: written) }
      }
    }
  }

  private mutating func appendTitle(_ node: Node) {
    guard !node.extra.isEmpty else { return }
    bytes.append(" title=\"")
    document.withBytes(of: node.extra) { bytes.append(escaping: $0) }
    bytes.append("\"")
  }
}
