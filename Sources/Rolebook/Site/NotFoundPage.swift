import Markdown

extension SiteOutput {
  /// What a server shows at addresses where there is nothing; its links start at the top of the site.
  static let notFoundPage = SiteOutput("page for errors") { plan in
    [SiteFile("404.html") { plan.renderNotFound(to: &$0) }]
  }
}

extension SitePlan {
  fileprivate func renderNotFound(to bytes: inout [UInt8]) {
    let href = Href(root: basePath, namesIndexFiles: false)
    var content = PageContent("/404.html", title: say("not-found"), href: href)
    content.kind = "error"
    content.isListed = false
    content.body.append("<p>")
    content.body.append(escaping: say("not-found-words"))
    content.body.append(" ")
    content.body.appendLink(say("start-at-home"), to: href.to("/"))
    content.body.append(".</p>\n")
    render(content, to: &bytes)
  }

  /// The path of `base_url`: `/access/` for `https://docs.example.com/access/`.
  private var basePath: String {
    guard let base = settings.baseURL else { return "/" }
    let slashes = base.indices.filter { base[$0] == "/" }
    return slashes.count > 2 ? String(base[slashes[2]...]) : "/"
  }
}
