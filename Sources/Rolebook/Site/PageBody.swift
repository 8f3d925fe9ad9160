import Markdown

extension SitePlan {
  /// Appends the text of a page as HTML, and returns where its lead ends.
  func appendBody(page index: Int, _ href: Href, to html: inout [UInt8]) -> Int {
    let page = catalog.pages[index]
    var style = HTMLStyle()
    style.allowsRawHTML = page.frontMatter.allowsRawHTML
    style.boxesWideBlocks = true
    style.linksHeadings = true
    var hooks = hooks(page: index, href, isWholePage: true)
    let cards = isSectionStart(index) ? linkLists(of: page.document) : []
    hooks.className = { node in
      switch page.document.nodes[node].kind {
      case .list: cards.contains(node) ? "cards" : nil
      case .paragraph: page.document.isFields(node) ? "fields" : nil
      default: page.document.nodes[node].isTab ? "tab" : nil
      }
    }
    let heading = page.document.endOfLead
    page.document.appendHTML(of: 1..<heading, to: &html, style: style, hooks: hooks)
    let leadEnd = html.count
    page.document.appendHTML(of: heading..<page.document.nodes.count, to: &html, style: style, hooks: hooks)
    return leadEnd
  }

  /// Where the links, names and headings of a page lead when it is shown at another address.
  func hooks(page index: Int, _ href: Href, isWholePage: Bool) -> HTMLHooks {
    let page = catalog.pages[index]
    let links = catalog.links.links(ofPage: index)
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
      tab: { node in FenceInfo(page.document.string(page.document.extra(node))).tab },
      code: { node in self.codePieces(node, of: page) })
  }

  /// Whether a page introduces a section: its lists of links are then shown as cards.
  func isSectionStart(_ page: Int) -> Bool {
    sections.sections[sections.sectionOfPage[page]].index == page
  }

  /// The lists of a document each of whose items begins with a link.
  private func linkLists(of document: Document) -> Set<Int> {
    let lists = document.children(of: 0).filter {
      document.nodes[$0].kind == .list && !document.nodes[$0].isOrdered
    }
    return Set(
      lists.filter { list in
        document.children(of: list).allSatisfy { item in
          document.nodes[item + 1].kind == .paragraph && document.nodes[item + 2].kind == .link
        }
      })
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

extension Document {
  /// The first heading that a list of contents shows: what stands before it leads into the page.
  fileprivate var endOfLead: Int {
    children(of: 0).first { nodes[$0].kind == .heading && (2...3).contains(nodes[$0].level) } ?? 1
  }

  /// Whether each line of a paragraph reads `Name: value`, as the fields of a role do.
  fileprivate func isFields(_ paragraph: Int) -> Bool {
    let children = Array(children(of: paragraph))
    guard children.contains(where: { nodes[$0].kind == .softBreak }) else { return false }
    return children.split(omittingEmptySubsequences: false) { nodes[$0].kind == .softBreak }.allSatisfy {
      line in
      guard let first = line.first, let last = line.last else { return false }
      let parts = plainText(in: first..<Int(nodes[last].end)).split(separator: ": ", maxSplits: 1)
      return parts.count == 2 && parts[0].count <= 24 && parts[0].first?.isUppercase == true
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
