import Markdown

extension Rule {
  static let malformedAttributeList = Rule(
    "malformed-attribute-list", .pages, .warning, "Readers see an attribute list that no link takes up",
    judging: .pages { judged in
      let page = judged.page
      guard page.document.source.contains(UInt8(ascii: "{")) else { return [] }
      return page.document.nodes.indices.flatMap { node -> [StrayAttributeList] in
        switch page.document.nodes[node].kind {
        case .text: StrayAttributeList.all(in: node, of: page)
        case .link, .image: StrayAttributeList.misquoted(after: node, of: page).map { [$0] } ?? []
        default: []
        }
      }
      .map { finding($0, page) }
    })

  private static func finding(_ list: StrayAttributeList, _ page: Page) -> Finding {
    let text = page.document.source.text(list.span)
    let place = page.place(list.span)
    return Finding(
      "the attribute list `\(text)` \(list.fault)", at: place,
      label: list.isTaken ? nil : "readers see it as text",
      help: list.help,
      fix: list.replacement.map { Fix(isSafe: true, edits: [Edit(place, $0)]) }, facts: [page.path, text])
  }
}

/// A list such as `{:target="_blank"}` that was left in the text.
private struct StrayAttributeList {
  let span: Span
  /// What is wrong with it, after "the attribute list".
  let fault: String
  let help: String
  /// What to write instead; nil where an author must say.
  var replacement: String?
  /// Whether the link takes it all the same; other programs show it.
  var isTaken = false
  var isMisquoted = false

  /// A list right after a link whose value is quoted as word processors do: `{:target="_blank”}`.
  static func misquoted(after node: Int, of page: Page) -> StrayAttributeList? {
    let source = page.document.source
    let start = page.document.nodes[node].span.end
    guard start < source.bytes.count, source.bytes[start] == UInt8(ascii: "{") else { return nil }
    let line = source.line(source.lineNumber(at: start))
    return source.bytes.withUnsafeBufferPointer { bytes in
      var list = read(bytes, Span(start, line.end), followsLink: true)
      list?.isTaken = true
      return list?.isMisquoted == true ? list : nil
    }
  }

  /// The lists in a node of text.
  static func all(in node: Int, of page: Page) -> [StrayAttributeList] {
    let span = page.document.nodes[node].span
    return page.document.source.bytes.withUnsafeBufferPointer { bytes in
      var found: [StrayAttributeList] = []
      var index = span.start
      while let brace = bytes[index..<span.end].firstIndex(of: UInt8(ascii: "{")) {
        let list = read(
          bytes, Span(brace, span.end), followsLink: brace == span.start && page.endsLink(before: node))
        if let list { found.append(list) }
        index = list?.span.end ?? brace + 1
      }
      return found
    }
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span, followsLink: Bool)
    -> StrayAttributeList?
  {
    if span.start > 0, isOfOther(bytes[span.start - 1]), !followsLink { return nil }
    guard let list = AttributeList(bytes, in: span) else { return nil }
    let text = String(decoding: bytes[span.start..<list.end], as: UTF8.self)
    let whole = Span(span.start, list.end)
    guard list.isClosed else {
      guard list.hasColon, list.hasValue else { return nil }
      return StrayAttributeList(
        span: whole, fault: "has no `}`", help: "write `\(text)}`", replacement: text + "}")
    }
    if list.hasTypographicQuote {
      let fixed = String(text.map { "“”„".contains($0) ? "\"" : $0 })
      return StrayAttributeList(
        span: whole, fault: "has a typographic quote", help: "write `\(fixed)`", replacement: fixed,
        isMisquoted: true)
    }
    if followsLink, !list.hasColon {
      let fixed = "{:" + text.dropFirst()
      return StrayAttributeList(
        span: whole, fault: "has no colon", help: "write `\(fixed)`", replacement: fixed)
    }
    guard list.hasColon else { return nil }
    return StrayAttributeList(
      span: whole, fault: "belongs to no link", help: "write it right after a link or an image, or drop it")
  }

  /// Whether the brace is doubled, as in templates, or a place for a value in an address or a word.
  private static func isOfOther(_ byte: UInt8) -> Bool {
    "{/$%#@=-_".utf8.contains(byte) || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}

extension Page {
  /// Whether a link or an image ends where a node begins.
  fileprivate func endsLink(before node: Int) -> Bool {
    let nodes = document.nodes
    let start = nodes[node].span.start
    var index = node - 1
    // What a link holds lies between it and what follows.
    while index > 0, nodes[index].span.end <= start {
      let kind = nodes[index].kind
      if kind == .link || kind == .image {
        return nodes[index].span.end == start && Int(nodes[index].end) == node
      }
      if kind == .paragraph || kind == .cell || kind == .heading { return false }
      index -= 1
    }
    return false
  }
}
