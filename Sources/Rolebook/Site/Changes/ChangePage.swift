import Markdown

extension SitePlan {
  /// The page of all comparisons, the latest first.
  func renderChanges(_ comparisons: [Comparison], to bytes: inout [UInt8]) {
    var content = PageContent(ChangeFeed.address, title: "Changes", href: href(from: ChangeFeed.address))
    content.summary = "What was granted, revoked, renamed and reworded in \(settings.title)."
    content.parents = [("Home", "/")]
    content.body.append("<p>Also as <a href=\"atom.xml\">Atom</a>, <a href=\"feed.json\">JSON Feed</a> and ")
    content.body.append("<a href=\"changes.json\">data</a>.</p>\n")
    for comparison in comparisons {
      content.body.appendHeading(comparison.title, id: comparison.anchor, count: comparison.changes.count)
      appendChanges(of: comparison, content.href, to: &content.body)
    }
    render(content, to: &bytes)
  }

  /// The changes of one comparison, under what they belong to.
  func appendChanges(of comparison: Comparison, _ href: Href, to html: inout [UInt8]) {
    if comparison.changes.isEmpty { html.appendParagraph("Nothing changed.") }
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
  /// `Since 2026-10-31`.
  var title: String { "Since " + (since?.description ?? "the last feed") }
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
