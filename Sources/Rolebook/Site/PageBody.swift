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
    // The text of a declaration, shown elsewhere, does not hold the name it declares.
    let declared = isWholePage ? declaredNames(page: index) : [:]
    return HTMLHooks(
      destination: { node in
        links.first(byNode: node, \.node).flatMap { self.destination(of: $0, href) }
      },
      mention: { node in
        if let mention = mentions.first(byNode: node, \.node) {
          return self.destination(of: mention.target, href)
        }
        let start = page.document.nodes[node].span.start
        return declared[start].map { href.to($0) }
      },
      anchor: { node in
        isWholePage ? page.headings.first(byNode: node, \.node)?.anchor : nil
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

  private func destination(of target: ResolvedMention.Target, _ href: Href) -> String {
    switch target {
    case .permission(let index): href.to(catalog.permissions[index].address)
    case .role(let index): href.to(catalog.roles[index].address)
    }
  }

  /// Where the code spans start that declare a permission or role, and the pages of these.
  private func declaredNames(page index: Int) -> [Int: String] {
    var addresses: [Int: String] = [:]
    func add(_ place: Place, _ address: String) {
      // A name is written without the backticks that its code span starts with.
      for offset in 0...2 where place.span.start >= offset {
        addresses[place.span.start - offset] = address
      }
    }
    for fact in catalog.facts[index] {
      switch fact {
      case .permission(let permission):
        let found = catalog.names.permission(permission.name.value, platform: permission.platform)
        if let found { add(permission.name.place, catalog.permissions[found].address) }
      case .role(let role):
        let found = catalog.names.role(id: role.id.value, platform: role.platform)
        if let found { add(role.id.place, catalog.roles[found].address) }
      default: break
      }
    }
    return addresses
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
