import Markdown

extension SiteOutput {
  /// The pages that authors write.
  static let contentPages = SiteOutput("pages") { plan in
    // With --force a site is published without the pages that could not be read.
    plan.catalog.pages.indices.compactMap(plan.contentPage)
  }
}

extension SitePlan {
  /// The file of a page; nil where it could not be read.
  func contentPage(_ index: Int) -> SiteFile? {
    let page = catalog.pages[index]
    if catalog.files[Int(page.file)].fault != nil { return nil }
    return SiteFile(
      at: page.address, inputs: { self.inputs(ofPage: index) }, render: { self.renderPage(index, to: &$0) })
  }

  fileprivate func renderPage(_ index: Int, to bytes: inout [UInt8]) {
    let page = catalog.pages[index]
    var content = PageContent(page.address, title: page.title, href: href(from: page.address))
    content.section = sections.sectionOfPage[index]
    content.kind = page.kind.rawValue
    content.summary = summary(ofPage: index)
    content.parents = parents(ofPage: index)
    content.hasHeading = page.headings.contains { $0.level == 1 }
    content.lastModified = lastModified(ofPage: index)
    content.replies = replies(toPage: index, content.href)
    appendPager(page: index, content.href, to: &content.pager)
    if page.isSuperseded { appendSupersededBanner(page: index, content.href, to: &content.banner) }
    appendFindingsBanner(page: index, to: &content.banner)
    content.leadEnd = appendBody(page: index, content.href, to: &content.body)
    var headings = page.headings.filter { $0.level == 2 || $0.level == 3 }
      .map { (title: $0.text, anchor: $0.anchor, level: $0.level) }
    if let guide = guideOfPage[index], hasCoverage(catalog.guides[guide]) {
      headings.append((title: say("coverage"), anchor: Self.coverageAnchor, level: 2))
      appendCoverage(of: catalog.guides[guide], content.href, to: &content.body)
    }
    if let guide = guideOfPage[index], let given = GivenAccess(catalog.guides[guide]) {
      headings.append((title: say("grants"), anchor: Self.grantsAnchor, level: 2))
      appendGrantPicture(given, to: &content.body)
    }
    appendContents(headings, to: &content.contents)
    render(content, to: &bytes)
  }

  /// When a page was last changed: as it says, else as git says.
  func lastModified(ofPage index: Int) -> String? {
    let page = catalog.pages[index]
    return page.frontMatter.lastModified?.value ?? commitDates[catalog.files[Int(page.file)].path]
  }

  /// The sections around the page, from the whole site on.
  func parents(ofPage index: Int) -> [(title: String, address: String)] {
    let own = sections.sectionOfPage[index]
    var path = sections.path(to: own)
    if sections.sections[own].index == index { path.removeLast() }
    return parents(path)
  }

  func parents(_ path: [Int]) -> [(title: String, address: String)] {
    path.map { section in
      let isSite = sections.sections[section].parent == nil
      return (isSite ? say("home") : sections.sections[section].title, sections.sections[section].address)
    }
  }

  /// What a page says of itself, else its first paragraph, cut behind a word.
  func summary(ofPage index: Int) -> String {
    let page = catalog.pages[index]
    let document = page.document
    let paragraph = document.children(of: 0).first { document.nodes[$0].kind == .paragraph }
    let text = page.frontMatter.description?.value ?? paragraph.map { document.plainText($0) } ?? ""
    return text.shortened(to: 200)
  }

  private func appendContents(
    _ headings: [(title: String, anchor: String, level: Int)], to html: inout [UInt8]
  ) {
    if headings.count < 2 { return }
    html.append("<ul>\n")
    for heading in headings {
      html.append(heading.level == 2 ? "<li>" : "<li class=\"inner\">")
      var anchor: [UInt8] = []
      anchor.append("#")
      anchor.appendPercentEncoded(heading.anchor)
      html.append("<a href=\"")
      html.append(contentsOf: anchor)
      html.append("\">")
      html.append(breakingBehindDots: heading.title.utf8)
      html.append("</a>")
      html.append("</li>\n")
    }
    html.append("</ul>\n")
  }

  private func appendPager(page index: Int, _ href: Href, to html: inout [UInt8]) {
    if let page = previousPage(of: index) { append("prev", say("previous"), page, href, to: &html) }
    if let page = nextPage(of: index) { append("next", say("next"), page, href, to: &html) }
  }

  /// The page that is read before this one; nil for the first.
  func previousPage(of index: Int) -> Int? {
    let rank = sections.rankOfPage[index]
    return rank > 0 ? sections.readingOrder[rank - 1] : nil
  }

  /// The page that is read after this one; nil for the last.
  func nextPage(of index: Int) -> Int? {
    let rank = sections.rankOfPage[index]
    return rank + 1 < sections.readingOrder.count ? sections.readingOrder[rank + 1] : nil
  }

  private func append(
    _ relation: String, _ label: String, _ page: Int, _ href: Href, to html: inout [UInt8]
  ) {
    html.append("<a class=\"\(relation)\" rel=\"\(relation)\" href=\"")
    html.append(escaping: href.to(catalog.pages[page].address))
    html.append("\"><span>\(label)</span> ")
    html.append(escaping: catalog.pages[page].title)
    html.append("</a>\n")
  }
}
