extension SiteOutput {
  static let pagesFeed = SiteOutput("pages in the feed") { plan in
    [
      Feed.file("pages.json") { json in
        json.member("pages") { json in
          json.array(plan.catalog.pages.indices) { json, page in
            json.object { plan.append(page: page, to: &$0) }
          }
        }
      }
    ]
  }
}

extension SitePlan {
  fileprivate func append(page index: Int, to json: inout JSON) {
    let page = catalog.pages[index]
    let frontMatter = page.frontMatter
    json.member("facts") { json in
      let kinds = catalog.facts[index].filter(placeIDs.isStated).compactMap(\.kind)
      let counts = Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
      json.object { json in
        for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
          json.member(key: kind) { $0.value(count) }
        }
      }
    }
    json.member("kind", page.kind.rawValue)
    json.member("last_modified", ifPresent: frontMatter.lastModified?.value)
    json.member("path", page.path)
    json.member("platform", ifPresent: page.platform)
    json.member("redirects", frontMatter.redirectFrom.lazy.map(\.value).sorted())
    json.member("status", page.status.rawValue)
    json.member("superseded_by", ifPresent: frontMatter.supersededBy?.value)
    json.member("title", page.title)
    json.member("url", url(page.address))
  }
}

extension Fact {
  /// The name of its kind in the feed; none for what is only read on the way to facts.
  fileprivate var kind: String? {
    switch self {
    case .permission: "permission"
    case .role: "role"
    case .requirement: "requirement"
    case .assignment: "assignment"
    case .claim: "claim"
    case .script: "script"
    case .step, .stepReference, .table, .chain, .unknownOption, .unplacedOption: nil
    }
  }
}
