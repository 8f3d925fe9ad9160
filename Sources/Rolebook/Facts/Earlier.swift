import Markdown

/// A catalog of the same pages before some of them changed: what it says of the others is taken over.
struct Earlier: Sendable {
  let catalog: Catalog
  /// The pages that changed, as indices, ascending.
  let changed: [Int]

  /// Nil where the pages are others than before.
  init?(_ catalog: Catalog?, _ pages: [Page]) {
    guard let catalog, catalog.pages.count == pages.count,
      zip(pages, catalog.pages).allSatisfy({ $0.file == $1.file && $0.path == $1.path })
    else { return nil }
    self.catalog = catalog
    changed = pages.indices.filter { !pages[$0].isSame(as: catalog.pages[$0]) }
  }

  /// What the pages name, where the names are those of before.
  func found(_ names: NameIndex, _ find: (Int) -> Mention.Found) -> Mention.Found? {
    guard names == catalog.names else { return nil }
    var found = Mention.Found(
      mentions: catalog.mentions, strangers: catalog.strangers, titles: catalog.titles)
    for page in changed {
      let new = find(page)
      found.mentions.replace(on: page, by: new.mentions, \.page)
      found.strangers.replace(on: page, by: new.strangers, \.page)
      found.titles.replace(on: page, by: new.titles, \.page)
    }
    return found
  }

  /// Where links lead, where names, redirects and files are those of before: only the links of changed pages, and those
  /// to pages whose anchors changed, are resolved.
  func links(
    of pages: [Page], _ names: NameIndex, _ redirects: [Redirect], _ settings: Settings
  ) -> LinkIndex? {
    let known = catalog.links
    guard names == catalog.names, var targets = known.targets, redirects.count == catalog.redirects.count,
      zip(redirects, catalog.redirects).allSatisfy({ $0.leads(as: $1) })
    else { return nil }
    var stale = Set(changed)
    let moved = Set(changed.filter { targets.replaceAnchors(of: $0, by: LinkTargets.anchors(of: pages[$0])) })
    if !moved.isEmpty {
      for (page, links) in known.links.enumerated() where links.contains(where: { $0.leads(toOneOf: moved) })
      {
        stale.insert(page)
      }
    }
    var (links, successors) = (known.links, known.successors)
    for page in stale {
      links[page] = targets.resolve(pages[page], settings)
      successors[page] = targets.successor(of: pages[page])
    }
    for (page, successor) in successors.enumerated() where !stale.contains(page) {
      if let successor, successor.leads(toOneOf: moved) {
        successors[page] = targets.successor(of: pages[page])
      }
    }
    return LinkIndex(
      links: links, successors: successors, redirects: redirects.map(targets.ends), targets: targets)
  }
}

extension PageLink {
  fileprivate func leads(toOneOf pages: Set<Int>) -> Bool { target.leads(toOneOf: pages) }
}

extension PageLink.Target {
  fileprivate func leads(toOneOf pages: Set<Int>) -> Bool {
    switch self {
    case .page(let page, _), .missingAnchor(let page, _): pages.contains(page)
    default: false
    }
  }
}

extension Redirect {
  /// Whether it leads from and to the same addresses under the same conditions.
  fileprivate func leads(as other: Redirect) -> Bool {
    from.value == other.from.value && to == other.to && condition == other.condition
  }
}

extension Array {
  /// Puts others in the place of the elements of one page; they lie in the order of their pages.
  fileprivate mutating func replace(on page: Int, by new: [Element], _ pageOf: (Element) -> Int) {
    let start = partitioningIndex { pageOf($0) >= page }
    let end = partitioningIndex { pageOf($0) > page }
    replaceSubrange(start..<end, with: new)
  }
}
