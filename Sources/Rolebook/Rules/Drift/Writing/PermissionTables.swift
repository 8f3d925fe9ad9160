import Markdown

/// The permissions tables of a platform's current pages, to write new names where their like stand.
struct PermissionTables {
  private let tables: [PermissionTable]
  /// Resource, as a name without its verb → how many names of it each table declares.
  private let resources: [Substring: [Int: Int]]
  /// The same by service.
  private let services: [String: [Int: Int]]

  init(of platform: String, in catalog: Catalog) {
    tables = catalog.pages.indices.flatMap { index -> [PermissionTable] in
      let page = catalog.pages[index]
      guard page.platform == platform, page.kind == .reference, !page.isSuperseded else { return [] }
      return PermissionTable.all(of: page, catalog.facts[index])
    }
    resources = Self.count(tables) { Self.resource(of: $0) }
    services = Self.count(tables) { service(ofPermission: $0) }
  }

  /// The edits that declare new names of a service: in the table of their resource, else in the one that declares most
  /// of the service, else in a section of their own. Nothing where no table declares any.
  func adding(_ names: [String], of service: String) -> [Edit] {
    let sizes = services[service] ?? [:]
    guard let largest = Self.largest(of: sizes), let size = sizes[largest] else { return [] }
    let common = size * 2 > sizes.values.reduce(0, +) ? largest : newSection(beside: largest)
    let byTable = Dictionary(grouping: names) { name in
      resources[Self.resource(of: name)].flatMap(Self.largest) ?? common
    }
    return byTable.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.flatMap { index, names in
      index.map { tables[$0].adding(names) } ?? [tables[largest].addingSection(names)]
    }
  }

  /// The table for names without a place that an earlier update made on the page of another one.
  private func newSection(beside table: Int) -> Int? {
    tables.indices.first { tables[$0].isOfNewSection && tables[$0].page.file == tables[table].page.file }
  }

  /// The table that has most; the first of several.
  private static func largest(of counts: [Int: Int]) -> Int? {
    counts.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
  }

  private static func count<Key: Hashable>(
    _ tables: [PermissionTable], by key: (String) -> Key
  ) -> [Key: [Int: Int]] {
    tables.enumerated().reduce(into: [:]) { counts, table in
      for row in table.element.rows { counts[key(row.value), default: [:]][table.offset, default: 0] += 1 }
    }
  }

  /// A name without its verb.
  private static func resource(of name: String) -> Substring {
    name.lastIndex { ".:".contains($0) }.map { name[..<$0] } ?? ""
  }
}
