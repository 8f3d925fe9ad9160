/// Text, emphasis, code, links and images.
extension HTMLWriter {
  mutating func enterInline(_ index: Int, _ node: Node) -> Bool {
    switch node.kind {
    case .text: bytes.append(escaping: text(node.literal))
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
    let code = text(node.literal)
    if isLinked { bytes.append(breakingBehindDots: code) } else { bytes.append(escaping: code) }
    bytes.append("</code>")
    if isLinked { bytes.append("</a>") }
  }

  /// Starts a link around a mention, unless it stands in one already or holds one.
  mutating func openMention(_ index: Int) -> Bool {
    let inside = nodes[index..<max(Int(nodes[index].end), index)]
    guard let address = hooks.mention(index),
      !open.contains(where: { nodes[$0.node].kind == .link || ($0.isLinked) }),
      !inside.contains(where: { $0.kind == .link })
    else { return false }
    bytes.append("<a href=\"")
    bytes.append(escapingAddress: address)
    bytes.append("\">")
    return true
  }

  mutating func writeInlineHTML(_ index: Int, _ node: Node) {
    let isHarmless = pairedTags.remove(index) != nil || isLineBreak(node) || opensPair(index, node)
    let html = text(node.literal)
    if style.allowsRawHTML || isHarmless {
      bytes.append(contentsOf: html)
    } else if !html.starts(with: "<!--".utf8) {
      bytes.append(escaping: html)
    }
  }

  func isLineBreak(_ node: Node) -> Bool {
    ["<br>", "<br/>", "<br />"].contains(String(decoding: text(node.literal), as: UTF8.self).lowercased())
  }

  /// Whether a tag only shapes text and is closed by a later sibling, which is then remembered.
  mutating func opensPair(_ index: Int, _ node: Node) -> Bool {
    let tag = String(decoding: text(node.literal), as: UTF8.self).lowercased()
    guard tag.hasPrefix("<"), tag.hasSuffix(">"), let parent = open.last?.node else { return false }
    let name = tag.dropFirst().dropLast()
    guard HTMLStyle.shapingTags.contains(String(name)) else { return false }
    var sibling = Int(node.end)
    // A pair lies close together; the bound keeps thousands of lone tags cheap.
    var steps = 0
    while sibling < nodes[parent].end, steps < 64 {
      steps += 1
      let other = nodes[sibling]
      if other.kind == .htmlInline,
        String(decoding: text(other.literal), as: UTF8.self).lowercased() == "</\(name)>",
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
    appendTitle(of: index)
    bytes.append(">")
    begin(index, close: "</a>")
  }

  mutating func writeImage(_ index: Int, _ node: Node) {
    bytes.append("<img src=\"")
    appendDestination(index, node)
    bytes.append("\" alt=\"")
    for child in nodes[(index + 1)..<Int(node.end)] {
      switch child.kind {
      case .text, .code, .htmlInline: bytes.append(escaping: text(child.literal))
      case .softBreak, .lineBreak: bytes.append(.space)
      default: break
      }
    }
    bytes.append("\"")
    appendTitle(of: index)
    bytes.append(" />")
  }

  mutating func appendDestination(_ index: Int, _ node: Node) {
    if let address = hooks.destination(index) {
      bytes.append(escapingAddress: address)
    } else {
      let written = text(node.literal)
      if style.allowsAnyScheme || LinkScheme.isAllowed(written) { bytes.append(escapingAddress: written) }
    }
  }

  mutating func appendTitle(of node: Int) {
    let title = document.extra(node)
    guard !title.isEmpty else { return }
    bytes.append(" title=\"")
    bytes.append(escaping: text(title))
    bytes.append("\"")
  }
}
