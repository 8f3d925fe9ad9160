import CCmark

/// The lines of a source as libcmark counts them, with the cuts that `TablePlan` asked for.
///
/// Line numbers are the parser's, from 1; all offsets are those of the file.
struct SourceLines {
  let bytes: UnsafeBufferPointer<UInt8>
  private let text: SourceText
  /// How many lines of front matter the parser did not see.
  private let skipped: Int
  /// The source line for each line the parser saw, 0 for one put in; nil where there are no cuts.
  private let map: [Int]?

  init(_ text: SourceText, bytes: UnsafeBufferPointer<UInt8>, skippedLines: Int, cuts: [TablePlan.Cut]) {
    self.text = text
    self.bytes = bytes
    self.skipped = skippedLines
    map = cuts.isEmpty ? nil : Self.map(skippedLines..<text.lineCount, cuts)
  }

  private static func map(_ lines: Range<Int>, _ cuts: [TablePlan.Cut]) -> [Int] {
    let cut = Set(cuts.map(\.line))
    return lines.flatMap { cut.contains($0 + 1) ? [0, $0 + 1] : [$0 + 1] }
  }

  /// The number of the line in the file; 0 for one that a cut put in.
  func sourceLine(_ number: Int) -> Int {
    guard let map else { return number + skipped }
    return number >= 1 && number <= map.count ? map[number - 1] : text.lineCount
  }

  func line(_ number: Int) -> Span { text.line(sourceLine(number)) }

  /// The offset of a node's first byte.
  func start(of node: CMarkNode) -> Int {
    let line = line(node.startLine)
    return min(line.start + max(node.startColumn - 1, 0), line.end)
  }

  /// The offset after a block's last byte.
  func end(of node: CMarkNode) -> Int {
    let line = line(max(node.endLine, node.startLine))
    return min(line.start + max(node.endColumn, 0), line.end)
  }

  /// Puts the container that this node opens on top of the others; returns an item's written number.
  @discardableResult
  func open(_ node: CMarkNode, _ containers: inout Containers) -> Int {
    let number = node.startLine
    if node.type == CMARK_NODE_BLOCK_QUOTE {
      containers.pushQuote(at: start(of: node), number: number, bytes)
      return -1
    }
    return containers.pushItem(at: start(of: node), line: line(number), number: number, bytes)
  }

  /// The text of a line inside its containers, without indentation and trailing blanks.
  func content(of number: Int, _ containers: Containers) -> (span: Span, isLazy: Bool, prefixEnd: Int) {
    let line = line(number)
    let start = containers.start(of: line, number: number, bytes)
    var first = start.offset
    var end = line.end
    while first < end, bytes[first].isBlank { first += 1 }
    while end > first, bytes[end - 1].isBlank { end -= 1 }
    return (Span(first, end), start.isLazy, start.offset)
  }

  func isSetext(_ node: CMarkNode, _ containers: Containers) -> Bool {
    let line = bytes[content(of: node.startLine, containers).span.range]
    let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(marks) else { return true }
    let rest = line.dropFirst(marks)
    return !(rest.isEmpty || rest.first!.isBlank)
  }

  /// The last line of a setext heading's text.
  func setextEnd(_ node: CMarkNode, _ containers: Containers) -> Int {
    var number = node.startLine
    while sourceLine(number) < text.lineCount, !isUnderline(number + 1, containers) { number += 1 }
    return number
  }

  private func isUnderline(_ number: Int, _ containers: Containers) -> Bool {
    let line = bytes[content(of: number, containers).span.range]
    guard let mark = line.first, mark == .hyphen || mark == UInt8(ascii: "=") else { return false }
    return line.allSatisfy { $0 == mark }
  }
}
