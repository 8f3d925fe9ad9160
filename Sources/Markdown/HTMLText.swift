/// The text of an HTML block, or of one that was indented so far that it reads as code, with the place of each
/// byte in the source.
struct HTMLText {
  let bytes: [UInt8]
  /// Where pieces of the text stand in the source: one for all of it, or one for each line that lost its marks.
  private let pieces: [(start: Int, source: Int)]

  init(_ document: Document, node: Int) {
    let element = document.nodes[node]
    bytes = document.withBytes(of: element.literal) { Array($0) }
    if element.literal.isPooled {
      pieces = Self.lines(of: bytes, from: element.span.start, document.source)
    } else {
      pieces = [(0, element.literal.range.lowerBound)]
    }
  }

  /// Where a byte of the text stands in the source.
  func source(_ offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle } else { high = middle }
    }
    return pieces[low].source + offset - pieces[low].start
  }

  /// Lines inside quotes and lists are the ends of their source lines.
  private static func lines(
    of text: [UInt8], from start: Int, _ source: SourceText
  ) -> [(start: Int, source: Int)] {
    var pieces: [(start: Int, source: Int)] = []
    var number = source.lineNumber(at: start)
    var offset = 0
    for line in text.split(separator: .lineFeed, omittingEmptySubsequences: false) {
      let written = source.line(number)
      pieces.append((offset, max(written.start, written.end - line.count)))
      offset += line.count + 1
      number += 1
    }
    return pieces
  }

  enum Part {
    case tag(TableTag)
    case text(Range<Int>)
  }

  /// The tags and the text between them, in order; comments are neither.
  var parts: [Part] {
    var parts: [Part] = []
    var done = 0
    var cursor = 0
    func addText(before end: Int) { if done < end { parts.append(.text(done..<end)) } }
    while let start = bytes[cursor...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[start...].starts(with: "<!--".utf8) {
        addText(before: start)
        done = endOfComment(from: start + 4)
        cursor = done
      } else if let tag = TableTag(bytes, at: start) {
        addText(before: start)
        parts.append(.tag(tag))
        done = tag.range.upperBound
        cursor = done
      } else {
        cursor = start + 1
      }
    }
    addText(before: bytes.count)
    return parts
  }

  private func endOfComment(from start: Int) -> Int {
    var offset = start
    while offset + 2 < bytes.count {
      if bytes[offset...].starts(with: "-->".utf8) { return offset + 3 }
      offset += 1
    }
    return bytes.count
  }
}
