/// Text, emphasis, code, links and images.
extension HTMLWriter {
  mutating func enterInline(_ index: Int, _ node: Node) -> Bool {
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

  mutating func writeCode(_ index: Int, _ node: Node) {
    let isLinked = openMention(index)
    bytes.append("<code>")
    document.withBytes(of: node.literal) { code in
      if isLinked { bytes.append(breakingBehindDots: code) } else { bytes.append(escaping: code) }
    }
    bytes.append("</code>")
    if isLinked { bytes.append("</a>") }
  }

  /// Starts a link around a mention, unless it stands in one already or holds one.
  mutating func openMention(_ index: Int) -> Bool {
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

  mutating func writeInlineHTML(_ index: Int, _ node: Node) {
    let isHarmless = pairedTags.remove(index) != nil || isLineBreak(node) || opensPair(index, node)
    document.withBytes(of: node.literal) { html in
      if style.allowsRawHTML || isHarmless {
        bytes.append(contentsOf: html)
      } else if !html.starts(with: "<!--".utf8) {
        bytes.append(escaping: html)
      }
    }
  }

  func isLineBreak(_ node: Node) -> Bool {
    ["<br>", "<br/>", "<br />"].contains(document.string(node.literal).lowercased())
  }

  /// Whether a tag only shapes text and is closed by a later sibling, which is then remembered.
  mutating func opensPair(_ index: Int, _ node: Node) -> Bool {
    let tag = document.string(node.literal).lowercased()
    guard tag.hasPrefix("<"), tag.hasSuffix(">"), let parent = open.last?.node else { return false }
    let name = tag.dropFirst().dropLast()
    guard HTMLStyle.shapingTags.contains(String(name)) else { return false }
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

  mutating func enterLink(_ index: Int, _ node: Node) {
    bytes.append("<a href=\"")
    appendDestination(index, node)
    bytes.append("\"")
    appendTitle(node)
    bytes.append(">")
    begin(index, close: "</a>")
  }

  mutating func writeImage(_ index: Int, _ node: Node) {
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

  mutating func appendDestination(_ index: Int, _ node: Node) {
    if let address = hooks.destination(index) {
      bytes.append(escapingAddress: address)
    } else {
      document.withBytes(of: node.literal) { written in
        if style.allowsAnyScheme || LinkScheme.isAllowed(written) { bytes.append(escapingAddress: written) }
      }
    }
  }

  mutating func appendTitle(_ node: Node) {
    guard !node.extra.isEmpty else { return }
    bytes.append(" title=\"")
    document.withBytes(of: node.extra) { bytes.append(escaping: $0) }
    bytes.append("\"")
  }
}
