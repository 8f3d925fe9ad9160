import Markdown

extension Rule {
  static let malformedAttributeList = Rule(
    "malformed-attribute-list", .pages, .warning, "Readers see an attribute list that no link takes up"
  ) { catalog in
    catalog.pages.filter { $0.document.source.contains(UInt8(ascii: "{")) }.flatMap { page in
      page.document.nodes.indices.flatMap { node -> [StrayAttributeList] in
        switch page.document.nodes[node].kind {
        case .text: StrayAttributeList.all(in: node, of: page)
        case .link, .image: StrayAttributeList.misquoted(after: node, of: page).map { [$0] } ?? []
        default: []
        }
      }
      .map { finding($0, page) }
    }
  }

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

/// kramdown's list of attributes, as far as it was written.
private struct AttributeList {
  private(set) var end: Int
  let hasColon: Bool
  private(set) var isClosed = false
  /// Whether one is written with its value: `target="_blank"`.
  private(set) var hasValue = false
  /// Whether a value is quoted as word processors do: `target="_blank”`.
  let hasTypographicQuote: Bool

  /// Nil where there is no attribute.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, in span: Span) {
    end = span.start + 1
    var reader = AttributeReader(bytes: bytes, cursor: end, end: span.end)
    reader.skipBlanks()
    hasColon = reader.skip(":")
    var count = 0
    while let attribute = reader.attribute() {
      count += 1
      end = reader.cursor
      if attribute == .value { hasValue = true }
    }
    hasTypographicQuote = reader.hasTypographicQuote
    guard count > 0 else { return nil }
    reader.skipBlanks()
    isClosed = reader.skip("}")
    if isClosed { end = reader.cursor }
  }
}

private struct AttributeReader {
  enum Attribute { case name, value }

  let bytes: UnsafeBufferPointer<UInt8>
  var cursor: Int
  let end: Int
  private(set) var hasTypographicQuote = false

  init(bytes: UnsafeBufferPointer<UInt8>, cursor: Int, end: Int) {
    self.bytes = bytes
    self.cursor = cursor
    self.end = end
  }

  mutating func skipBlanks() {
    while cursor < end, bytes[cursor] == UInt8(ascii: " ") { cursor += 1 }
  }

  mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard cursor < end, bytes[cursor] == UInt8(ascii: byte) else { return false }
    cursor += 1
    return true
  }

  /// `.class`, `#id` or `key="value"`; nil, and nothing skipped, where there is none.
  mutating func attribute() -> Attribute? {
    let start = cursor
    skipBlanks()
    if skip(".") || skip("#") {
      if skipName() { return .name }
    } else if skipName(), skip("="), skipValue() {
      return .value
    }
    cursor = start
    return nil
  }

  private mutating func skipName() -> Bool {
    let start = cursor
    while cursor < end, Self.isOfName(bytes[cursor], isFirst: cursor == start) { cursor += 1 }
    return cursor > start
  }

  private static func isOfName(_ byte: UInt8, isFirst: Bool) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
      || (!isFirst && ((0x30...0x39).contains(byte) || "-_".utf8.contains(byte)))
  }

  private mutating func skipValue() -> Bool {
    let start = cursor
    for quote in ["\"", "'"] as [Unicode.Scalar] where skip(quote) {
      while cursor < end, bytes[cursor] != UInt8(ascii: quote) {
        if skipTypographicQuote() { return true }
        cursor += 1
      }
      return skip(quote)
    }
    if skipTypographicQuote() {
      while cursor < end, bytes[cursor] != UInt8(ascii: "}") { cursor += 1 }
      return true
    }
    while cursor < end, Self.isOfBareValue(bytes[cursor]) { cursor += 1 }
    return cursor > start
  }

  /// “, ” or „: U+201C to U+201E.
  private mutating func skipTypographicQuote() -> Bool {
    guard cursor + 3 <= end, bytes[cursor] == 0xE2, bytes[cursor + 1] == 0x80,
      (0x9C...0x9E).contains(bytes[cursor + 2])
    else { return false }
    cursor += 3
    hasTypographicQuote = true
    return true
  }

  private static func isOfBareValue(_ byte: UInt8) -> Bool {
    isOfName(byte, isFirst: false) || "%.".utf8.contains(byte)
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
