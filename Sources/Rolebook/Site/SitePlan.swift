import Markdown

/// What the outputs share: the catalog, and what is worked out from it once for all pages.
///
/// A class, so that the closures of all files hold one reference.
final class SitePlan: Sendable {
  let catalog: Catalog
  let templates: Templates
  /// Whether a page of changes is published.
  let hasChanges: Bool
  /// When files were last committed, by their paths: `2026-11-21`.
  let commitDates: [String: String]
  /// The address of the site's icon.
  let icon: String
  let sections: SectionTree
  let sidebars: Sidebars
  /// One for each platform, ordered by name.
  let platforms: [PlatformShelf]
  let links: EntityLinks
  /// Beside `catalog.pages`: the mentions on each page, a range of `catalog.mentions`.
  let pageMentions: [Range<Int>]
  /// Beside `catalog.pages`: the guide on the page.
  let guideOfPage: [Int?]
  /// Beside `catalog.files`: the page that a file holds.
  let pageOfFile: [Int?]
  /// Beside `catalog.roles`: how many permissions each holds.
  let roleSizes: [Int]
  /// The permissions that no page declares.
  let undocumented: PermissionSet
  let placeIDs: PlaceIDs
  let namings: Namings
  /// Beside `catalog.guides`.
  let grants: [GuideGrants]
  /// Beside `catalog.guides`.
  let proofs: [ClaimProofs]
  /// In the order they are shown.
  let findings: [FindingRecord]
  /// See `findingsByFile`.
  let findingsOfFile: [FileID: [Int]]
  let accessIndex: AccessIndex

  /// What an earlier plan says of the same pages is taken over.
  init(
    _ catalog: Catalog, _ templates: Templates, findings: [FindingRecord] = [], hasChanges: Bool = false,
    commitDates: [String: String] = [:], after earlier: SitePlan? = nil
  ) {
    self.catalog = catalog
    self.findings = findings
    self.templates = templates
    self.hasChanges = hasChanges
    self.commitDates = commitDates
    icon = Self.icon(among: catalog.files, catalog.settings)
    findingsOfFile = Self.findingsByFile(findings)
    accessIndex = AccessIndex(of: catalog)
    let namesIndexFiles = catalog.settings.baseURL == nil
    let titles = catalog.settings.platforms.compactMapValues(\.title)
    sections =
      earlier.flatMap {
        $0.sections.isTree(of: catalog.pages, as: $0.catalog.pages, titles) ? $0.sections : nil
      }
      ?? SectionTree(catalog.pages, titles: titles)
    platforms = PlatformShelf.all(of: catalog)
    sidebars = Sidebars(sections, platforms, catalog, templates.texts, hasChanges: hasChanges)
    links = EntityLinks(catalog, namesIndexFiles: namesIndexFiles)
    pageMentions = Self.ranges(of: catalog.mentions, pages: catalog.pages.count)
    var guides = [Int?](repeating: nil, count: catalog.pages.count)
    for (index, guide) in catalog.guides.enumerated() { guides[guide.page] = index }
    guideOfPage = guides
    var pages = [Int?](repeating: nil, count: catalog.files.count)
    for (index, page) in catalog.pages.enumerated() { pages[Int(page.file)] = index }
    pageOfFile = pages
    roleSizes = catalog.roles.map(\.permissions.count)
    var undocumented = PermissionSet(capacity: catalog.permissions.count)
    for (index, permission) in catalog.permissions.enumerated() where !permission.isDeclared {
      undocumented.insert(index)
    }
    self.undocumented = undocumented
    let places = PlaceIDs(catalog)
    placeIDs = places
    namings = Namings(of: undocumented, in: catalog, places)
    grants = catalog.guides.map { GuideGrants($0, in: catalog, places: places) }
    proofs = catalog.guides.map { ClaimProofs($0, in: catalog) }
  }

  var settings: Settings { catalog.settings }

  /// The links of a page at this address.
  func href(from address: String) -> Href {
    Href(from: address, namesIndexFiles: settings.baseURL == nil)
  }

  /// The address for readers and programs elsewhere: absolute where the site knows its base.
  func url(_ address: String) -> String {
    (settings.baseURL ?? "/") + Href.tail(of: address, namesIndexFiles: false)
  }

  /// The platform's title, else its name.
  func title(ofPlatform name: String) -> String { settings.platforms[name]?.title ?? name }

  /// Paths of pages for indices of guides, ascending.
  func paths(ofGuides guides: [Int]) -> [String] {
    guides.map { catalog.pages[catalog.guides[$0].page].path }.sorted()
  }

  /// The pages that hold these mentions, ascending, each once.
  func pages(ofMentions mentions: [Int]) -> [Int] {
    var pages: [Int] = []
    for page in mentions.lazy.map({ self.catalog.mentions[$0].page }).sorted() where page != pages.last {
      pages.append(page)
    }
    return pages
  }

  private static func ranges(of mentions: [Mention], pages: Int) -> [Range<Int>] {
    var ranges = [Range<Int>](repeating: 0..<0, count: pages)
    var start = 0
    while start < mentions.count {
      let page = mentions[start].page
      let end = mentions[start...].firstIndex { $0.page != page } ?? mentions.count
      ranges[page] = start..<end
      start = end
    }
    return ranges
  }
}
