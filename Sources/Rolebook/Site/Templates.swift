import Mustache

/// The site's Mustache templates, checked: the built-in ones, replaced by those of the site's folder.
public struct Templates: Sendable {
  private let page: PageFrames
  private let redirect: MustacheTemplate
  private let library: MustacheLibrary
  let stylesheet: [UInt8]

  /// Takes the templates among these files; where one of them is broken, what is built in takes its place.
  public init(files: [SourceFile], folder: String = "templates") {
    let broken = Set(TemplateProblem.problems(in: files, folder: folder).map(\.place.file))
    var library = MustacheLibrary()
    for (name, text) in BuiltInTemplates.all { try? library.register(text, named: name) }
    for (index, file) in files.enumerated() where file.role == .template && file.fault == nil {
      guard !broken.contains(FileID(index)),
        let name = TemplateSource.templateName(of: file.path, folder: folder)
      else { continue }
      try? library.register(String(decoding: file.text.bytes, as: UTF8.self), named: name)
    }
    self.library = library
    page = PageFrames(library.getTemplate(named: "page") ?? Self.empty, library)
    redirect = library.getTemplate(named: "redirect") ?? Self.empty
    let ownStyle = files.first {
      $0.role == .template && $0.fault == nil && TemplateSource.pathBelow(folder, $0.path) == "style.css"
    }
    stylesheet = ownStyle?.text.bytes ?? Array(BuiltInTemplates.stylesheet.utf8)
  }

  func append(_ view: PageView, body: [UInt8], to bytes: inout [UInt8]) {
    page.append(view, body: body, to: &bytes)
  }
  func renderRedirect(_ view: PageView) -> String { redirect.render(view, library: library) }

  private static var empty: MustacheTemplate { MustacheTemplate.blank }
}

extension MustacheTemplate {
  /// Shows nothing.
  fileprivate static var blank: MustacheTemplate {
    // An empty text has no tag that could fail to parse.
    guard let template = try? MustacheTemplate(string: "") else { preconditionFailure("an empty template") }
    return template
  }
}
