import Markdown

extension SiteOutput {
  /// What the site's search loads when it is opened, and then term by term: scripts, because a page that is opened
  /// from a disk may load no other data.
  static let searchShards = SiteOutput("search shards") { plan in
    let names = SiteFile(shard: "search/names.js") { plan.appendNames(to: &$0) }
    let text = plan.textIndex.shards.enumerated().map { index, shard in
      SiteFile(shard: "search/text-\(index).js") { json in
        json.value(String(decoding: shard.lines, as: UTF8.self))
      }
    }
    return [names] + text
  }
}

extension SiteFile {
  /// A script that hands one value to whoever asked for it: see `templates/scripts/core.js`.
  init(shard path: String, value: @escaping @Sendable (inout JSON) -> Void) {
    self.init(path) { bytes in
      bytes.append("rolebook.shard(\"\(path)\",")
      var buffer: [UInt8] = []
      swap(&buffer, &bytes)
      var json = JSON(appendingTo: consume buffer, layout: .row)
      value(&json)
      bytes = json.bytes
      bytes.append(");\n")
    }
  }
}

extension SitePlan {
  /// Everything that has a name: pages with their headings, and the permissions and roles of each platform. Where
  /// a page's address follows from its name, it is left out.
  fileprivate func appendNames(to json: inout JSON) {
    json.object { json in
      json.member("common", textIndex.commonTerms)
      json.member("pages") { json in
        json.array(catalog.pages) { json, page in append(page, to: &json) }
      }
      json.member("platforms") { json in
        json.array(platforms) { json, platform in append(platform, to: &json) }
      }
      json.member("text", textIndex.shards.lazy.map(\.first))
    }
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
      json.member("permissionFiles") { json in
        appendOddFiles(permissions.map { ($0.name, $0.fileName) }, to: &json)
      }
      json.member("permissionWeights", weights(permissions.map { $0.weight(in: catalog) }))
      json.member("rolePrefix", prefix)
      json.member("roles", frontCoded(roles.map(\.id)))
      json.member("roleFiles") { json in
        appendOddFiles(
          roles.map { (String($0.id.dropFirst($0.id.hasPrefix(prefix) ? prefix.count : 0)), $0.fileName) },
          to: &json)
      }
      json.member("roleTitles", roles.map { $0.title == $0.id ? "" : $0.title }.joined(separator: "\n"))
      json.member("roleWeights", weights(roles.map(\.weight)))
      json.member("title", title(ofPlatform: platform.name))
    }
  }

  /// By place in the list, the file names that do not follow from the name.
  private func appendOddFiles(_ names: [(name: String, file: String)], to json: inout JSON) {
    json.object { json in
      for (index, entry) in names.enumerated()
      where entry.file != String(entry.name.map { $0 == "/" ? "~" : $0 }) {
        json.member(key: String(index)) { $0.value(entry.file) }
      }
    }
  }

  /// How often a name is spoken of, as a digit each: of two names that fit as well, the more common one is meant.
  private func weights(_ counts: [Int]) -> String {
    counts.map { String(min(9, Int.bitWidth - ($0 + 1).leadingZeroBitCount - 1)) }.joined()
  }
}

/// Ascending names, a line each: how many bytes it shares with the one before, as one digit in base 36, and the rest.
/// Names with other than ASCII are written whole.
func frontCoded(_ names: [String]) -> String {
  var bytes: [UInt8] = []
  var last: [UInt8] = []
  for name in names {
    let own = Array(name.utf8)
    let isASCII = own.allSatisfy { $0 < 0x80 } && last.allSatisfy { $0 < 0x80 }
    let shared = isASCII ? min(35, zip(own, last).prefix { $0 == $1 }.count) : 0
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    bytes.appendBase36(UInt32(shared))
    bytes.append(contentsOf: own[shared...])
    last = own
  }
  return String(decoding: bytes, as: UTF8.self)
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
