import Markdown

extension SiteOutput {
  /// A list of what lies in it for each section that no page introduces, the whole site among them.
  static let sectionPages = SiteOutput("section pages") { plan in
    plan.sections.sections.indices.filter { plan.sections.sections[$0].index == nil }.map { index in
      SiteFile(at: plan.sections.sections[index].address) { plan.renderSection(index, to: &$0) }
    }
  }
}

extension SitePlan {
  fileprivate func renderSection(_ index: Int, to bytes: inout [UInt8]) {
    let section = sections.sections[index]
    let isSite = section.parent == nil
    let title = isSite ? settings.title : section.title
    var content = PageContent(section.address, title: title, href: href(from: section.address))
    content.section = index
    content.kind = "section"
    content.summary = say("section-summary", ["title": title])
    content.parents = parents(sections.path(to: index).dropLast())
    if isSite { appendCounts(content.href, to: &content.body) }
    if !section.entries.isEmpty {
      content.body.appendList(section.entries, named: "cards") { html, entry in
        append(entry, content.href, to: &html)
      }
    }
    render(content, to: &bytes)
  }

  /// `13 roles, 73 permissions`, linked.
  private func appendCounts(_ href: Href, to html: inout [UInt8]) {
    let lists = [
      ("role", "/roles/", catalog.roles.count), ("permission", "/permissions/", catalog.permissions.count),
    ]
    let filled = lists.filter { $0.2 > 0 }
    if filled.isEmpty { return }
    html.append("<p>")
    for (position, list) in filled.enumerated() {
      if position > 0 { html.append(", ") }
      html.appendLink(count(list.2, list.0), to: href.to(list.1))
    }
    html.append("</p>\n")
  }

  private func append(_ entry: SectionTree.Entry, _ href: Href, to html: inout [UInt8]) {
    switch entry {
    case .page(let index):
      let page = catalog.pages[index]
      html.appendLink(page.title, to: href.to(page.address))
      guard let description = page.frontMatter.description?.value else { return }
      html.append(": ")
      html.append(escaping: description)
    case .section(let index):
      let section = sections.sections[index]
      html.appendLink(section.title, to: href.to(section.address))
      html.append(" <span class=\"count\">\(section.entries.count)</span>")
    }
  }
}
