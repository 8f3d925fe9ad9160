import Testing

@testable import Markdown

/// Columns of places in lines of many kilobytes.
@Suite struct ColumnIndexTests {
  private static let long = String(repeating: "aä€😀", count: 3 * ColumnIndex.step)

  @Test(arguments: ["\(long)", "a\n\(long)\nb\n\(long)", "\(long)\r\n\(long)\r\n", "a\n\n\(long)é"])
  func countsAsFromTheStartOfTheLine(_ text: String) {
    let source = SourceText(text)
    var position = Position(line: 1, column: 1)
    var wrong = 0
    for (offset, byte) in source.bytes.enumerated() where byte & 0xC0 != 0x80 {
      let number = source.lineNumber(at: offset)
      if number != position.line { position = Position(line: number, column: 1) }
      if offset % 61 == 0, source.position(at: offset) != position { wrong += 1 }
      if offset % 61 == 0, source.line(number).range.contains(offset), source.offset(of: position) != offset {
        wrong += 1
      }
      position.column += 1
    }
    #expect(wrong == 0)
  }

  @Test func findsManyPlacesOfALongLineAtOnce() {
    let source = SourceText(String(repeating: "a", count: 1 << 20))
    let time = processorSeconds {
      for offset in stride(from: 0, to: 1 << 20, by: 256) { _ = source.position(at: offset) }
    }
    #expect(time < 10)
  }
}
