import Markdown

extension Rule {
  static let malformedAttributeList = Rule(
    "malformed-attribute-list", .pages, .warning, "Readers see an attribute list that no link takes up"
  ) { catalog in
    catalog.pages.flatMap { page in
      page.document.nodes.indices.filter { page.document.nodes[$0].kind == .text }.flatMap { node in
        StrayAttributeList.all(in: node, of: page).map { finding($0, page) }
      }
    }
  }

  private static func finding(_ list: StrayAttributeList, _ page: Page) -> Finding {
    let text = page.document.source.text(list.span)
    let place = page.place(list.span)
    return Finding(
      "the attribute list `\(text)` \(list.fault)", at: place, label: "readers see it as text",
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
      while cursor < end, bytes[cursor] != UInt8(ascii: quote) { cursor += 1 }
      return skip(quote)
    }
    while cursor < end, Self.isOfBareValue(bytes[cursor]) { cursor += 1 }
    return cursor > start
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
