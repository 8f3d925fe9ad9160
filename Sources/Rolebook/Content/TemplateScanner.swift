import Markdown

/// Finds the tags of a template in its bytes and checks that sections are opened and closed in pairs.
struct TemplateScanner {
  private let text: SourceText
  private let file: FileID
  private var offset = 0
  private var open: [TemplateSource.Tag] = []
  private(set) var tags: [TemplateSource.Tag] = []
  private(set) var problems: [TemplateProblem] = []

  /// How deep sections may nest; the renderer descends into them.
  private static let maximumNesting = 32

  init(text: SourceText, file: FileID) {
    self.text = text
    self.file = file
  }

  mutating func scan() {
    while let start = find("{{", from: offset) {
      guard let tag = readTag(at: start) else { continue }
      tags.append(tag)
      pair(tag)
    }
    for tag in open { report("the section `\(tag.name)` is not closed", tag.span) }
  }

  /// Reads the tag that starts here and moves behind it; nil where it is none.
  private mutating func readTag(at start: Int) -> TemplateSource.Tag? {
    let mark = start + 2 < text.bytes.count ? text.bytes[start + 2] : 0
    let isTriple = mark == UInt8(ascii: "{")
    guard let end = find(isTriple ? "}}}" : "}}", from: start + 2) else {
      offset = text.bytes.count
      report("the tag has no closing `\(isTriple ? "}}}" : "}}")`", restOfLine(from: start))
      return nil
    }
    offset = end + (isTriple ? 3 : 2)
    let span = Span(start, offset)
    let kind = Self.kind(of: mark)
    let nameSpan = trim(Span(start + (kind == .name && !isTriple && mark != UInt8(ascii: "&") ? 2 : 3), end))
    if Self.unsupportedMarks.contains(mark) {
      report("templates have names, sections, partials and comments only", span)
      return nil
    }
    if kind != .comment, !isName(nameSpan) {
      report(nameSpan.isEmpty ? "the tag has no name" : "`\(text.text(nameSpan))` is no name", span)
      return nil
    }
    return TemplateSource.Tag(kind: kind, name: text.text(nameSpan), span: span, nameSpan: nameSpan)
  }

  /// Delimiters, inheritance, blocks and pragmas: `{{=`, `{{<`, `{{$`, `{{%`.
  private static let unsupportedMarks = Array("=<$%".utf8)

  private static func kind(of mark: UInt8) -> TemplateSource.Tag.Kind {
    switch mark {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "!"): .comment
    default: .name
    }
  }

  private mutating func pair(_ tag: TemplateSource.Tag) {
    switch tag.kind {
    case .section, .inverted:
      open.append(tag)
      if open.count == Self.maximumNesting + 1 {
        report("sections nest deeper than \(Self.maximumNesting) levels", tag.span)
      }
    case .close:
      guard let last = open.last else {
        return report("`{{/\(tag.name)}}` closes a section that is not open", tag.span)
      }
      guard last.name == tag.name else {
        return report("`{{/\(tag.name)}}` stands where `{{/\(last.name)}}` closes a section", tag.span)
      }
      open.removeLast()
    case .name, .partial, .comment: break
    }
  }

  private mutating func report(_ message: String, _ span: Span) {
    problems.append(TemplateProblem(message, Place(file, span)))
  }

  private func isName(_ span: Span) -> Bool {
    !span.isEmpty
      && text.bytes[span.range].allSatisfy {
        $0.isASCIIWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-")
      }
  }

  private func trim(_ span: Span) -> Span {
    var range = span.range
    while let first = range.first, text.bytes[first] <= 0x20 { range = range.dropFirst() }
    while let last = range.last, text.bytes[last] <= 0x20 { range = range.dropLast() }
    return Span(range.lowerBound, range.upperBound)
  }

  private func restOfLine(from start: Int) -> Span {
    Span(start, max(start, Int(text.line(text.lineNumber(at: start)).end)))
  }

  private func find(_ mark: StaticString, from start: Int) -> Int? {
    let count = mark.utf8CodeUnitCount
    guard start + count <= text.bytes.count else { return nil }
    return (start...text.bytes.count - count).first { offset in
      (0..<count).allSatisfy { text.bytes[offset + $0] == mark.utf8Start[$0] }
    }
  }
}

extension UInt8 {
  /// A letter, digit or `_`.
  fileprivate var isASCIIWord: Bool {
    (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || (self >= 0x30 && self <= 0x39) || self == 0x5F
  }
}
