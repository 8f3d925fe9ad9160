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

  /// Address → the first page that has it.
  private(set) var pageAt: [String: Int] = [:]
  private var sectionOf: [String: Int] = [:]
  private let titles: [String: String]

  /// `titles` are those of folders that no page introduces, by the folder's own name.
  init(_ pages: [Page], titles: [String: String]) {
    self.titles = titles
    pageAt = Dictionary(
      zip(pages.lazy.map(\.address), pages.indices), uniquingKeysWith: { first, _ in first })
    var last = (folder: "", section: section(of: "", pages, titles))
    sectionOfPage = pages.map { page in
      // Most pages follow another one of their folder.
      let folder = page.folder
      if folder != last.folder { last = (folder, section(of: folder, pages, titles)) }
      return last.section
    }
    fill(pages.count)
    sort(pages)
    readingOrder = order(of: 0)
    rankOfPage = Array(repeating: 0, count: pages.count)
    for (rank, page) in readingOrder.enumerated() { rankOfPage[page] = rank }
  }

  /// Whether it would be the same for these pages as for those that it was made of.
  func isTree(of pages: [Page], as made: [Page], _ titles: [String: String]) -> Bool {
    self.titles == titles && pages.count == made.count
      && pages.indices.allSatisfy { pages[$0].isSame(as: made[$0]) || pages[$0].stands(as: made[$0]) }
  }

  /// The sections around this one, from the outside in, and itself.
  func path(to section: Int) -> [Int] {
    var path = [section]
    while let parent = sections[path[0]].parent { path.insert(parent, at: 0) }
    return path
  }

  /// The section of this folder; where it is not there yet, it is added, and before it those around it.
  private mutating func section(of folder: String, _ pages: [Page], _ titles: [String: String]) -> Int {
    if let known = sectionOf[folder] { return known }
    let parent = folder.isEmpty ? nil : section(of: folder.outerFolder ?? "", pages, titles)
    let address = folder.isEmpty ? "/" : "/\(folder)/"
    let page = pageAt[address]
    let name = String(folder.split(separator: "/").last ?? "")
    let number = sections.count
    sectionOf[folder] = number
    sections.append(
      Section(
        folder: folder, address: address,
        title: page.map { pages[$0].title } ?? titles[name] ?? Self.title(of: name),
        order: page.flatMap { pages[$0].frontMatter.order }, index: page, parent: parent))
    return number
  }

  /// Gives each section its entries, and the pages that introduce one to it.
  private mutating func fill(_ pageCount: Int) {
    var introduces = [Bool](repeating: false, count: pageCount)
    for (index, section) in sections.enumerated() {
      if let page = section.index {
        introduces[page] = true
        sectionOfPage[page] = index
      }
      if let parent = section.parent { sections[parent].entries.append(.section(index)) }
    }
    for page in 0..<pageCount where !introduces[page] {
      sections[sectionOfPage[page]].entries.append(.page(page))
    }
  }

  /// `Reverse etl` for the folder `reverse-etl`.
  private static func title(of folder: String) -> String {
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

extension Page {
  /// Whether it has the same place among others.
  fileprivate func stands(as other: Page) -> Bool {
    address == other.address && title == other.title && path == other.path
      && frontMatter.order == other.frontMatter.order
  }
}
