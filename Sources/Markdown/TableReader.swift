/// Reads the rows of GFM tables: where cells begin and end, and how columns are aligned.
enum TableReader {
  /// The cells of a row, each without its blanks and pipes; a pipe after a backslash does not end a cell.
  static func cells(_ bytes: UnsafeBufferPointer<UInt8>, in row: Span) -> [Span] {
    var cells: [Span] = []
    var cursor = row.start
    var end = row.end
    while end > cursor, bytes[end - 1].isBlank { end -= 1 }
    if cursor < end, bytes[cursor] == .pipe { cursor += 1 }
    var start = cursor
    while cursor < end {
      if bytes[cursor] == .backslash, cursor + 1 < end, bytes[cursor + 1].isPunctuation {
        cursor += 2
        continue
      }
      if bytes[cursor] == .pipe {
        cells.append(trim(bytes, start, cursor))
        start = cursor + 1
      }
      cursor += 1
    }
    // What follows the last pipe is a cell only if there is something.
    if start < end || cells.isEmpty { cells.append(trim(bytes, start, end)) }
    return cells
  }

  /// The columns of a delimiter row; nil where the line is none. A bare `---` is none.
  static func alignments(_ bytes: UnsafeBufferPointer<UInt8>, in row: Span) -> [Alignment]? {
    guard bytes[row.range].contains(where: { $0 == .pipe || $0 == .colon }) else { return nil }
    var result: [Alignment] = []
    for cell in cells(bytes, in: row) {
      guard let alignment = alignment(UnsafeBufferPointer(rebasing: bytes[cell.range])) else { return nil }
      result.append(alignment)
    }
    return result
  }

  private static func alignment(_ cell: UnsafeBufferPointer<UInt8>) -> Alignment? {
    guard let first = cell.first, let last = cell.last else { return nil }
    let isLeft = first == .colon
    let isRight = last == .colon
    let hyphens = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
    guard !hyphens.isEmpty, hyphens.allSatisfy({ $0 == .hyphen }) else { return nil }
    return switch (isLeft, isRight) {
    case (true, true): .center
    case (true, false): .left
    case (false, true): .right
    case (false, false): Alignment.none
    }
  }

  private static func trim(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Span {
    var start = start
    var end = end
    while start < end, bytes[start].isBlank { start += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return Span(start, end)
  }
}
