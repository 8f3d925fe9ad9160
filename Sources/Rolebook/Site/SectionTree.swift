/// The folders of the content as sections, in the order in which readers meet them.
struct SectionTree: Sendable {
  struct Section: Sendable {
    /// The path below the content folder: `bigquery`; empty for the whole site.
    let folder: String
    let address: String
    let title: String
    let order: Int?
    /// The page that introduces it, if one has its address.
    let index: Int?
    let parent: Int?
    var entries: [Entry] = []
  }

  enum Entry: Sendable, Hashable {
    case page(Int)
    case section(Int)
  }

  /// The first is the whole site; a section follows the one it lies in.
  private(set) var sections: [Section] = []
  /// Beside the pages: the section each lies in; a section's index lies in that section.
  private(set) var sectionOfPage: [Int] = []
  /// All pages, as the sidebar lists them.
  private(set) var readingOrder: [Int] = []
  /// Beside the pages: the place in `readingOrder`.
  private(set) var rankOfPage: [Int] = []

  init(_ pages: [Page]) {
    var pageAt: [String: Int] = [:]
    for (index, page) in pages.enumerated() where pageAt[page.address] == nil { pageAt[page.address] = index }
    var sectionOf: [String: Int] = [:]
    for page in pages { _ = section(page.folder, pages, pageAt, &sectionOf) }
    if sections.isEmpty { _ = section("", pages, pageAt, &sectionOf) }
    let indices = Dictionary(
      sections.enumerated().compactMap { item in item.element.index.map { ($0, item.offset) } },
      uniquingKeysWith: { first, _ in first })
    sectionOfPage = pages.indices.map { indices[$0] ?? sectionOf[pages[$0].folder] ?? 0 }
    for page in pages.indices where indices[page] == nil {
      sections[sectionOfPage[page]].entries.append(.page(page))
    }
    for child in sections.indices {
      if let parent = sections[child].parent { sections[parent].entries.append(.section(child)) }
    }
    sort(pages)
    readingOrder = order(of: 0)
    rankOfPage = Array(repeating: 0, count: pages.count)
    for (rank, page) in readingOrder.enumerated() { rankOfPage[page] = rank }
  }

  /// The sections around this one, from the outside in, and itself.
  func path(to section: Int) -> [Int] {
    var path = [section]
    while let parent = sections[path[0]].parent { path.insert(parent, at: 0) }
    return path
  }

  /// The section of this folder, made with those around it when it is first met.
  private mutating func section(
    _ folder: String, _ pages: [Page], _ pageAt: [String: Int], _ known: inout [String: Int]
  ) -> Int {
    if let index = known[folder] { return index }
    let slash = folder.lastIndex(of: "/")
    let parent =
      folder.isEmpty
      ? nil : section(slash.map { String(folder[..<$0]) } ?? "", pages, pageAt, &known)
    let address = folder.isEmpty ? "/" : "/\(folder)/"
    let page = pageAt[address]
    let name = slash.map { folder[folder.index(after: $0)...] } ?? folder[...]
    sections.append(
      Section(
        folder: folder, address: address, title: page.map { pages[$0].title } ?? Self.title(of: name),
        order: page.flatMap { pages[$0].frontMatter.order }, index: page, parent: parent))
    known[folder] = sections.count - 1
    return sections.count - 1
  }

  /// `Reverse etl` for the folder `reverse-etl`.
  private static func title(of folder: Substring) -> String {
    let words = folder.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// By `order`, those without it last; then by title and path.
  private mutating func sort(_ pages: [Page]) {
    let keys = sections
    func key(_ entry: Entry) -> (Int, String, String) {
      switch entry {
      case .page(let page): (pages[page].frontMatter.order ?? .max, pages[page].title, pages[page].path)
      case .section(let section): (keys[section].order ?? .max, keys[section].title, keys[section].folder)
      }
    }
    for index in sections.indices {
      let keyed = sections[index].entries.map { (key: key($0), entry: $0) }
      sections[index].entries = keyed.sorted { $0.key < $1.key }.map(\.entry)
    }
  }

  private func order(of section: Int) -> [Int] {
    var pages = sections[section].index.map { [$0] } ?? []
    for entry in sections[section].entries {
      switch entry {
      case .page(let page): pages.append(page)
      case .section(let child): pages += order(of: child)
      }
    }
    return pages
  }
}
