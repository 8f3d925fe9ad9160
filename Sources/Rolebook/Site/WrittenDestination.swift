import Markdown

/// Where a link's destination stands in the source, which the parser does not keep.
extension SourceText {
  /// The destination in `[text](destination "title")`; nil where the link is written another way or the destination
  /// with escapes.
  func inlineDestination(_ destination: String, in link: Span) -> Span? {
    let written = Array(destination.utf8)
    if written.isEmpty { return nil }
    var end = link.end
    while let open = bytes[link.start..<end].lastIndex(of: UInt8(ascii: "(")) {
      let start = skippingBlanks(from: open + 1)
      let isInline = open > link.start && bytes[open - 1] == UInt8(ascii: "]")
      if isInline, bytes[start..<link.end].starts(with: written) { return Span(start, start + written.count) }
      end = open
    }
    return nil
  }

  /// The destinations of all lines that read as `[label]: destination`, each with its place.
  func definedDestinations(in body: Span) -> [(span: Span, destination: String)] {
    var found: [(span: Span, destination: String)] = []
    for line in bytes[body.range].split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      guard text.first == UInt8(ascii: "["), let colon = text.firstRange(of: Array("]:".utf8)) else {
        continue
      }
      let start = skippingBlanks(from: colon.upperBound)
      let end = bytes[start..<max(start, line.endIndex)].firstIndex {
        $0.isWhitespace || $0 == UInt8(ascii: ">")
      }
      let span = Span(start, end ?? max(start, line.endIndex))
      found.append((span, self.text(span)))
    }
    return found
  }

  /// Where a destination begins, from behind a mark.
  private func skippingBlanks(from start: Int) -> Int {
    var start = start
    while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
    return start < bytes.count && bytes[start] == UInt8(ascii: "<") ? start + 1 : start
  }
}
