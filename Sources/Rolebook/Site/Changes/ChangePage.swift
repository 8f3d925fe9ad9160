import Markdown

extension SitePlan {
  /// The page of all comparisons, the latest first.
  func renderChanges(_ comparisons: [Comparison], to bytes: inout [UInt8]) {
    var content = PageContent(ChangeFeed.address, title: say("changes"), href: href(from: ChangeFeed.address))
    content.summary = say("changes-summary", ["title": settings.title])
    content.parents = [(say("home"), "/")]
    content.body.append("<p>")
    content.body.append(escaping: say("changes-also"))
    content.body.append(" <a href=\"atom.xml\">Atom</a>, <a href=\"feed.json\">JSON Feed</a>, ")
    content.body.append("<a href=\"changes.json\">JSON</a>.</p>\n")
    for comparison in comparisons {
      content.body.appendHeading(
        title(of: comparison), id: comparison.anchor, count: comparison.changes.count)
      appendChanges(of: comparison, content.href, to: &content.body)
    }
    render(content, to: &bytes)
  }

  /// `Since 2026-10-31`.
  func title(of comparison: Comparison) -> String {
    guard let since = comparison.since else { return say("changes-since-last") }
    return say("changes-since", ["date": since.description])
  }

  /// The changes of one comparison, under what they belong to.
  func appendChanges(of comparison: Comparison, _ href: Href, to html: inout [UInt8]) {
    if comparison.changes.isEmpty { html.appendParagraph(say("changes-none")) }
    let guides = Dictionary(
      catalog.guides.map { (catalog.pages[$0.page].path, catalog.pages[$0.page]) }, uniquingKeysWith: { $1 })
    for group in ChangeGroup.groups(of: comparison.changes) {
      html.append("<h3>")
      appendLink(to: group, guides, href, to: &html)
      html.append(" <span class=\"count\">")
      html.append(escaping: group.title.kind)
      html.append("</span></h3>\n")
      html.appendList(group.lines, named: "changes") { html, line in
        html.append(escaping: line.mark.sign + " ")
        for word in line.words { html.append(word) }
      }
    }
  }

  /// The name, linked to its page while there is one.
  private func appendLink(
    to group: ChangeGroup, _ guides: [String: Page], _ href: Href, to html: inout [UInt8]
  ) {
    switch group.home {
    case .permission(let name):
      if let index = catalog.names.permission(name.name, platform: name.platform) {
        return links.append(permission: index, href, to: &html)
      }
    case .role(let name):
      if let index = catalog.names.role(id: name.name, platform: name.platform) {
        return links.append(role: index, href, to: &html)
      }
    case .guide(let path):
      if let page = guides[path] { return html.appendLink(page.title, to: href.to(page.address)) }
    case .right, .option, .need, .claim, .grant: break
    }
    html.appendCode(group.title.name)
  }
}

extension Comparison {
  var anchor: String { "since-" + (since?.description ?? "last") }
}

extension ChangeGroup.Line.Mark {
  /// As people write it: a minus sign is no hyphen.
  fileprivate var sign: String { self == .less ? "−" : rawValue }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(_ word: ChangeWord) {
    switch word {
    case .text(let text): append(escaping: text)
    case .code(let name): appendCode(name)
    }
  }
}
