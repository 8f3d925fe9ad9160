import CYaml

/// A piece of YAML with the bytes it was written in: what front matter and settings are made of.
///
/// Read from libyaml's events. Aliases, anchors and tags are refused where they stand, depth and size are
/// bounded, so that no input can grow when it is read.
public struct YAML: Sendable {
  public indirect enum Content: Sendable {
    /// The text, and whether it was written without quotes.
    case scalar(String, isPlain: Bool)
    case sequence([YAML])
    case mapping([(key: YAML, value: YAML)])
  }

  public let content: Content
  public let span: Span

  /// What keeps YAML from being read, and where.
  public struct Fault: Error, Sendable {
    /// In words, lower case: `mapping values are not allowed in this context`.
    public let message: String
    public let span: Span
  }

  /// How deep lists and mappings may nest.
  public static let depthLimit = 8
  /// Bytes in one document.
  public static let sizeLimit = 65_536

  /// Reads the YAML in a range of a source; nil where there is none. Throws a `Fault`.
  public static func read(_ source: SourceText, in span: Span) throws(Fault) -> YAML? {
    guard span.count <= sizeLimit else {
      throw Fault(message: "longer than \(sizeLimit) bytes", span: Span(span.start, span.start))
    }
    // libyaml counts a byte order mark as a column, so that the first key would stand deeper than the others.
    let hasMark = source.bytes[span.range].starts(with: [0xEF, 0xBB, 0xBF])
    var reader = YAMLReader(source, Span(span.start + (hasMark ? 3 : 0), span.end))
    return try reader.readDocument()
  }

  /// The text of a scalar; nil for a list or mapping, and for a plain `null` or nothing.
  public var text: String? {
    guard case .scalar(let text, let isPlain) = content else { return nil }
    switch text {
    case "", "~", "null", "Null", "NULL": return isPlain ? nil : text
    default: return text
    }
  }

  /// In words, for messages: `a list`.
  public var kindName: String {
    switch content {
    case .scalar(let text, let isPlain): text.isEmpty && isPlain ? "nothing" : "`\(text)`"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
