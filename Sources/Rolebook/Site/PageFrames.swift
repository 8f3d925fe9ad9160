import Mustache
import Synchronization

/// The page template, rendered once for each set of fields that pages have; pages are then put into it.
///
/// Mustache takes longer over a page than the parser does. What it does depends on which fields are there, not
/// on what they hold: so it is given marks, and the marks are replaced page by page. A mark holds an `&`, which
/// tells by its escaping whether a field is to be escaped.
final class PageFrames: Sendable {
  private let template: MustacheTemplate
  private let library: MustacheLibrary
  private let texts: InterfaceTexts
  /// The frames by their sets of fields, a bit for each of `TemplateSource.offeredNames`.
  private let frames = Mutex<[UInt64: [UInt8]]>([:])

  init(_ template: MustacheTemplate, _ library: MustacheLibrary, texts: InterfaceTexts) {
    self.template = template
    self.library = library
    self.texts = texts
  }

  /// Appends the page with this body.
  func append(_ view: PageView, body: [UInt8], to bytes: inout [UInt8]) {
    let values = TemplateSource.offeredNames.map { Value(view, $0, body: body) }
    var rest = frame(of: values)[...]
    while let start = rest.firstIndex(of: PageMarks.start), start + 3 < rest.endIndex {
      bytes.append(contentsOf: rest[..<start])
      let field = Int(rest[start + 1]) - PageMarks.first
      let isRaw = rest[start + 3] == PageMarks.end
      if values.indices.contains(field) { values[field]?.append(escaped: !isRaw, to: &bytes) }
      rest = rest[start...].dropFirst(isRaw ? 4 : 8)
    }
    bytes.append(contentsOf: rest)
  }

  private func frame(of values: [Value?]) -> [UInt8] {
    let fields = values.indices.reduce(UInt64(0)) { $0 | (values[$1] == nil ? 0 : 1 << UInt64($1)) }
    if let frame = frames.withLock({ $0[fields] }) { return frame }
    let frame = Array(template.render(PageMarks(fields: fields, texts: texts), library: library).utf8)
    frames.withLock { $0[fields] = frame }
    return frame
  }
}

/// What a field holds: text, or HTML that is not copied into a text.
private enum Value {
  case text(String)
  case html([UInt8])

  /// Nil where the page has none.
  init?(_ view: PageView, _ name: String, body: [UInt8]) {
    if name == "body" {
      self = .html(body)
    } else if let html = view.html(name) {
      self = .html(html)
    } else if let text = view.plainText(name) {
      self = .text(text)
    } else {
      return nil
    }
  }

  func append(escaped: Bool, to bytes: inout [UInt8]) {
    switch (self, escaped) {
    case (.html(let html), false): bytes.append(contentsOf: html)
    case (.html(let html), true): Self.append(escaping: html, to: &bytes)
    case (.text(let text), false): bytes.append(text)
    case (.text(let text), true): Self.append(escaping: Array(text.utf8), to: &bytes)
    }
  }

  /// Templates may put a field between single quotes too.
  private static func append(escaping value: [UInt8], to bytes: inout [UInt8]) {
    var rest = value[...]
    while let quote = rest.firstIndex(of: UInt8(ascii: "'")) {
      bytes.append(escaping: rest[..<quote])
      bytes.append("&#39;")
      rest = rest[(quote + 1)...]
    }
    bytes.append(escaping: rest)
  }
}

/// Offers a mark for each field that is there: a control character, the field, `&`, another control character.
private struct PageMarks: MustacheParent {
  static let start: UInt8 = 1
  static let end: UInt8 = 2
  /// What the first field is written as.
  static let first = 0x41

  let fields: UInt64
  let texts: InterfaceTexts

  func child(named name: String) -> Any? {
    if let text = texts.text(ofTemplateName: name) { return text }
    guard let index = TemplateSource.offeredNames.firstIndex(of: name), fields & (1 << UInt64(index)) != 0,
      let letter = Unicode.Scalar(UInt32(Self.first + index))
    else { return nil }
    return "\u{1}\(Character(letter))&\u{2}"
  }
}
