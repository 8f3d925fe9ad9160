/// A half-open range of byte offsets in one file.
public struct Span: Hashable, Sendable {
  private let lower: UInt32
  private let upper: UInt32

  public init(_ start: Int, _ end: Int) {
    lower = UInt32(truncatingIfNeeded: start)
    upper = UInt32(truncatingIfNeeded: max(start, end))
  }

  public var start: Int { Int(lower) }
  public var end: Int { Int(upper) }
  public var range: Range<Int> { start..<end }
  public var count: Int { end - start }
  public var isEmpty: Bool { lower == upper }

  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
}

/// A place as people count it: both numbers from 1, columns in Unicode code points.
public struct Position: Hashable, Comparable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// The bytes of a file with an index of its lines.
///
/// Lines end at LF, CR LF or a lone CR, as in CommonMark, so that line numbers agree with the parser's.
public struct SourceText: Sendable {
  public let bytes: [UInt8]
  /// The offset at which each line starts; never empty.
  public let lineStarts: [UInt32]
  private let columns: ColumnIndex

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    self.lineStarts = Self.findLines(bytes)
    self.columns = ColumnIndex(bytes, lineStarts)
  }

  public init(_ text: String) { self.init(Array(text.utf8)) }

  public var lineCount: Int { lineStarts.count }

  /// The line with this number, counted from 1, without its line end; the last one past the end.
  public func line(_ number: Int) -> Span {
    let index = min(max(number, 1), lineStarts.count) - 1
    let start = Int(lineStarts[index])
    var end = index + 1 < lineStarts.count ? Int(lineStarts[index + 1]) : bytes.count
    while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
    return Span(start, end)
  }

  /// The number of the line that holds this byte, counted from 1.
  public func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  public func position(at offset: Int) -> Position {
    let number = lineNumber(at: offset)
    let start = Int(lineStarts[number - 1])
    let end = min(max(offset, start), bytes.count)
    let known = columns.last(in: start...end, by: \.offset, upTo: end)
    var column = known?.column ?? 1
    for byte in bytes[(known?.offset ?? start)..<end] where byte & 0xC0 != 0x80 { column += 1 }
    return Position(line: number, column: column)
  }

  /// The byte at this position, counted as `Position` counts; the line's end when the column is past it.
  public func offset(of position: Position) -> Int {
    let line = self.line(position.line)
    let known = columns.last(in: line.start...line.end, by: \.column, upTo: position.column)
    var column = known?.column ?? 1
    for offset in (known?.offset ?? line.start)..<line.end where bytes[offset] & 0xC0 != 0x80 {
      if column == position.column { return offset }
      column += 1
    }
    return line.end
  }

  /// Whether a byte stands anywhere in it.
  public func contains(_ byte: UInt8) -> Bool {
    bytes.withUnsafeBufferPointer { $0.firstOffset(of: byte) != nil }
  }

  public func text(_ span: Span) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  private static func findLines(_ bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 32 + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while let end = bytes.firstLineEnd(from: offset) {
        offset = end + 1
        if bytes[end] == .carriageReturn, offset < bytes.count, bytes[offset] == .lineFeed { offset += 1 }
        if offset < bytes.count { starts.append(UInt32(truncatingIfNeeded: offset)) }
      }
    }
    // In no more memory than they take: thousands of texts are kept.
    return starts.withUnsafeBufferPointer { Array($0) }
  }
}
