import Markdown

/// What the site says itself, beside what authors write: the texts of `templates/strings.yml`.
struct InterfaceTexts: Sendable {
  static let fileName = "strings.yml"
  /// What the name of a text begins with in a template: `say_last_modified` for the key `last-modified`.
  static let templatePrefix = "say_"
  /// The texts of a site that brings none.
  static let builtIn = InterfaceTexts(
    readingBuiltIn: TemplateFiles.all.first { $0.name == fileName }?.text ?? "")

  /// By key.
  private(set) var texts: [String: String] = [:]

  /// The text of a key, with `{name}` replaced by the value of that name; of two forms, divided by ` | `, the first
  /// is for a count of one. The key itself where there is no such text.
  func say(_ key: String, _ values: [String: String] = [:]) -> String {
    guard let text = texts[key] else { return key }
    let form = values["count"].map { Self.form(of: text, count: $0) } ?? text
    return values.isEmpty ? form : Self.fill(form, values)
  }

  /// The text that a template means by `say_last_modified`; nil for another name.
  func text(ofTemplateName name: String) -> String? {
    Self.key(ofTemplateName: name).flatMap { texts[$0] }
  }

  /// `last-modified` for `say_last_modified`; nil for a name that stands for no text.
  static func key(ofTemplateName name: String) -> String? {
    guard name.hasPrefix(templatePrefix) else { return nil }
    return String(name.dropFirst(templatePrefix.count).map { $0 == "_" ? "-" : $0 })
  }

  /// Takes the texts of a site's own file; keys that mean nothing are left out.
  mutating func replace(by file: SourceFile) {
    for (key, value) in Self.pairs(of: file.text) {
      if let name = key.text, let text = value.text, texts[name] != nil { texts[name] = text }
    }
  }

  private init(readingBuiltIn text: String) {
    for (key, value) in Self.pairs(of: SourceText(Array(text.utf8))) {
      if let name = key.text { texts[name] = value.text ?? "" }
    }
  }

  private static func pairs(of text: SourceText) -> [(key: YAML, value: YAML)] {
    let yaml = try? YAML.read(text, in: Span(0, text.bytes.count))
    guard case .mapping(let pairs) = yaml?.content else { return [] }
    return pairs
  }

  private static func form(of text: String, count: String) -> String {
    guard let divider = text.firstRange(of: " | ") else { return text }
    return String(count == "1" ? text[..<divider.lowerBound] : text[divider.upperBound...])
  }

  private static func fill(_ text: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: start)..<end])
      result += rest[..<start] + (values[name] ?? "{\(name)}")
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

extension InterfaceTexts {
  /// What is wrong with a site's own file of texts.
  static func problems(in file: SourceFile, _ id: FileID) -> [TemplateProblem] {
    do {
      let yaml = try YAML.read(file.text, in: Span(0, file.text.bytes.count))
      guard let yaml else { return [] }
      guard case .mapping(let pairs) = yaml.content else {
        return [TemplateProblem("a mapping of keys to texts is expected", Place(id, yaml.span))]
      }
      return pairs.compactMap { problem(with: $0.key, $0.value, id) }
    } catch {
      return [TemplateProblem(error.message, Place(id, error.span))]
    }
  }

  private static func problem(with key: YAML, _ value: YAML, _ id: FileID) -> TemplateProblem? {
    let name = key.text ?? ""
    guard builtIn.texts[name] != nil else {
      return TemplateProblem(
        "the site has no text `\(name)`", Place(id, key.span),
        suggestion: closest(to: name, among: builtIn.texts.keys.sorted()))
    }
    return value.text == nil
      ? TemplateProblem("`\(name)` is \(value.kindName), not a text", Place(id, value.span)) : nil
  }
}
