import CCmark

/// Finds where inline nodes are written, by reading the source in step with libcmark's tree.
///
/// libcmark 0.30.2's own inline columns are wrong after indented or lazy lines, link titles on the next line,
/// hard breaks, reference definitions and padded code spans. Here each node is matched with the bytes it must
/// have come from: its literal, its delimiters, the tail of its link.
struct InlineLocator {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where each line of the block holds its text, without container marks, indentation and trailing blanks.
  private let lines: [Span]
  private var line = 0
  private(set) var cursor: Int
  /// Whether a node was not found where it must be; what follows was then searched for.
  private(set) var isLost = false
  /// In a table cell `\|` stands for a pipe, in code too.
  private let isCell: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, lines: [Span], isCell: Bool = false) {
    self.bytes = bytes
    self.lines = lines
    self.cursor = Int(lines.first?.start ?? 0)
    self.isCell = isCell
  }

  private var lineEnd: Int { line < lines.count ? Int(lines[line].end) : cursor }
  private var current: UInt8? { cursor < lineEnd ? bytes[cursor] : nil }

  /// Moves to the start of the next line; false at the last.
  @discardableResult
  mutating func nextLine() -> Bool {
    guard line + 1 < lines.count else {
      cursor = lineEnd
      return false
    }
    line += 1
    cursor = Int(lines[line].start)
    return true
  }

  /// Moves over delimiters: `*`, `**`, `[`, `![`, `<`.
  mutating func skip(_ count: Int) { cursor = min(cursor + count, lineEnd) }

  /// Whether the node at hand is written as an autolink: `<https://…>`.
  var isAtAutolink: Bool { current == UInt8(ascii: "<") }

  /// Moves over text; the range it takes up, and whether it reads just as it is written.
  mutating func text(_ literal: UnsafeBufferPointer<UInt8>) -> (span: Span, isVerbatim: Bool) {
    var start = cursor
    if standsHere(literal) {
      cursor += literal.count
      return (Span(start, cursor), true)
    }
    var isVerbatim = true
    var index = 0
    while index < literal.count {
      guard let length = match(literal, &index) else {
        start = recover(literal, &index, from: start)
        isVerbatim = false
        continue
      }
      if length != 1 { isVerbatim = false }
      cursor += length
    }
    return (Span(start, cursor), isVerbatim)
  }

  /// Whether the source reads just like the literal, without escapes or entities: most text does.
  private func standsHere(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cursor + literal.count <= lineEnd else { return false }
    var index = 0
    while index + 8 <= literal.count {
      let word = literal.word(at: index)
      guard word == bytes.word(at: cursor + index), !word.mayHoldEscape else { return false }
      index += 8
    }
    for index in index..<literal.count {
      let byte = literal[index]
      guard byte == bytes[cursor + index], byte != .backslash, byte != UInt8(ascii: "&") else { return false }
    }
    return true
  }

  /// How many source bytes stand for the next byte or bytes of the literal; nil where they differ.
  private func match(_ literal: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int? {
    guard let byte = current else { return nil }
    if byte == .backslash, cursor + 1 < lineEnd, bytes[cursor + 1].isPunctuation,
      bytes[cursor + 1] == literal[index]
    {
      index += 1
      return 2
    }
    if byte == UInt8(ascii: "&"), let (length, decoded) = entity(), starts(literal, at: index, with: decoded)
    {
      index += decoded.count
      return length
    }
    guard byte == literal[index] else { return nil }
    index += 1
    return 1
  }

  private func entity() -> (length: Int, decoded: [UInt8])? {
    var end = cursor + 1
    let limit = min(lineEnd, cursor + 34)
    while end < limit, bytes[end].isLetter || bytes[end].isDigit || bytes[end] == UInt8(ascii: "#") {
      end += 1
    }
    guard end < limit, bytes[end] == UInt8(ascii: ";") else { return nil }
    let written = UnsafeBufferPointer(rebasing: bytes[cursor...end])
    return decodedEntity(written).map { (written.count, $0) }
  }

  private func starts(_ literal: UnsafeBufferPointer<UInt8>, at index: Int, with prefix: [UInt8]) -> Bool {
    index + prefix.count <= literal.count && prefix.indices.allSatisfy { literal[index + $0] == prefix[$0] }
  }

  /// The source is not what the tree says: look for the rest of the literal further on, or give it up.
  private mutating func recover(_ literal: UnsafeBufferPointer<UInt8>, _ index: inout Int, from start: Int)
    -> Int
  {
    isLost = true
    let wanted = literal[index...].prefix(24)
    for row in line..<lines.count {
      var offset = row == line ? cursor : Int(lines[row].start)
      while offset + wanted.count <= lines[row].end {
        if bytes[offset..<offset + wanted.count].elementsEqual(wanted) {
          line = row
          cursor = offset
          return index == 0 ? offset : start
        }
        offset += 1
      }
    }
    index = literal.count
    return start
  }

  /// Moves over a code span with its backticks.
  mutating func code(_ literal: UnsafeBufferPointer<UInt8>) -> Span {
    let start = cursor
    let length = run(of: .backtick)
    guard length > 0 else {
      isLost = true
      return text(literal).span
    }
    cursor += length
    while true {
      if let byte = current {
        guard byte == .backtick else {
          cursor += 1
          continue
        }
        let closing = run(of: .backtick)
        cursor += closing
        if closing == length { break }
      } else if !nextLine() {
        isLost = true
        break
      }
    }
    return Span(start, cursor)
  }

  /// Moves over inline HTML, which may take up several lines.
  mutating func html(_ literal: UnsafeBufferPointer<UInt8>) -> Span {
    let start = cursor
    for byte in literal {
      if byte == .lineFeed {
        nextLine()
      } else if current == byte {
        cursor += 1
      }
    }
    return Span(start, cursor)
  }

  /// Moves over what ends a link or image: `](destination "title")`, `][label]`, `][]`, `]` or `>`.
  mutating func linkEnd(isAutolink: Bool) {
    guard let byte = current else { return }
    if isAutolink {
      if byte == UInt8(ascii: ">") { cursor += 1 }
      return
    }
    guard byte == UInt8(ascii: "]") else {
      isLost = true
      return
    }
    cursor += 1
    if current == UInt8(ascii: "("), skipInlineTail() { return }
    if current == UInt8(ascii: "[") { skipLabel() }
  }

  /// Moves over `(destination "title")`; stays and says false where there is none.
  private mutating func skipInlineTail() -> Bool {
    let before = (line, cursor)
    cursor += 1
    skipWhitespace()
    if skipDestination() {
      let gap = cursor
      skipWhitespace()
      if current != UInt8(ascii: ")"), cursor > gap || line > before.0 { skipTitle() }
      skipWhitespace()
      if current == UInt8(ascii: ")") {
        cursor += 1
        return true
      }
    }
    (line, cursor) = before
    return false
  }

  private mutating func skipWhitespace() {
    while true {
      if let byte = current {
        guard byte.isWhitespace else { return }
        cursor += 1
      } else {
        guard line + 1 < lines.count else { return }
        nextLine()
      }
    }
  }

  private mutating func skipDestination() -> Bool {
    if current == UInt8(ascii: "<") {
      while let byte = current, byte != UInt8(ascii: ">") { cursor += byte == .backslash ? 2 : 1 }
      guard current != nil else { return false }
      cursor += 1
      return true
    }
    var depth = 0
    while let byte = current, !byte.isWhitespace {
      if byte == .backslash, cursor + 1 < lineEnd, bytes[cursor + 1].isPunctuation {
        cursor += 2
        continue
      }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        guard depth > 0 else { return true }
        depth -= 1
      }
      cursor += 1
    }
    return true
  }

  private mutating func skipTitle() {
    guard let open = current,
      open == UInt8(ascii: "\"") || open == UInt8(ascii: "'") || open == UInt8(ascii: "(")
    else { return }
    let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : open
    cursor += 1
    while true {
      if let byte = current {
        cursor += byte == .backslash ? min(2, lineEnd - cursor) : 1
        if byte == close { return }
      } else if !nextLine() {
        return
      }
    }
  }

  private mutating func skipLabel() {
    let before = (line, cursor)
    cursor += 1
    while true {
      if let byte = current {
        if byte == UInt8(ascii: "[") { break }
        cursor += byte == .backslash ? min(2, lineEnd - cursor) : 1
        if byte == UInt8(ascii: "]") { return }
      } else if !nextLine() {
        break
      }
    }
    (line, cursor) = before
  }

  private func run(of byte: UInt8) -> Int {
    var end = cursor
    while end < lineEnd, bytes[end] == byte { end += 1 }
    return end - cursor
  }
}

extension InlineLocator {
  /// Whether all inlines of a leaf block can be read from here on.
  func fits(_ leaf: CMarkNode) -> Bool {
    var trial = self
    let walk = cmark_iter_new(leaf.pointer)
    defer { cmark_iter_free(walk) }
    var autolinks: [Bool] = []
    while !trial.isLost {
      let event = cmark_iter_next(walk)
      guard event != CMARK_EVENT_DONE, let node = CMarkNode(cmark_iter_get_node(walk)) else { break }
      switch (node.type, event == CMARK_EVENT_ENTER) {
      case (CMARK_NODE_TEXT, _): _ = trial.text(node.literal)
      case (CMARK_NODE_SOFTBREAK, _), (CMARK_NODE_LINEBREAK, _): trial.nextLine()
      case (CMARK_NODE_CODE, _): _ = trial.code(node.literal)
      case (CMARK_NODE_HTML_INLINE, _): _ = trial.html(node.literal)
      case (CMARK_NODE_EMPH, _): trial.skip(1)
      case (CMARK_NODE_STRONG, _): trial.skip(2)
      case (CMARK_NODE_LINK, true), (CMARK_NODE_IMAGE, true):
        autolinks.append(node.type == CMARK_NODE_LINK && trial.isAtAutolink)
        trial.skip(node.type == CMARK_NODE_LINK ? 1 : 2)
      case (CMARK_NODE_LINK, false), (CMARK_NODE_IMAGE, false):
        trial.linkEnd(isAutolink: autolinks.popLast() ?? false)
      default: break
      }
    }
    return !trial.isLost
  }
}
