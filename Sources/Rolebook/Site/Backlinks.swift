import Markdown

/// Where pages speak of a permission or role.
extension SitePlan {
  /// The guides that need a permission, with where and what for, as they say it.
  func appendNeeds(of permission: Permission, _ href: Href, to html: inout [UInt8]) {
    if permission.requiredBy.isEmpty { return }
    html.appendHeading(say("needed-by"), id: "required-by")
    html.append("<ul>\n")
    for index in permission.requiredBy {
      let guide = catalog.guides[index]
      let page = catalog.pages[guide.page]
      let needs = (guide.requirements + guide.options.flatMap(\.permissions))
        .filter { $0.permission.value == permission.name }
      html.append("<li>")
      html.appendLink(page.title, to: href.to(page.address))
      for (words, need) in Self.distinct(needs.map { (words(for: $0, in: guide), $0) }) {
        html.append("<br>")
        html.append(escaping: words)
        appendLine(need.permission.place, to: &html)
      }
      html.append("</li>\n")
    }
    html.append("</ul>\n")
  }

  /// `On project, Limited access: run queries`.
  private func words(for need: Requirement, in guide: Guide) -> String {
    let titles = need.options.names.map { id in guide.options.first { $0.id == id }?.declaration?.title ?? id
    }
    let place = ([say("need-on", ["on": need.securable.text])] + titles).joined(separator: ", ")
    return need.purpose.isEmpty ? place : "\(place): \(need.purpose)"
  }

  /// The first need of those that are said in the same words.
  private static func distinct(_ needs: [(String, Requirement)]) -> [(String, Requirement)] {
    var seen: Set<String> = []
    return needs.filter { seen.insert($0.0).inserted }
  }

  /// The sections that mention something, each once: the page, and the heading that the mention stands below.
  func appendMentions(_ mentions: [Int], _ href: Href, to html: inout [UInt8]) {
    if mentions.isEmpty { return }
    html.appendHeading(say("mentioned-in"), id: "mentioned-in")
    var last: (page: Int, anchor: String?)?
    html.append("<ul>\n")
    for index in mentions.sorted() {
      let mention = catalog.mentions[index]
      let page = catalog.pages[mention.page]
      let heading = page.headings.last { $0.node <= mention.node && $0.level > 1 }
      if let last, last == (mention.page, heading?.anchor) { continue }
      last = (mention.page, heading?.anchor)
      html.append("<li>")
      html.appendLink(page.title, to: href.to(page.address))
      if let heading {
        html.append(": ")
        html.appendLink(heading.text, to: href.to(page.address, anchor: heading.anchor))
      }
      appendLine(mention.place, to: &html)
      html.append("</li>\n")
    }
    html.append("</ul>\n")
  }
}
