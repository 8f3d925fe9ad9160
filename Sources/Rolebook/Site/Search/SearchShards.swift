import Markdown

extension SitePlan {
  /// What the site's search loads when it is opened, and then term by term: scripts, because a page that is opened
  /// from a disk may load no other data.
  func searchFiles(_ index: TextIndex) -> [SiteFile] {
    let names = SiteFile(shard: "search/names.js") { self.appendNames(to: &$0, index) }
    let text = index.shards.enumerated().map { index, shard in
      SiteFile(shard: "search/text-\(index).js") { json in
        json.value(String(decoding: shard.lines, as: UTF8.self))
      }
    }
    return [names] + text
  }
}

extension SitePlan {
  /// Everything that has a name: pages with their headings, and the permissions and roles of each platform. Where
  /// a page's address follows from its name, it is left out.
  fileprivate func appendNames(to json: inout JSON, _ textIndex: TextIndex) {
    json.object { json in
      json.member("common", textIndex.commonTerms)
      json.member("lists") { json in
        json.array(generatedPages) { json, page in json.array([page.title, page.address]) }
      }
      json.member("pages") { json in
        json.array(catalog.pages) { json, page in append(page, to: &json) }
      }
      json.member("platforms") { json in
        json.array(platforms) { json, platform in append(platform, to: &json) }
      }
      json.member("text", textIndex.shards.lazy.map(\.first))
    }
  }

  /// The lists and tools that no author wrote.
  private var generatedPages: [(title: String, address: String)] {
    var pages: [(title: String, address: String)] = []
    if !catalog.permissions.isEmpty {
      pages += [(say("permissions"), "/permissions/"), (say("quality"), Self.qualityAddress)]
    }
    if !catalog.roles.isEmpty {
      pages.append((say("roles"), "/roles/"))
      pages += Tool.all.map { (say("\($0.name)-title"), $0.address) }
    }
    for platform in platforms {
      let name = ["platform": title(ofPlatform: platform.name)]
      if !platform.permissions.isEmpty {
        pages.append((say("permissions-of", name), "/permissions/\(platform.name)/"))
      }
      if !platform.roles.isEmpty { pages.append((say("roles-of", name), "/roles/\(platform.name)/")) }
      if platform.hasMatrix { pages.append((say("matrix-title", name), "/matrix/\(platform.name)/")) }
    }
    return pages
  }

  /// The title, the address, and for each section its heading and its anchor.
  private func append(_ page: Page, to json: inout JSON) {
    var row = [page.title, page.address]
    for heading in page.headings where heading.level > 1 { row += [heading.text, heading.anchor] }
    json.array(row)
  }

  private func append(_ platform: PlatformShelf, to json: inout JSON) {
    let permissions = catalog.permissions[platform.permissions]
    let roles = catalog.roles[platform.roles]
    let prefix = settings.platforms[platform.name]?.rolePrefix ?? ""
    json.object { json in
      json.member("name", platform.name)
      json.member("permissions", frontCoded(permissions.map(\.name)))
      json.member("permissionFiles") { $0.oddFiles(permissions.map { ($0.name, $0.fileName) }) }
      json.member("permissionWeights", weights(permissions.map { $0.weight(in: catalog) }))
      json.member("rolePrefix", prefix)
      json.member("roles", frontCoded(roles.map(\.id)))
      json.member("roleFiles") { $0.oddFiles(roles.map { ($0.id.without(prefix), $0.fileName) }) }
      json.member("roleTitles", roles.map { $0.title == $0.id ? "" : $0.title }.joined(separator: "\n"))
      json.member("roleWeights", weights(roles.map(\.weight)))
      json.member("title", title(ofPlatform: platform.name))
    }
  }

  /// How often a name is spoken of, as a digit each: of two names that fit as well, the more common one is meant.
  private func weights(_ counts: [Int]) -> String {
    counts.map { String(min(9, Int.bitWidth - ($0 + 1).leadingZeroBitCount - 1)) }.joined()
  }
}

extension Permission {
  /// How often it is held, needed and named; a guide's need counts four times.
  fileprivate func weight(in catalog: Catalog) -> Int {
    holders.count + 4 * (requiredBy.count + usedBy.count) + mentions.count
  }
}

extension Role {
  fileprivate var weight: Int { 4 * usedBy.count + mentions.count }
}
