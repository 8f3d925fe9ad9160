import Markdown

/// A piece of JSON and the bytes it was written in.
public struct JSONValue: Sendable {
  public indirect enum Content: Sendable {
    case null
    case flag(Bool)
    /// As it is written.
    case number(String)
    case text(String)
    case array([JSONValue])
    case object([String: JSONValue])
  }

  public let content: Content
  public let span: Span

  /// What keeps a text from being JSON, and where.
  public struct Fault: Error, Sendable {
    /// In words, lower case: `a value is missing`.
    public let message: String
    public let offset: Int
  }

  /// How deep arrays and objects may nest.
  public static let depthLimit = 64

  /// Reads a whole text as one value (RFC 8259). Throws a `Fault`.
  public init(reading source: SourceText) throws(Fault) {
    var reader = JSONReader(source.bytes)
    self = try reader.readText()
  }

  /// Reads values that stand one after another, as in NDJSON. Throws a `Fault`.
  static func readAll(_ source: SourceText) throws(Fault) -> [JSONValue] {
    var reader = JSONReader(source.bytes)
    return try reader.readTexts()
  }

  init(_ content: Content, _ span: Span) {
    self.content = content
    self.span = span
  }

  public var text: String? { if case .text(let text) = content { text } else { nil } }
  public var array: [JSONValue]? { if case .array(let items) = content { items } else { nil } }

  /// What it is, in words: `a number`.
  var kind: String {
    switch content {
    case .null: "null"
    case .flag: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The member of an object; nil where there is none.
  public subscript(key: String) -> JSONValue? {
    if case .object(let members) = content { members[key] } else { nil }
  }
}
