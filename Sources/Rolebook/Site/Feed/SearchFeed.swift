extension SiteOutput {
  /// What the site's search loads: one file, or shards where it would be large.
  static let searchFeed = SiteOutput("search entries") { plan in
    let shards = SearchEntry.shards(plan.catalog)
    guard shards.count > 1 else {
      return [
        Feed.file("search.json") { json in
          json.member("search") { append(shards.first ?? [], of: plan, to: &$0) }
        }
      ]
    }
    let names = shards.indices.map(SearchEntry.name)
    return [Feed.file("search.json") { $0.member("shards", names) }]
      + shards.indices.map { index in
        Feed.file(names[index]) { json in
          json.member("search") { append(shards[index], of: plan, to: &$0) }
        }
      }
  }

  private static func append(_ entries: [SearchEntry], of plan: SitePlan, to json: inout JSON) {
    json.array(entries) { json, entry in entry.append(of: plan.catalog, to: &json) }
  }
}

/// Something that a reader may look for.
enum SearchEntry: Sendable {
  case page(Int)
  case permission(Int)
  case role(Int)

  /// The size of a shard in bytes, about.
  private static let shardSize = 150_000

  /// How many entries each file holds.
  static func rows(of catalog: Catalog) -> [(String, Int)] {
    let shards = shards(catalog)
    if shards.count < 2 { return [("search.json", shards.first?.count ?? 0)] }
    return [("search.json", shards.count)]
      + shards.enumerated().map { (name(ofShard: $0.offset), $0.element.count) }
  }

  fileprivate static func name(ofShard index: Int) -> String { "search/\(index).json" }

  fileprivate static func shards(_ catalog: Catalog) -> [[SearchEntry]] {
    let entries =
      catalog.pages.indices.map { SearchEntry.page($0) }
      + catalog.roles.indices.map { .role($0) } + catalog.permissions.indices.map { .permission($0) }
    var shards: [[SearchEntry]] = []
    var size = shardSize
    for entry in entries {
      if size >= shardSize {
        shards.append([])
        size = 0
      }
      shards[shards.count - 1].append(entry)
      size += entry.size(catalog)
    }
    return shards
  }

  /// About how many bytes the entry takes.
  private func size(_ catalog: Catalog) -> Int {
    switch self {
    case .page(let index):
      catalog.pages[index].headings.reduce(120) { $0 + $1.text.utf8.count + $1.anchor.utf8.count + 70 }
    case .permission(let index): 110 + catalog.permissions[index].name.utf8.count * 2
    case .role(let index): 150 + catalog.roles[index].id.utf8.count * 2
    }
  }

  fileprivate func append(of catalog: Catalog, to json: inout JSON) {
    json.object { json in
      switch self {
      case .page(let index): Self.append(catalog.pages[index], to: &json)
      case .permission(let index):
        let permission = catalog.permissions[index]
        json.member("address", permission.address)
        json.member("kind", "permission")
        json.member("title", permission.name)
      case .role(let index):
        let role = catalog.roles[index]
        json.member("address", role.address)
        json.member("id", role.id)
        json.member("kind", "role")
        json.member("title", role.title)
      }
    }
  }

  private static func append(_ page: Page, to json: inout JSON) {
    json.member("address", page.address)
    json.member("headings") { json in
      json.array(page.headings.lazy.filter { $0.level > 1 }) { json, heading in
        json.object { json in
          json.member("anchor", heading.anchor)
          json.member("text", heading.text)
        }
      }
    }
    json.member("kind", page.kind.rawValue)
    json.member("title", page.title)
  }
}
