import Markdown

extension SiteOutput {
  /// Each page as its author wrote it, beside its HTML: for readers that are programs, and for copying.
  static let markdownPages = SiteOutput("pages in Markdown") { plan in
    plan.catalog.pages.indices.filter { plan.catalog.files[Int(plan.catalog.pages[$0].file)].fault == nil }
      .map { index in
        SiteFile(
          String(plan.markdownAddress(ofPage: index).dropFirst()),
          inputs: { plan.markdownInputs(ofPage: index) },
          render: { plan.appendMarkdown(ofPage: index, to: &$0) })
      }
  }
}

extension SitePlan {
  /// `/bigquery/roles/index.md`.
  func markdownAddress(ofPage index: Int) -> String { catalog.pages[index].address + "index.md" }

  /// The page without its front matter, under its title, with links that lead on from where it is published.
  func appendMarkdown(ofPage index: Int, to bytes: inout [UInt8]) {
    let page = catalog.pages[index]
    let source = page.document.source.bytes
    let body = page.document.nodes[0].span
    if !page.headings.contains(where: { $0.level == 1 }) { bytes.append("# \(page.title)\n\n") }
    var start = body.start
    while start < body.end, source[start].isWhitespace { start += 1 }
    for link in movedLinks(ofPage: index) where link.span.start >= start {
      bytes.append(contentsOf: source[start..<link.span.start])
      bytes.append(link.destination)
      start = link.span.end
    }
    bytes.append(contentsOf: source[start..<body.end])
    if bytes.last != UInt8(ascii: "\n") { bytes.append("\n") }
  }

  /// The destinations to be written differently, in their order in the source.
  private func movedLinks(ofPage index: Int) -> [(span: Span, destination: String)] {
    let page = catalog.pages[index]
    let href = href(from: page.address)
    var moved: [(span: Span, destination: String)] = []
    var defined: [String: String] = [:]
    for link in catalog.links.links(ofPage: index) {
      guard let destination = markdownDestination(of: link.target, href) else { continue }
      let written = page.destination(of: link)
      if let span = page.document.source.inlineDestination(written, in: link.place.span) {
        moved.append((span, destination))
      } else {
        defined[written] = destination
      }
    }
    if !defined.isEmpty {
      for (span, written) in page.document.source.definedDestinations(in: page.document.nodes[0].span) {
        if let destination = defined[written] { moved.append((span, destination)) }
      }
    }
    return moved.sorted { $0.span.start < $1.span.start }
  }

  /// To the Markdown of pages, and to all else as the HTML links to it.
  private func markdownDestination(of target: PageLink.Target, _ href: Href) -> String? {
    switch target {
    case .page(let page, let anchor): href.to(markdownAddress(ofPage: page), anchor: anchor)
    case .missingAnchor(let page, _): href.to(markdownAddress(ofPage: page))
    case .file(let address): href.to(address)
    case .missingPage, .external, .unsafe: nil
    }
  }
}
