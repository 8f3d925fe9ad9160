import Mustache

/// What a page offers to the templates; fragments of HTML come finished.
final class PageView: MustacheParent {
  /// What a field holds.
  enum Value {
    case text(String)
    case html(ArraySlice<UInt8>)
  }

  /// By `PageField.rawValue`; nil where the page has none.
  private(set) var values = [Value?](repeating: nil, count: PageField.allCases.count)
  private let texts: InterfaceTexts

  init(siteTitle: String, texts: InterfaceTexts) {
    self.texts = texts
    for field in [PageField.title, .headTitle, .body, .root, .home, .stylesheet, .icon, .script] {
      self[field] = ""
    }
    self[.siteTitle] = siteTitle
    self[.lang] = texts.say("lang")
  }

  /// What a field holds as text; nil where the page has none.
  subscript(field: PageField) -> String? {
    get {
      switch values[field.rawValue] {
      case .text(let text): text
      case .html(let html): String(decoding: html, as: UTF8.self)
      case nil: nil
      }
    }
    set { values[field.rawValue] = newValue.map { .text($0) } }
  }

  /// Gives a field HTML; where there is none, the page has no such field.
  func set(_ field: PageField, html: ArraySlice<UInt8>) {
    values[field.rawValue] = html.isEmpty ? nil : .html(html)
  }

  func set(_ field: PageField, html: [UInt8]) { set(field, html: html[...]) }

  func child(named name: String) -> Any? {
    PageField(name: name).flatMap { self[$0] } ?? texts.text(ofTemplateName: name)
  }
}
