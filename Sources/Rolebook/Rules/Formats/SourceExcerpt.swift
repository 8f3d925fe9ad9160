import Markdown

/// A source line as a terminal shows it, and the columns that a place takes in it.
///
/// Tabs become spaces, wide characters count two columns, control characters are made visible. A line that
/// is too long is cut around the place.
struct SourceExcerpt {
  let text: String
  /// The columns before the place.
  let indent: Int
  /// The columns of the place; at least 1.
  let width: Int

  private static let tabStop = 4

  /// The first line of the place in `source`, at most `columns` wide.
  init(_ span: Span, in source: SourceText, columns: Int) {
    let line = source.line(source.lineNumber(at: Int(span.start)))
    let start = min(Int(span.start), Int(line.end))
    let end = min(max(Int(span.end), start), Int(line.end))
    // A line may be 256 KiB long; no more of it is looked at than can be shown.
    let reach = columns * 4
    let first = Self.boundary(in: source, at: max(Int(line.start), start - reach))
    let last = Self.boundary(in: source, at: min(Int(line.end), start + 2 * reach))

    var cells: [Cell] = []
    Self.append(source.bytes[first..<start], to: &cells)
    let marked = cells.count
    Self.append(source.bytes[start..<max(start, min(end, last))], to: &cells)
    let markedEnd = max(cells.count, marked)
    Self.append(source.bytes[max(start, min(end, last))..<last], to: &cells)

    let isCut = (first > Int(line.start), last < Int(line.end))
    let window = Self.window(of: cells, around: marked..<markedEnd, isCut: isCut, columns: columns)
    let head = isCut.0 || window.lowerBound > 0 ? "…" : ""
    let tail = isCut.1 || window.upperBound < cells.count ? "…" : ""
    text = Self.trimmed(head + window.map { String(cells[$0].scalar) }.joined() + tail)
    indent = head.unicodeScalars.count + Self.width(cells[window.lowerBound..<max(marked, window.lowerBound)])
    width = max(1, Self.width(cells[marked..<min(markedEnd, window.upperBound)]))
  }

  private struct Cell {
    let scalar: Unicode.Scalar
    let width: Int
  }

  private static func width(_ cells: ArraySlice<Cell>) -> Int { cells.reduce(0) { $0 + $1.width } }

  /// The cells to show: all of them, or those around the marked ones that fit.
  private static func window(
    of cells: [Cell], around marked: Range<Int>, isCut: (Bool, Bool), columns: Int
  ) -> Range<Int> {
    if !isCut.0, !isCut.1, width(cells[...]) <= columns { return cells.indices }
    var start = marked.lowerBound
    var end = start
    var room = columns - 2
    while end < marked.upperBound, room > 0 { (room, end) = (room - cells[end].width, end + 1) }
    let before = isCut.0 || width(cells[..<start]) > room / 2 ? room / 2 : room
    var used = 0
    while start > 0, used + cells[start - 1].width <= before {
      (start, used) = (start - 1, used + cells[start - 1].width)
    }
    room -= used
    while end < cells.count, room >= cells[end].width { (room, end) = (room - cells[end].width, end + 1) }
    return start..<end
  }

  private static func append(_ bytes: ArraySlice<UInt8>, to cells: inout [Cell]) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      guard scalar == "\t" else {
        cells.append(Cell(scalar: scalar.shown, width: scalar.shown.columns))
        continue
      }
      let column = width(cells[...]) % tabStop
      for _ in column..<tabStop { cells.append(Cell(scalar: " ", width: 1)) }
    }
  }

  /// The start of the character that holds this byte.
  private static func boundary(in source: SourceText, at offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
