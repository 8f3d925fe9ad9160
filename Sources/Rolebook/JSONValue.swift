import Markdown

/// A piece of JSON and the bytes it was written in.
public struct JSONValue: Sendable {
  public indirect enum Content: Sendable, Equatable {
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

  /// Reads a whole text as one value (RFC 8259), without the members of objects that bear certain keys. Throws a
  /// `Fault`.
  public init(reading source: SourceText, skipping keys: Set<String> = []) throws(Fault) {
    var reader = JSONReader(source.bytes, skipping: keys)
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

  /// A value that was written nowhere.
  init(_ content: Content) { self.init(content, Span(0, 0)) }
  init(_ text: String) { self.init(.text(text)) }
  init(_ texts: some Sequence<String>) { self.init(.array(texts.map { JSONValue($0) })) }

  public var text: String? { if case .text(let text) = content { text } else { nil } }
  public var array: [JSONValue]? { if case .array(let items) = content { items } else { nil } }
  var members: [String: JSONValue]? { if case .object(let members) = content { members } else { nil } }
  /// The texts of an array; none where it is no array.
  var texts: [String] { array?.compactMap(\.text) ?? [] }

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

extension JSONValue: Equatable {
  /// Whether both say the same, wherever they are written.
  public static func == (left: JSONValue, right: JSONValue) -> Bool { left.content == right.content }
}

extension JSON {
  /// Writes what was read, the keys of objects in ascending order.
  mutating func value(_ value: JSONValue) {
    switch value.content {
    case .null: literal("null")
    case .flag(let flag): self.value(flag)
    case .number(let digits): literal(digits)
    case .text(let text): self.value(text)
    case .array(let items): array(items) { $0.value($1) }
    case .object(let members):
      object { json in
        for (key, member) in members.sorted(by: { $0.key < $1.key }) {
          json.member(key: key) { $0.value(member) }
        }
      }
    }
  }
}
