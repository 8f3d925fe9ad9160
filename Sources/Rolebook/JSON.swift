import Markdown

/// Writes JSON as UTF-8: by lines, one member or element each, so that a diff of it can be reviewed, or in a row.
///
/// Callers give the keys of feed objects in ascending order. Numbers are integers. `</` is written `<\/`,
/// so that the text may stand inside a script element.
public struct JSON {
  public private(set) var bytes: [UInt8]
  private let layout: Layout
  private let composes: Bool
  private var depth = 0
  private var isEmpty = true

  public enum Layout: Sendable { case lines, row }

  private static let quote = UInt8(ascii: "\"")

  /// Appends to these bytes. Text is kept as it is, or written in Unicode's normal form C.
  public init(appendingTo bytes: [UInt8] = [], layout: Layout = .lines, composes: Bool = false) {
    self.bytes = bytes
    self.layout = layout
    self.composes = composes
  }

  public mutating func object(_ members: (inout JSON) -> Void) { nest("{", "}", members) }

  public mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout JSON, Elements.Element) -> Void
  ) {
    nest("[", "]") { json in
      for element in elements {
        json.startLine()
        write(&json, element)
      }
    }
  }

  public mutating func array(_ texts: some Sequence<String>) { array(texts) { $0.value($1) } }

  public mutating func member(_ key: StaticString, _ write: (inout JSON) -> Void) {
    startLine()
    bytes.append(Self.quote)
    bytes.append(key)
    bytes.append(layout == .row ? "\":" : "\": ")
    write(&self)
  }

  public mutating func member(key: String, _ write: (inout JSON) -> Void) {
    startLine()
    value(key)
    bytes.append(layout == .row ? ":" : ": ")
    write(&self)
  }

  public mutating func member(_ key: StaticString, _ text: String) { member(key) { $0.value(text) } }
  public mutating func member(_ key: StaticString, _ number: Int) { member(key) { $0.value(number) } }
  public mutating func member(_ key: StaticString, _ flag: Bool) { member(key) { $0.value(flag) } }
  public mutating func member(_ key: StaticString, _ texts: some Sequence<String>) {
    member(key) { $0.array(texts) }
  }

  /// Writes the member unless there is no value: an absent value is left out.
  public mutating func member(_ key: StaticString, ifPresent text: String?) {
    if let text { member(key, text) }
  }

  public mutating func value(_ number: Int) { bytes.append(String(number)) }
  public mutating func value(_ flag: Bool) { bytes.append(flag ? "true" : "false") }

  /// Writes JSON as it is: a number's digits, `null`.
  mutating func literal(_ text: String) { bytes.append(text) }

  public mutating func value(_ text: String) {
    bytes.append(Self.quote)
    var text = composes ? text.composed : text
    text.withUTF8 { appendEscaped($0) }
    bytes.append(Self.quote)
  }

  /// Ends a row, so that another may follow.
  mutating func endLine() { bytes.append("\n") }

  /// Ends the file with a line end.
  public consuming func finish() -> [UInt8] {
    bytes.append("\n")
    return bytes
  }

  private mutating func nest(_ open: StaticString, _ close: StaticString, _ write: (inout JSON) -> Void) {
    bytes.append(open)
    let outer = isEmpty
    isEmpty = true
    depth += 1
    write(&self)
    depth -= 1
    if !isEmpty { newLine() }
    isEmpty = outer
    bytes.append(close)
  }

  private mutating func startLine() {
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    isEmpty = false
    newLine()
  }

  private mutating func newLine() {
    if layout == .row { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append("  ") }
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var done = 0
    var following = 0
    while following < text.count {
      let index = following
      let followsBracket = index > 0 && text[index - 1] == UInt8(ascii: "<")
      if index + 8 <= text.count, !followsBracket, !text.word(at: index).mayHoldJSONEscape {
        following += 8
        continue
      }
      following += 1
      let byte = text[index]
      let isClosingTag = byte == UInt8(ascii: "/") && followsBracket
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || isClosingTag else {
        continue
      }
      bytes.append(contentsOf: text[done..<index])
      done = index + 1
      switch byte {
      case 0x0A: bytes.append("\\n")
      case 0x0D: bytes.append("\\r")
      case 0x09: bytes.append("\\t")
      case 0x00..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append("\\u00" + (digits.count == 1 ? "0" + digits : digits))
      default:
        bytes.append("\\")
        bytes.append(byte)
      }
    }
    bytes.append(contentsOf: text[done...])
  }
}
