import Markdown

extension SitePlan {
  /// The text of a page as HTML.
  func appendBody(page index: Int, _ href: Href, to html: inout [UInt8]) {
    let page = catalog.pages[index]
    var style = HTMLStyle()
    style.allowsRawHTML = page.frontMatter.allowsRawHTML
    style.boxesWideBlocks = true
    page.document.appendHTML(to: &html, style: style, hooks: hooks(page: index, href, isWholePage: true))
  }

  /// Where the links, names and headings of a page lead when it is shown at another address.
  func hooks(page index: Int, _ href: Href, isWholePage: Bool) -> HTMLHooks {
    let page = catalog.pages[index]
    let links = catalog.links.links.indices.contains(index) ? catalog.links.links[index] : []
    let mentions = catalog.mentions[pageMentions[index]]
    return HTMLHooks(
      destination: { node in
        links.first(byNode: node, \.node).flatMap { self.destination(of: $0, href) }
      },
      mention: { node in
        mentions.first(byNode: node, \.node).map { self.destination(of: $0.target, href) }
      },
      anchor: { node in
        isWholePage ? page.headings.first(byNode: node, \.node)?.anchor : nil
      },
      code: { node in self.codePieces(node, of: page) })
  }

  private func destination(of link: PageLink, _ href: Href) -> String? {
    switch link.target {
    case .page(let page, let anchor): href.to(catalog.pages[page].address, anchor: anchor)
    case .missingAnchor(let page, _): href.to(catalog.pages[page].address)
    case .file(let address): href.to(address)
    case .missingPage, .external, .unsafe: nil
    }
  }

  private func destination(of target: Mention.Target, _ href: Href) -> String {
    switch target {
    case .permission(let index): href.to(catalog.permissions[index].address)
    case .role(let index): href.to(catalog.roles[index].address)
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The element for this node, in a list that ascends by node.
  fileprivate func first(byNode node: Int, _ key: (Element) -> Int) -> Element? {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if key(self[middle]) < node { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && key(self[low]) == node ? self[low] : nil
  }
}
