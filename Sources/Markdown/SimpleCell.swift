/// Reads the cells that need no parser: plain text and code spans with single backticks.
///
/// Most cells of permission tables are of this kind, and reading them here is what keeps tables fast.
enum SimpleCell {
  /// Adds the nodes of a cell; false, and nothing added, where it needs a parser.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, in cell: Span, add: (Node) -> Void) -> Bool {
    guard isSimple(bytes, in: cell) else { return false }
    var start = cell.start
    while start < cell.end {
      let isCode = bytes[start] == .backtick
      var end = start + 1
      while end < cell.end, bytes[end] != .backtick { end += 1 }
      if isCode { end += 1 }
      let span = Span(start, end)
      let text = isCode ? codeText(bytes, Span(start + 1, end - 1)) : span
      add(Node(kind: isCode ? .code : .text, span: span, literal: Slice(source: text)))
      start = end
    }
    return true
  }

  private static func isSimple(_ bytes: UnsafeBufferPointer<UInt8>, in cell: Span) -> Bool {
    var isInCode = false
    var offset = cell.start
    while offset < cell.end {
      switch bytes[offset] {
      case .backtick:
        // Runs of two and more, and empty code spans, are the parser's.
        if offset + 1 < cell.end, bytes[offset + 1] == .backtick { return false }
        isInCode.toggle()
      case .backslash, 0: return false
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "&"):
        if !isInCode { return false }
      default: break
      }
      offset += 1
    }
    return !isInCode
  }

  /// One blank on both sides of code is padding.
  private static func codeText(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) -> Span {
    guard span.count > 2, bytes[span.start] == .space, bytes[span.end - 1] == .space,
      bytes[span.range].contains(where: { $0 != .space })
    else { return span }
    return Span(span.start + 1, span.end - 1)
  }
}
