import Mustache
import Synchronization

/// The page template, rendered once for each set of fields that pages have; pages are then put into it.
///
/// Mustache takes longer over a page than the parser does. What it does depends on which fields are there, not
/// on what they hold: so it is given marks, and the marks are replaced page by page.
final class PageFrames: Sendable {
  private let template: MustacheTemplate
  private let library: MustacheLibrary
  private let texts: InterfaceTexts
  /// The frames by their sets of fields, a bit for each.
  private let frames = Mutex<[UInt64: PageFrame]>([:])

  init(_ template: MustacheTemplate, _ library: MustacheLibrary, texts: InterfaceTexts) {
    self.template = template
    self.library = library
    self.texts = texts
  }

  /// Appends the page.
  func append(_ view: PageView, to bytes: inout [UInt8]) {
    frame(of: view.values).append(view.values, to: &bytes)
  }

  private func frame(of values: [PageView.Value?]) -> PageFrame {
    let fields = values.indices.reduce(UInt64(0)) { $0 | (values[$1] == nil ? 0 : 1 << UInt64($1)) }
    if let frame = frames.withLock({ $0[fields] }) { return frame }
    let frame = PageFrame(
      marked: Array(template.render(PageMarks(fields: fields, texts: texts), library: library).utf8))
    frames.withLock { $0[fields] = frame }
    return frame
  }
}

/// A page with places for its fields.
private struct PageFrame: Sendable {
  private let bytes: [UInt8]
  /// The text before a field, the field, and whether it is escaped there.
  private let places: [(text: Range<Int>, field: Int, isEscaped: Bool)]
  /// Where the text behind the last field starts.
  private let rest: Int

  /// Finds the marks.
  init(marked bytes: [UInt8]) {
    var places: [(text: Range<Int>, field: Int, isEscaped: Bool)] = []
    var done = 0
    while let start = bytes[done...].firstIndex(of: PageMarks.start), start + 3 < bytes.count {
      let isRaw = bytes[start + 3] == PageMarks.end
      places.append((done..<start, Int(bytes[start + 1]) - PageMarks.first, !isRaw))
      done = start + (isRaw ? PageMarks.rawLength : PageMarks.escapedLength)
    }
    self.bytes = bytes
    self.places = places
    rest = done
  }

  func append(_ values: [PageView.Value?], to page: inout [UInt8]) {
    for place in places {
      page.append(contentsOf: bytes[place.text])
      if values.indices.contains(place.field) {
        values[place.field]?.append(escaped: place.isEscaped, to: &page)
      }
    }
    page.append(contentsOf: bytes[rest...])
  }
}

extension PageView.Value {
  fileprivate func append(escaped: Bool, to bytes: inout [UInt8]) {
    switch (self, escaped) {
    case (.html(let html), false): bytes.append(contentsOf: html)
    case (.html(let html), true): Self.append(escaping: html, to: &bytes)
    case (.text(let text), false): bytes.append(text)
    case (.text(let text), true): Self.append(escaping: Array(text.utf8)[...], to: &bytes)
    }
  }

  /// Templates may put a field between single quotes too.
  private static func append(escaping value: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    var rest = value
    while let quote = rest.firstIndex(of: UInt8(ascii: "'")) {
      bytes.append(escaping: rest[..<quote])
      bytes.append("&#39;")
      rest = rest[(quote + 1)...]
    }
    bytes.append(escaping: rest)
  }
}

/// Offers a mark for each field that is there: a control character, the field, `&`, another control character. The `&`
/// tells by its escaping whether the field is to be escaped.
private struct PageMarks: MustacheParent {
  static let start: UInt8 = 1
  static let end: UInt8 = 2
  /// What the first field is written as.
  static let first = 0x41
  /// The length of a mark with `&`, and of one with `&amp;`.
  static let rawLength = 4
  static let escapedLength = 8

  let fields: UInt64
  let texts: InterfaceTexts

  func child(named name: String) -> Any? {
    if let text = texts.text(ofTemplateName: name) { return text }
    guard let index = PageField(name: name)?.rawValue, fields & (1 << UInt64(index)) != 0,
      let letter = Unicode.Scalar(UInt32(Self.first + index))
    else { return nil }
    return "\u{1}\(Character(letter))&\u{2}"
  }
}
