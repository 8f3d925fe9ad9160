import Markdown

/// A cell of a table with what shapes look for in it.
struct TableCell {
  let document: Document
  let file: FileID
  let node: Int
  /// Whether its nodes are of a document of their own.
  let isHTML: Bool

  var place: Place { Place(file, document.nodes[node].span) }
  var nodes: Range<Int> { (node + 1)..<Int(document.nodes[node].end) }
  var isEmpty: Bool { nodes.isEmpty }

  /// Its readable text, trimmed; what stands on lines of its own is apart by a blank.
  var text: String {
    guard nodes.contains(where: { document.nodes[$0].mayBreakLine }) else {
      return trimmed(document.plainText(node))
    }
    return lines.map(text).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The readable text of some of its nodes, trimmed.
  func text(_ range: Range<Int>) -> String { trimmed(document.plainText(in: range)) }

  /// Its nodes line by line: HTML breaks lines by `<br>`, paragraphs and the items of lists.
  var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = nodes.lowerBound
    for index in nodes where document.breaksLine(index) {
      if start < index { lines.append(start..<index) }
      start = index + 1
    }
    if start < nodes.upperBound { lines.append(start..<nodes.upperBound) }
    return lines
  }

  /// Its code spans, in order.
  var codes: [Located<String>] { codes(in: nodes) }

  func codes(in range: Range<Int>) -> [Located<String>] {
    range.filter { document.nodes[$0].kind == .code }.map { document.code($0, in: file) }
  }

  /// The code span it starts with, else its whole text.
  var name: Located<String> { codes.first ?? Located(text, place) }

  /// Where its last piece of text stands, without blanks before it.
  var lastPlace: Place {
    guard let last = nodes.last else { return place }
    let span = document.nodes[last].span
    let blanks = document.string(document.nodes[last].literal).prefix { $0 == " " }.count
    return Place(file, Span(span.start + blanks, span.end))
  }

  /// The cell's text as a description. Only nodes of the page's own document can be shown as they are.
  var passage: Passage { Passage(text: text, place: place, nodes: isHTML ? [] : [nodes]) }

  /// Names separated by commas, in code spans or without.
  var names: [String] {
    let codes = codes
    if !codes.isEmpty { return codes.map(\.value) }
    return text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// The words of a line that are not in code, each with its place; separators are those of lists.
  func words(in line: Range<Int>, separators: [String]) -> [Located<String>] {
    // A `*` at the end of a pattern may open emphasis that no author meant: the source says what was written.
    if nodes.contains(where: { document.nodes[$0].kind == .emphasis }) {
      return words(of: written(line), separators)
    }
    return line.filter { document.nodes[$0].kind == .text }.flatMap { node -> [Located<String>] in
      let element = document.nodes[node]
      let text = document.string(element.literal)
      if document.source.text(element.span) == text { return words(of: element.span, separators) }
      return Self.split(Array(text.utf8), separators).map { range in
        Located(String(decoding: Array(text.utf8)[range], as: UTF8.self), Place(file, element.span))
      }
    }
  }

  /// All of a line, from break to break.
  private func written(_ line: Range<Int>) -> Span {
    let start =
      line.lowerBound > nodes.lowerBound ? document.nodes[line.lowerBound - 1].span.end : place.span.start
    let end = line.upperBound < nodes.upperBound ? document.nodes[line.upperBound].span.start : place.span.end
    return Span(start, end)
  }

  private func words(of span: Span, _ separators: [String]) -> [Located<String>] {
    let bytes = Array(document.source.bytes[span.range])
    return Self.split(bytes, separators).map { range in
      let written = Span(span.start + range.lowerBound, span.start + range.upperBound)
      return Located(document.source.text(written).replacing("\\", with: ""), Place(file, written))
    }
  }

  /// The ranges between blanks, commas, semicolons and parentheses.
  private static func split(_ bytes: [UInt8], _ separators: [String]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var cursor = 0
    func end(at offset: Int) { if start < offset { ranges.append(start..<offset) } }
    while cursor < bytes.count {
      let separator = separators.first { !$0.isEmpty && bytes[cursor...].starts(with: $0.utf8) }
      let isBlank = bytes[cursor] <= 0x20 || ",;()".utf8.contains(bytes[cursor])
      let length = separator?.utf8.count ?? (isBlank ? 1 : 0)
      if length > 0 {
        end(at: cursor)
        start = cursor + length
      }
      cursor += max(length, 1)
    }
    end(at: bytes.count)
    return ranges
  }
}

extension Node {
  /// Whether it may end a line of a cell; text and code do not.
  fileprivate var mayBreakLine: Bool {
    switch kind {
    case .htmlInline, .lineBreak, .softBreak, .paragraph, .item, .list: true
    default: false
    }
  }
}

extension Document {
  private static let breakingTags: Set<String> = ["br", "p", "li", "ul", "ol", "div"]

  /// Whether a node stands between lines of a cell.
  func breaksLine(_ node: Int) -> Bool {
    switch nodes[node].kind {
    case .lineBreak, .paragraph, .item, .list: true
    case .htmlInline: Self.breakingTags.contains(tagName(node))
    default: false
    }
  }

  /// The name of an inline tag, lower case, whether it opens or closes.
  func tagName(_ node: Int) -> String {
    withBytes(of: nodes[node].literal) { tag in
      let name = tag.drop { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") }
        .prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
      return String(decoding: name, as: UTF8.self).lowercased()
    }
  }
}
