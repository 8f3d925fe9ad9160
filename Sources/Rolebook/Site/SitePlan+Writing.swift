import Markdown

/// What the pages of permissions and roles have in common.
extension SitePlan {
  /// A text of the interface: see `InterfaceTexts.say`.
  func say(_ key: String, _ values: [String: String] = [:]) -> String { templates.texts.say(key, values) }

  /// `2 permissions`, `1 permission`: the text `count-permission`.
  func count(_ number: Int, _ noun: String) -> String { say("count-\(noun)", ["count": String(number)]) }

  /// A passage as HTML with its links; plain text where its nodes are not known.
  func append(_ passage: Passage, _ href: Href, to html: inout [UInt8]) {
    guard let page = pageOfFile[Int(passage.place.file)], let first = passage.nodes.first?.lowerBound else {
      if !passage.text.isEmpty { html.appendParagraph(passage.text) }
      return
    }
    let document = catalog.pages[page].document
    let isInline = document.nodes[first].kind.isInline
    let hooks = hooks(page: page, href, isWholePage: false)
    var style = HTMLStyle()
    style.boxesWideBlocks = true
    if isInline { html.append("<p>") }
    for range in passage.nodes { document.appendHTML(of: range, to: &html, style: style, hooks: hooks) }
    if isInline { html.append("</p>\n") }
  }

  func appendPages(_ title: String, id: String, _ pages: [Int], _ href: Href, to html: inout [UInt8]) {
    if pages.isEmpty { return }
    html.appendHeading(title, id: id)
    html.appendList(pages) { html, page in
      html.appendLink(catalog.pages[page].title, to: href.to(catalog.pages[page].address))
    }
  }

  func pages(ofGuides guides: [Int]) -> [Int] { guides.map { catalog.guides[$0].page }.sorted() }

  func appendSources(_ places: [Place], to html: inout [UInt8]) {
    if places.isEmpty { return }
    html.appendHeading(say("sources"), id: "sources")
    html.appendList(places) { html, place in append(place, to: &html) }
  }

  /// A link to the line that states a fact, where the settings say how lines are linked to.
  func appendLine(_ place: Place, to html: inout [UInt8]) {
    guard let link = sourceLink(place) else { return }
    let file = catalog.files[Int(place.file)]
    let words = say(
      "source-line", ["file": file.path, "line": String(file.text.lineNumber(at: Int(place.span.start)))])
    html.append(" <a class=\"line\" href=\"")
    html.append(escaping: link)
    html.append("\" title=\"")
    html.append(escaping: words)
    html.append("\"><span aria-hidden=\"true\">¶</span><span class=\"said\">")
    html.append(escaping: words)
    html.append("</span></a>")
  }

  /// The address of a line of a file, by the setting `source_url`.
  private func sourceLink(_ place: Place) -> String? {
    guard let pattern = settings.sourceURL else { return nil }
    let file = catalog.files[Int(place.file)]
    let line = String(file.text.lineNumber(at: Int(place.span.start)))
    return AddressPattern(pattern).filled(["path": file.path, "line": line])
  }

  /// `content/bigquery/roles.md:12`, linked to where it may be edited.
  func append(_ place: Place, to html: inout [UInt8]) {
    let file = catalog.files[Int(place.file)]
    let text = "\(file.path):\(file.text.lineNumber(at: Int(place.span.start)))"
    if let link = sourceLink(place) ?? editLink(ofFile: file.path) {
      html.appendLink(text, to: link)
    } else {
      html.appendCode(text)
    }
  }
}

extension Node.Kind {
  fileprivate var isInline: Bool {
    switch self {
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image: true
    default: false
    }
  }
}
