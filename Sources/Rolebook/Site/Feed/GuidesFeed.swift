extension SiteOutput {
  static let guidesFeed = SiteOutput("guides in the feed") { plan in
    let all = Feed.file("guides.json") { json in
      json.member("guides") { json in
        json.array(plan.catalog.guides.indices) { json, guide in
          json.object { plan.append(guide: guide, to: &$0) }
        }
      }
    }
    return [all]
      + zip(plan.catalog.guides.indices, fileNames(of: plan)).map { guide, name in
        Feed.file("guides/\(name).json") { plan.append(guide: guide, to: &$0) }
      }
  }

  /// The guides' paths without their endings; those that differ from an earlier one only in case get a digest.
  private static func fileNames(of plan: SitePlan) -> [String] {
    var taken: Set<String> = []
    return plan.catalog.guides.map { guide in
      let path = plan.catalog.pages[guide.page].path
      let name = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
      return taken.insert(name.lowercased()).inserted ? name : name + "~" + FileNames.digest(path)
    }
  }
}

extension SitePlan {
  fileprivate func append(guide index: Int, to json: inout JSON) {
    let guide = catalog.guides[index]
    let page = catalog.pages[guide.page]
    json.member("combinations") { json in
      json.array(guide.combinations) { append($1, platform: page.platform, to: &$0) }
    }
    json.member("options") { json in
      json.array(guide.options) { append($1, ofGuide: index, to: &$0) }
    }
    json.member("path", page.path)
    json.member("platform", ifPresent: page.platform)
    json.member("requirements") { append(guide.requirements, to: &$0) }
    json.member("sources", sources(of: guide))
    json.member("status", page.status.rawValue)
    json.member("steps") { json in json.array(guide.steps) { $1.append(to: &$0) } }
    json.member("superseded_by", ifPresent: page.frontMatter.supersededBy?.value)
    json.member("task", ifPresent: guide.task)
    json.member("title", page.title)
    json.member("url", url(page.address))
  }

  private func append(_ option: GuideOption, ofGuide index: Int, to json: inout JSON) {
    let claims = proofs[index].claims(inOption: option.id)
    json.object { json in
      json.member("access") { json in json.array(claims) { append($1, ofGuide: index, to: &$0) } }
      json.member("grants", grants[index].grants(inOption: option.id).lazy.map(\.id))
      if let group = option.declaration?.group, !group.isEmpty { json.member("group", group) }
      json.member("id", option.id)
      json.member("permissions") { append(option.permissions, to: &$0) }
      json.member("roles") { json in
        json.array(roles(of: option, ofGuide: index)) { $1.append(to: &$0) }
      }
      json.member("title", ifPresent: option.declaration?.title)
    }
  }

  private func append(_ claim: ClaimProofs.Claimed, ofGuide index: Int, to json: inout JSON) {
    let proofs = proofs[index]
    json.object { json in
      json.member("access", claim.claim.access.value.text)
      json.member("proved_by", claim.statements.map { placeIDs.id(of: $0, options: proofs.options(of: $0)) })
      json.member("role", claim.claim.grantee.value)
      json.member("securable", claim.claim.object.value.text)
      json.member("verdict", claim.verdict.rawValue)
    }
  }

  /// What the option assigns, each role once for a securable.
  private func roles(of option: GuideOption, ofGuide index: Int) -> [AssignedRole] {
    let platform = catalog.pages[catalog.guides[index].page].platform
    var roles: [AssignedRole] = []
    for assignment in option.roles {
      let role = AssignedRole(id: roleID(assignment, platform: platform), securable: assignment.securable)
      if !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  private func append(_ requirements: [Requirement], to json: inout JSON) {
    json.array(requirements) { json, requirement in
      json.object { json in
        json.member("permission", requirement.permission.value)
        if !requirement.purpose.isEmpty { json.member("purpose", requirement.purpose) }
        json.member("securable", requirement.securable.text)
      }
    }
  }

  private func append(_ combination: Combination, platform: String?, to json: inout JSON) {
    json.object { json in
      json.member("coverage") { json in
        json.array(combination.coverage) { json, coverage in
          json.object { append(coverage, platform: platform, to: &$0) }
        }
      }
      json.member("options", combination.options)
    }
  }

  private func append(_ coverage: Coverage, platform: String?, to json: inout JSON) {
    json.member("excess_count", coverage.excess.count)
    json.member("granted_count", coverage.granted.count)
    json.member("missing", coverage.missing.indices.map { catalog.permissions[$0].name })
    json.member("required_count", coverage.required.count)
    json.member("securable", coverage.securable.text)
    json.member("smallest_roles", smallestRoles(for: coverage, platform: platform))
  }

  private func sources(of guide: Guide) -> [String] {
    placeIDs.all(of: catalog.facts[guide.page]).map(\.id).sorted()
  }
}

private struct AssignedRole: Equatable {
  let id: String
  let securable: Securable

  func append(to json: inout JSON) {
    json.object { json in
      json.member("role", id)
      json.member("securable", securable.text)
    }
  }
}

extension Step {
  fileprivate func append(to json: inout JSON) {
    json.object { json in
      json.member("number", number)
      json.member("text", text)
    }
  }
}
