/// The columns of some bytes of long lines, so that a place in a line of a quarter of a megabyte is told without
/// counting from its start.
struct ColumnIndex: Sendable {
  /// A byte that starts a code point, and its column.
  struct Mark: Sendable {
    let offset: Int
    let column: Int
  }

  /// Bytes between two marks; lines that are shorter have none.
  static let step = 512

  /// In order.
  private var marks: [Mark] = []

  init(_ bytes: [UInt8], _ lineStarts: [UInt32]) {
    for (index, start) in lineStarts.enumerated() {
      let end = index + 1 < lineStarts.count ? Int(lineStarts[index + 1]) : bytes.count
      if end - Int(start) > Self.step { add(bytes, Int(start)..<end) }
    }
  }

  private mutating func add(_ bytes: [UInt8], _ line: Range<Int>) {
    var column = 0
    var next = line.lowerBound + Self.step
    bytes.withUnsafeBufferPointer { bytes in
      for offset in line where bytes[offset] & 0xC0 != 0x80 {
        column += 1
        guard offset >= next else { continue }
        marks.append(Mark(offset: offset, column: column))
        next = offset + Self.step
      }
    }
  }

  /// The last mark of a line, given by its offsets, that is not past a place; nil where there is none.
  func last(in line: ClosedRange<Int>, by place: (Mark) -> Int, upTo limit: Int) -> Mark? {
    if marks.isEmpty { return nil }
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      let mark = marks[middle]
      let isBefore = mark.offset < line.lowerBound || (mark.offset <= line.upperBound && place(mark) <= limit)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low > 0 && marks[low - 1].offset >= line.lowerBound ? marks[low - 1] : nil
  }
}
