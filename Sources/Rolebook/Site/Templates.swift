import Mustache

/// The site's Mustache templates, checked: the built-in ones, replaced by those of the site's folder.
public struct Templates: Sendable {
  private let page: PageFrames
  private let redirect: MustacheTemplate
  private let library: MustacheLibrary
  let texts: InterfaceTexts
  /// Stylesheets and scripts of the site, which replace the built-in ones of their names: `styles/search.css`.
  private let assets: [String: [UInt8]]

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
    var texts = InterfaceTexts.builtIn
    for file in files where file.isInterfaceTexts(folder: folder) { texts.replace(by: file) }
    self.texts = texts
    page = PageFrames(library.getTemplate(named: "page") ?? Self.empty, library, texts: texts)
    redirect = library.getTemplate(named: "redirect") ?? Self.empty
    let own = files.filter { $0.role == .template && $0.fault == nil }
    assets = Dictionary(
      own.map { (TemplateSource.pathBelow(folder, $0.path), $0.text.bytes) }, uniquingKeysWith: { $1 })
  }

  /// A stylesheet or script by its path below the templates folder: the site's own, else the built-in one.
  func asset(_ path: String) -> [UInt8] { assets[path] ?? Array((BuiltInTemplates.assets[path] ?? "").utf8) }

  func append(_ view: PageView, to bytes: inout [UInt8]) { page.append(view, to: &bytes) }
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
