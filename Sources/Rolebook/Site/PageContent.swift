import Markdown

/// One page before it is framed: what stands in the middle, and what the frame says of it.
struct PageContent {
  let address: String
  let title: String
  /// The links of the page; those of the error page start at the top of the site.
  let href: Href
  /// The section whose sidebar it shows.
  var section = 0
  var kind = "reference"
  /// Whether its script is that of the explorer, which holds that of all pages too.
  var usesExplorer = false
  var summary = ""
  /// The pages above it, from the top: title and address.
  var parents: [(title: String, address: String)] = []
  /// Whether the body has a heading of level 1.
  var hasHeading = false
  var isListed = true
  var contents: [UInt8] = []
  var banner: [UInt8] = []
  var body: [UInt8] = []
  /// Where in the body its first heading stands, and the list of contents comes.
  var leadEnd = 0
  var pager: [UInt8] = []
  /// Where readers may say what they think of it; empty on pages that nobody wrote.
  var replies = ReplyLinks()
  var lastModified: String?

  init(_ address: String, title: String, href: Href) {
    self.address = address
    self.title = title
    self.href = href
  }
}

extension SitePlan {
  /// Frames the page with the template and appends it.
  func render(_ page: PageContent, to bytes: inout [UInt8]) {
    let view = PageView(siteTitle: settings.title, texts: templates.texts)
    view[.title] = page.title
    view[.headTitle] = page.address == "/" ? settings.title : "\(page.title) · \(settings.title)"
    view[.heading] = page.hasHeading ? nil : page.title
    view[.description] = page.summary.isEmpty ? nil : page.summary.shortened(to: 200)
    view[.kind] = page.kind
    view[.canonical] = settings.baseURL == nil || !page.isListed ? nil : url(page.address)
    view[.editLink] = page.replies.edit
    view[.issueLink] = page.replies.issue
    view[.feedbackYesLink] = page.replies.yes
    view[.feedbackNoLink] = page.replies.no
    view[.markdownLink] = page.replies.markdown
    view[.lastModified] = page.lastModified
    view[.root] = page.href.root
    view[.home] = page.href.to("/")
    view[.stylesheet] = page.href.to("/style.css")
    view[.icon] = page.href.to(icon)
    view[.script] = page.href.to(page.usesExplorer ? "/explorer.js" : "/site.js")
    view[.permissionsLink] = catalog.permissions.isEmpty ? nil : page.href.to("/permissions/")
    view[.rolesLink] = catalog.roles.isEmpty ? nil : page.href.to("/roles/")
    view[.changesLink] = hasChanges ? page.href.to(ChangeFeed.address) : nil
    view.set(.sidebar, html: sidebars.html(section: page.section, at: page.address, page.href))
    view.set(.breadcrumbs, html: breadcrumbs(of: page))
    view.set(.contents, html: page.contents)
    view.set(.banner, html: page.banner)
    view.set(.pager, html: page.pager)
    view.set(.body, html: page.body)
    let leadEnd = page.contents.isEmpty ? 0 : page.leadEnd
    view.set(.lead, html: page.body[..<leadEnd])
    view.set(.text, html: page.body[leadEnd...])
    templates.append(view, to: &bytes)
  }

  private func breadcrumbs(of page: PageContent) -> [UInt8] {
    var html: [UInt8] = []
    if page.parents.isEmpty { return html }
    html.append("<nav class=\"breadcrumbs\" aria-label=\"")
    html.append(escaping: say("breadcrumbs"))
    html.append("\">\n<ol>\n")
    for parent in page.parents {
      html.append("<li>")
      html.appendLink(parent.title, to: page.href.to(parent.address))
      html.append("</li>\n")
    }
    html.append("<li aria-current=\"page\">")
    html.append(escaping: page.title)
    html.append("</li>\n</ol>\n</nav>\n")
    return html
  }
}

extension String {
  /// At most this many characters, cut behind a word.
  func shortened(to count: Int) -> String {
    guard utf8.count > count, self.count > count else { return self }
    let start = prefix(count)
    let cut = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<cut] + "…"
  }
}
