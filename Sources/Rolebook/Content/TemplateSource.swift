import Markdown

/// A template as it is written: its tags, each with its place.
///
/// Templates are Mustache in its plain half: names, sections, partials and comments. A Mustache renderer
/// shows nothing where a name or a partial is unknown, so these are found here, before anything is rendered.
struct TemplateSource: Sendable {
  /// The names of the built-in templates, which a site's own replace one by one.
  static let builtInNames = ["footer", "head", "header", "page", "redirect"]

  struct Tag: Sendable, Equatable {
    enum Kind: Sendable, Equatable { case name, section, inverted, close, partial, comment }

    let kind: Kind
    let name: String
    /// The tag with its braces.
    let span: Span
    let nameSpan: Span
  }

  let file: FileID
  /// The path below the templates folder, without `.mustache`.
  let name: String
  let tags: [Tag]
  /// What keeps the text from being read as a template.
  let problems: [TemplateProblem]

  init(_ text: SourceText, file: FileID, name: String) {
    var scanner = TemplateScanner(text: text, file: file)
    scanner.scan()
    self.file = file
    self.name = name
    tags = scanner.tags
    problems = scanner.problems
  }

  /// The templates among these files.
  static func all(in files: [SourceFile], folder: String) -> [TemplateSource] {
    files.indices.compactMap { index in
      let file = files[index]
      guard file.role == .template, file.fault == nil else { return nil }
      guard let name = templateName(of: file.path, folder: folder) else { return nil }
      return TemplateSource(file.text, file: FileID(index), name: name)
    }
  }

  /// `page` for `templates/page.mustache`; nil for a file that is no template: `style.css`.
  static func templateName(of path: String, folder: String) -> String? {
    let ending = ".mustache"
    let below = pathBelow(folder, path)
    return below.hasSuffix(ending) ? String(below.dropLast(ending.count)) : nil
  }

  static func pathBelow(_ folder: String, _ path: String) -> String {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : path
  }
}

/// A fault of a template, with its place and, where one is near, the name that was meant.
public struct TemplateProblem: Sendable {
  public let message: String
  public let place: Place
  public let suggestion: String?

  init(_ message: String, _ place: Place, suggestion: String? = nil) {
    self.message = message
    self.place = place
    self.suggestion = suggestion
  }

  /// The faults of all templates among these files, in the order of files and places.
  static func problems(in files: [SourceFile], folder: String) -> [TemplateProblem] {
    let templates = TemplateSource.all(in: files, folder: folder)
    let names = Set(templates.map(\.name)).union(TemplateSource.builtInNames)
    let circular = TemplateSource.circularPartials(of: templates)
    let texts = files.indices.filter { files[$0].isInterfaceTexts(folder: folder) }
      .flatMap { InterfaceTexts.problems(in: files[$0], FileID($0)) }
    return texts
      + templates.flatMap { template in
        let unknown = template.tags.compactMap {
          template.problem(with: $0, partials: names, circular: circular)
        }
        return (template.problems + unknown).sorted { $0.place.span.start < $1.place.span.start }
      }
  }
}

extension TemplateSource {
  fileprivate func problem(
    with tag: Tag, partials: Set<String>, circular: Set<String>
  ) -> TemplateProblem? {
    let place = Place(file, tag.nameSpan)
    switch tag.kind {
    case .comment, .close: return nil
    case .partial where circular.contains(name) && circular.contains(tag.name):
      return TemplateProblem("the template `\(tag.name)` includes itself", place)
    case .partial:
      if partials.contains(tag.name) { return nil }
      return TemplateProblem(
        "there is no template `\(tag.name)`", place, suggestion: closest(to: tag.name, among: partials))
    case .name, .section, .inverted:
      if tag.name == "." || PageField.names.contains(tag.name) { return nil }
      if InterfaceTexts.builtIn.text(ofTemplateName: tag.name) != nil { return nil }
      return TemplateProblem(
        "no page offers the name `\(tag.name)`", place,
        suggestion: closest(to: tag.name, among: PageField.names))
    }
  }

  /// The templates from which a chain of partials leads back to themselves.
  fileprivate static func circularPartials(of templates: [TemplateSource]) -> Set<String> {
    var partials: [String: [String]] = [:]
    for template in templates {
      partials[template.name] = template.tags.filter { $0.kind == .partial }.map(\.name)
    }
    return Set(partials.keys.filter { reaches($0, from: $0, partials) })
  }

  private static func reaches(_ goal: String, from start: String, _ partials: [String: [String]]) -> Bool {
    var seen: Set<String> = []
    var waiting = partials[start] ?? []
    while let name = waiting.popLast() {
      if name == goal { return true }
      if seen.insert(name).inserted { waiting += partials[name] ?? [] }
    }
    return false
  }
}

extension SourceFile {
  /// Whether it is the site's own file of what the interface says.
  func isInterfaceTexts(folder: String) -> Bool {
    role == .template && fault == nil && TemplateSource.pathBelow(folder, path) == InterfaceTexts.fileName
  }
}
