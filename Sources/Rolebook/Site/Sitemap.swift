import Markdown

extension SiteOutput {
  /// The addresses of all pages for search engines, by the protocol of sitemaps.org.
  static let sitemap = SiteOutput("sitemap") { plan in
    [SiteFile("sitemap.xml") { plan.appendSitemap(to: &$0) }]
  }
}

extension SitePlan {
  fileprivate func appendSitemap(to xml: inout [UInt8]) {
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for page in catalog.pages {
      append(page.address, lastModified: page.frontMatter.lastModified?.value, to: &xml)
    }
    for role in catalog.roles { append(role.address, to: &xml) }
    for permission in catalog.permissions { append(permission.address, to: &xml) }
    xml.append("</urlset>\n")
  }

  private func append(_ address: String, lastModified: String? = nil, to xml: inout [UInt8]) {
    xml.append("<url><loc>")
    xml.append(escaping: url(address))
    xml.append("</loc>")
    if let lastModified {
      xml.append("<lastmod>")
      xml.append(escaping: lastModified)
      xml.append("</lastmod>")
    }
    xml.append("</url>\n")
  }
}
