import Markdown

extension SiteOutput {
  /// A page at every old address that leads readers on, for servers that know no redirects.
  static let redirectPages = SiteOutput("redirect pages") { plan in
    plan.catalog.redirects.compactMap { redirect in
      redirect.outputPath.map { path in SiteFile(path) { plan.render(redirect, to: &$0) } }
    }
  }

  /// The redirects in the form that static hosts read: `from to 301`, with the author's own conditions.
  static let redirectList = SiteOutput("_redirects") { plan in
    if plan.catalog.redirects.isEmpty { return [] }
    return [
      SiteFile("_redirects") { bytes in
        for redirect in plan.catalog.redirects where redirect.outputPath != nil || redirect.isPattern {
          bytes.append("\(redirect.from.value) \(redirect.to) \(redirect.condition)\n")
        }
      }
    ]
  }
}

extension SitePlan {
  fileprivate func render(_ redirect: Redirect, to bytes: inout [UInt8]) {
    let href = href(from: redirect.address)
    let view = PageView(siteTitle: settings.title, texts: templates.texts)
    let isInside = redirect.to.hasPrefix("/")
    let page = sections.pageAt[redirect.to].map { catalog.pages[$0] }
    view[.redirectTarget] = isInside ? href.to(redirect.to) : redirect.to
    let title = page?.title ?? redirect.to
    view[.title] = title
    view[.headTitle] = "\(title) · \(settings.title)"
    view[.canonical] = !isInside ? redirect.to : settings.baseURL == nil ? nil : url(redirect.to)
    view[.root] = href.root
    view[.home] = href.to("/")
    view[.stylesheet] = href.to("/style.css")
    bytes.append(templates.renderRedirect(view))
  }
}

extension Redirect {
  /// The address of the folder or file it is published at.
  fileprivate var address: String {
    from.value.hasSuffix("/") || from.value.hasSuffix(".html") ? from.value : from.value + "/"
  }

  /// Where its page is written; nil where that would not lie in the output or where it leads is no address.
  fileprivate var outputPath: String? {
    let parts = from.value.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let names = parts.last == "" ? parts.dropLast() : parts
    let isAddress = to.hasPrefix("/") || to.hasPrefix("https://") || to.hasPrefix("http://")
    guard from.value.hasPrefix("/"), isAddress, !names.isEmpty, !isPattern else { return nil }
    guard names.allSatisfy({ $0 != "" && $0 != "." && $0 != ".." }) else { return nil }
    let isClean = (from.value + to).utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
    guard isClean, !isTooLong else { return nil }
    return address.hasSuffix("/") ? address.dropFirst() + "index.html" : String(address.dropFirst())
  }
}
