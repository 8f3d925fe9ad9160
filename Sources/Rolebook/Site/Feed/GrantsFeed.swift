extension SiteOutput {
  static let grantsFeed = SiteOutput("grants in the feed") { plan in
    [
      Feed.file("grants.json") { json in
        json.member("grants") { json in
          let guides = plan.catalog.guides.indices
          json.array(guides.flatMap { guide in plan.grants[guide].grants.map { (guide, $0) } }) {
            json, item in
            plan.append(item.1, ofGuide: item.0, to: &json)
          }
        }
      }
    ]
  }
}

extension SitePlan {
  fileprivate func append(_ grant: GuideGrants.Grant, ofGuide index: Int, to json: inout JSON) {
    let guide = catalog.guides[index]
    json.object { json in
      json.member("grantee", ifPresent: grant.grantee)
      json.member("guide", catalog.pages[guide.page].path)
      json.member("id", grant.id)
      json.member("option", ifPresent: grant.option)
      if grant.role == nil { json.member("privileges", grant.privileges) }
      json.member("proves", proofs[index].claims(provedBy: grant.place).map { placeIDs.id(of: $0) })
      json.member("role", ifPresent: grant.role)
      json.member("securable", grant.securable.text)
      json.member("sources", grant.sources.sorted())
      json.member("statement", ifPresent: grant.statement)
    }
  }
}
