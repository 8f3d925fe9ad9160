/// The quotes and list items that a block lies in, as needed to find where its lines' content starts.
///
/// libcmark tells where a block starts, but not where its later lines do, after their `>` and indentation.
struct Containers {
  private struct Container {
    let isQuote: Bool
    /// Columns that an item's later lines are indented by, relative to the container around it.
    let indent: Int
    let startLine: Int
    /// Where the content starts on the line of the marker.
    let contentOffset: Int
  }

  /// Where the content of a line starts.
  struct LineStart {
    let offset: Int
    /// Whether the line lacks the marks of a container and continues its paragraph lazily.
    let isLazy: Bool
  }

  private var open: [Container] = []

  mutating func pop() { open.removeLast() }

  /// Opens a quote whose `>` stands at this offset.
  mutating func pushQuote(at offset: Int, number: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let content = skipQuoteMark(offset, bytes)
    open.append(Container(isQuote: true, indent: 0, startLine: number, contentOffset: content))
  }

  /// Opens a list item whose marker stands at this offset; returns the number written, or -1 for a bullet.
  mutating func pushItem(at offset: Int, line: Span, number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int
  {
    var cursor = offset
    var written = -1
    while cursor < line.end, bytes[cursor].isDigit {
      written = max(written, 0) &* 10 &+ Int(bytes[cursor] - 0x30)
      cursor += 1
    }
    cursor += 1
    let markerColumn = column(of: offset, line: line, bytes)
    let outer = start(of: line, number: number, bytes)
    let markerOffset = markerColumn - column(of: outer.offset, line: line, bytes)
    let width = cursor - offset
    var content = cursor
    while content < line.end, bytes[content].isBlank { content += 1 }
    let spaces = column(of: content, line: line, bytes) - column(of: cursor, line: line, bytes)
    let isBlank = content >= line.end
    let padding = isBlank || spaces > 4 || spaces < 1 ? width + 1 : width + spaces
    if isBlank || spaces > 4 { content = min(cursor + 1, Int(line.end)) }
    open.append(
      Container(isQuote: false, indent: markerOffset + padding, startLine: number, contentOffset: content))
    return written
  }

  /// Where the text of a line starts, after the marks of all containers but before its own indentation.
  func start(of line: Span, number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> LineStart {
    var offset = Int(line.start)
    for container in open {
      if container.startLine == number {
        offset = container.contentOffset
      } else if container.isQuote {
        guard let mark = quoteMark(from: offset, line: line, bytes) else {
          return LineStart(offset: offset, isLazy: true)
        }
        offset = skipQuoteMark(mark, bytes)
      } else {
        guard let indented = skipIndent(container.indent, from: offset, line: line, bytes) else {
          return LineStart(offset: offset, isLazy: true)
        }
        offset = indented
      }
    }
    return LineStart(offset: offset, isLazy: false)
  }

  private func quoteMark(from offset: Int, line: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var cursor = offset
    while cursor < line.end, cursor - offset < 4, bytes[cursor] == .space { cursor += 1 }
    return cursor < line.end && cursor - offset < 4 && bytes[cursor] == UInt8(ascii: ">") ? cursor : nil
  }

  private func skipQuoteMark(_ mark: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let next = mark + 1
    return next < bytes.count && bytes[next].isBlank ? next + 1 : next
  }

  private func skipIndent(
    _ columns: Int, from offset: Int, line: Span, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let target = column(of: offset, line: line, bytes) + columns
    var cursor = offset
    while cursor < line.end, bytes[cursor].isBlank, column(of: cursor, line: line, bytes) < target {
      cursor += 1
    }
    return column(of: cursor, line: line, bytes) >= target ? cursor : nil
  }

  /// The column of a byte, from 0, with tab stops every four.
  private func column(of offset: Int, line: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var column = 0
    for index in Int(line.start)..<min(offset, bytes.count) {
      column += bytes[index] == .tab ? 4 - column % 4 : 1
    }
    return column
  }
}
