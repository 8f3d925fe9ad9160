/// Where the links and images of each page lead.
public struct LinkIndex: Sendable {
  /// Beside `Catalog.pages`: each page's links in reading order.
  public let links: [[PageLink]]
  /// Beside `Catalog.pages`: where `superseded_by` leads; nil for a page that has none.
  public let successors: [PageLink.Target?]
  /// Beside `Catalog.redirects`.
  public let redirects: [RedirectEnds]
  /// The pages with a link or a successor that is astray, as indices, ascending.
  let strayPages: [Int]
  /// What the links were resolved by.
  let targets: LinkTargets?

  init(
    links: [[PageLink]], successors: [PageLink.Target?] = [], redirects: [RedirectEnds] = [],
    targets: LinkTargets? = nil
  ) {
    self.targets = targets
    self.links = links
    self.successors = successors
    self.redirects = redirects
    strayPages = links.indices.filter { page in
      links[page].contains { $0.target.isAstray }
        || page < successors.count && successors[page]?.isAstray == true
    }
  }

  /// Resolves the links of all pages, in parallel.
  static func resolve(
    _ pages: [Page], _ files: [SourceFile], _ permissions: [Permission], _ roles: [Role],
    _ redirects: [Redirect], _ settings: Settings, jobs: Int
  ) async -> LinkIndex {
    let anchors = await parallelMap(pages.count, jobs: jobs) { LinkTargets.anchors(of: pages[$0]) }
    let targets = LinkTargets(pages, anchors: anchors, files, permissions, roles, redirects, settings)
    return LinkIndex(
      links: await parallelMap(pages.count, jobs: jobs) { targets.resolve(pages[$0], settings) },
      successors: pages.map(targets.successor), redirects: redirects.map(targets.ends), targets: targets)
  }

  /// The links of a page, in reading order; none where they were not resolved.
  func links(ofPage index: Int) -> [PageLink] { links.indices.contains(index) ? links[index] : [] }

  /// The page that takes this one's place.
  public func successor(of page: Int) -> Int? {
    guard page < successors.count, case .page(let successor, _) = successors[page] else { return nil }
    return successor
  }
}

/// What is at the two ends of a redirect.
public struct RedirectEnds: Sendable {
  /// The page or file that is published at the redirect's own address; nil where the address is free.
  public let source: PageLink.Target?
  /// Where it leads; nil where that is no single address, as with a pattern.
  public let target: PageLink.Target?
}

/// A link or image of a page, resolved.
public struct PageLink: Sendable {
  public enum Target: Sendable, Equatable {
    /// A page of the site, with an anchor that it has.
    case page(Int, anchor: String?)
    /// A page of the site, with an anchor that it has not.
    case missingAnchor(page: Int, anchor: String)
    /// A path inside the site where there is no page and no file.
    case missingPage(String)
    /// A generated page or a file that is carried over: its address from `/`.
    case file(String)
    /// Another site, a mail address.
    case external
    /// A scheme that is not allowed: `javascript:`.
    case unsafe

    /// Whether it is no place that readers can be led to.
    var isAstray: Bool {
      switch self {
      case .missingAnchor, .missingPage, .unsafe: true
      case .page, .file, .external: false
      }
    }
  }

  /// The index of the link or image in the page's nodes.
  public let node: Int
  public let target: Target
  public let place: Place
}

extension Page {
  /// A link's destination as written.
  public func destination(of link: PageLink) -> String { document.string(document.nodes[link.node].literal) }
}
