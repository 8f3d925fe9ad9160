/// One pass over a document's lines before libcmark sees them.
///
/// It bounds what libcmark takes more than linear time for, without parsing: how deep containers may nest, how
/// many brackets stand open in a block, how long a line is. Where it cannot tell, it counts too many.
struct LimitScan {
  private(set) var excess: LimitExcess?
  /// Whether some line may be the delimiter row of a table; without one no table is looked for.
  private(set) var mayHoldTable = false

  private var nesting = 0
  /// Nil where all brackets together are not too many.
  private var brackets: OpenBrackets?

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limits: Limits) {
    guard bytes.count <= limits.fileBytes else {
      excess = LimitExcess(limit: .fileBytes, allowed: limits.fileBytes, span: Span(0, 0))
      return
    }
    if bytes.holds(moreThan: limits.brackets, of: UInt8(ascii: "[")) { brackets = OpenBrackets() }
    var offset = start
    while offset < bytes.count, excess == nil {
      let end = bytes.firstLineEnd(from: offset) ?? bytes.count
      read(UnsafeBufferPointer(rebasing: bytes[offset..<end]))
      judge(Span(offset, end), limits)
      let isPair = end + 1 < bytes.count && bytes[end] == .carriageReturn && bytes[end + 1] == .lineFeed
      offset = end + (isPair ? 2 : 1)
    }
  }

  private mutating func judge(_ line: Span, _ limits: Limits) {
    if line.count > limits.lineBytes {
      excess = LimitExcess(limit: .lineBytes, allowed: limits.lineBytes, span: line)
    } else if nesting > limits.nesting {
      excess = LimitExcess(limit: .nesting, allowed: limits.nesting, span: line)
    } else if let brackets, brackets.count > limits.brackets {
      excess = LimitExcess(limit: .brackets, allowed: limits.brackets, span: line)
    }
  }

  private mutating func read(_ line: UnsafeBufferPointer<UInt8>) {
    let prefix = LinePrefix(line)
    // Items stay open over indented lines, one for every two columns at the most.
    let depth = min(nesting, prefix.blanks / 2 + 1) + prefix.markers
    guard prefix.length < line.count else {
      // An empty line closes no item, and a line of marks alone opens some.
      if brackets != nil { brackets = OpenBrackets() }
      nesting = prefix.markers == 0 ? nesting : max(nesting, depth)
      return
    }
    nesting = depth
    brackets?.read(line)
    if !mayHoldTable { mayHoldTable = isDelimiterRow(line) }
  }

  /// Whether the line holds nothing but what a delimiter row may, after the marks of quotes.
  private func isDelimiterRow(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasHyphen = false
    var hasMark = false
    for byte in line {
      switch byte {
      case .space, .tab, UInt8(ascii: ">"): break
      case .hyphen: hasHyphen = true
      case .pipe, .colon: hasMark = true
      default: return false
      }
    }
    return hasHyphen && hasMark
  }
}

/// The marks of quotes and lists that a line starts with.
private struct LinePrefix {
  private(set) var markers = 0
  private(set) var blanks = 0
  private(set) var length = 0

  init(_ line: UnsafeBufferPointer<UInt8>) {
    while length < line.count {
      let byte = line[length]
      if byte.isBlank {
        blanks += byte == .tab ? 4 : 1
        length += 1
      } else if byte == UInt8(ascii: ">") {
        markers += 1
        length += 1
      } else if let end = Self.listMarkerEnd(line, at: length) {
        if markers == 0, Self.isThematicBreak(line, from: length) { return }
        markers += 1
        length = end
      } else {
        return
      }
    }
  }

  /// The offset after a bullet or number, where a blank or the line's end follows it.
  private static func listMarkerEnd(_ line: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    var end = offset
    while end < line.count, line[end].isDigit { end += 1 }
    guard end < line.count else { return nil }
    let mark = line[end]
    let isBullet = mark == .hyphen || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "+")
    let isDelimiter = mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
    guard end == offset ? isBullet : isDelimiter else { return nil }
    return end + 1 >= line.count || line[end + 1].isBlank ? end + 1 : nil
  }

  /// Whether the rest of the line is `- - -` or the like.
  private static func isThematicBreak(_ line: UnsafeBufferPointer<UInt8>, from offset: Int) -> Bool {
    let mark = line[offset]
    var count = 0
    for byte in line[offset...] where !byte.isBlank {
      guard byte == mark else { return false }
      count += 1
    }
    return count >= 3
  }
}

/// How many `[` of a block have no `]` yet: the size of libcmark's stack of brackets.
///
/// A `]` in code or HTML closes none; once it is not clear where code or HTML ends, no `]` counts any more.
private struct OpenBrackets {
  private(set) var count = 0
  private var mayClose = true
  /// By the length of a run of backticks: where the last one of the line starts.
  private var lastRuns: [Int: Int]?

  mutating func read(_ line: UnsafeBufferPointer<UInt8>) {
    var index = 0
    lastRuns = nil
    while index < line.count {
      switch line[index] {
      case .backslash: index += 1
      case UInt8(ascii: "["): count += 1
      case UInt8(ascii: "]"): if mayClose, count > 0 { count -= 1 }
      case .backtick: skipCode(line, &index)
      case UInt8(ascii: "<"): skipHTML(line, &index)
      default: break
      }
      index += 1
    }
  }

  private mutating func skipCode(_ line: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    let start = index
    while index + 1 < line.count, line[index + 1] == .backtick { index += 1 }
    let length = index - start + 1
    let lastRuns = self.lastRuns ?? Self.backtickRuns(line, from: start)
    self.lastRuns = lastRuns
    // Code that nothing ends would be looked through to the line's end again and again.
    guard lastRuns[length] ?? start > start else {
      mayClose = false
      return
    }
    var run = 0
    for offset in (index + 1)..<max(line.count, index + 1) {
      guard line[offset] == .backtick else { continue }
      run += 1
      if offset + 1 < line.count, line[offset + 1] == .backtick { continue }
      if run == length { return count(line[index...offset], &index) }
      run = 0
    }
    mayClose = false
  }

  private static func backtickRuns(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> [Int: Int] {
    var runs: [Int: Int] = [:]
    var index = start
    while index < line.count {
      let run = index
      while index < line.count, line[index] == .backtick { index += 1 }
      if index > run { runs[index - run] = run } else { index += 1 }
    }
    return runs
  }

  private mutating func skipHTML(_ line: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    // Only these start HTML or an address: `1 < 2` and `a <- b` do not.
    guard mayClose, index + 1 < line.count, line[index + 1].isLetter || "/!?".utf8.contains(line[index + 1])
    else { return }
    for offset in index..<line.count where line[offset] == UInt8(ascii: ">") {
      return count(line[index...offset], &index)
    }
    mayClose = false
  }

  /// Counts the opening brackets of a piece, in case it is not code after all, and moves to its end.
  private mutating func count(_ piece: Swift.Slice<UnsafeBufferPointer<UInt8>>, _ index: inout Int) {
    for byte in piece where byte == UInt8(ascii: "[") { count += 1 }
    index = piece.endIndex - 1
  }
}
