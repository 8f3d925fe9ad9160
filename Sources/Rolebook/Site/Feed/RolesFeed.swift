extension SiteOutput {
  static let rolesFeed = SiteOutput("roles in the feed") { plan in
    let all = Feed.file("roles.json") { json in
      json.member("roles") { json in
        json.array(plan.catalog.roles) { json, role in json.object { plan.append(role, to: &$0) } }
      }
    }
    return [all]
      + plan.catalog.roles.indices.map { index in
        Feed.file(Feed.path(of: plan.catalog.roles[index].address)) {
          plan.append(plan.catalog.roles[index], to: &$0)
        }
      }
  }
}

extension SitePlan {
  fileprivate func append(_ role: Role, to json: inout JSON) {
    let declaration = role.declaration
    if !role.conditions.isEmpty {
      json.member("conditional") { json in
        json.array(role.conditions) { json, held in
          json.object { json in
            json.member("condition", held.condition)
            json.member("entry", held.entry.name.value)
          }
        }
      }
    }
    json.member("description", ifPresent: declaration.description?.text)
    json.member("entries", role.entries.lazy.map(\.name.value))
    json.member("equal", ids(ofRoles: role.equal))
    json.member("expansion") { append(expansionOf: role, to: &$0) }
    json.member("id", role.id)
    json.member("inherits", role.entries.lazy.filter { $0.kind == .role }.map(\.name.value))
    json.member("kind", ifPresent: declaration.kind?.value.rawValue)
    json.member("lowest_resource", ifPresent: declaration.lowestResource?.value.lowercased())
    json.member("mentioned_in", pages(ofMentions: role.mentions).lazy.map { self.catalog.pages[$0].path })
    json.member("permissions", role.permissions.indices.lazy.map { self.catalog.permissions[$0].name })
    json.member("platform", role.platform)
    json.member(
      "sources", role.declarations.flatMap { [placeIDs.id(of: $0)] + placeIDs.entries(of: $0) }.sorted())
    json.member("stage", declaration.stage.rawValue)
    json.member("subsets", ids(ofRoles: role.subsets))
    json.member("supersets", ids(ofRoles: role.supersets))
    json.member("title", ifPresent: declaration.title?.value)
    json.member("undocumented", undocumentedNames(of: role))
    json.member("url", url(role.address))
    json.member("used_by", paths(ofGuides: role.usedBy))
  }

  /// The role's permissions that no page declares.
  func undocumentedNames(of role: Role) -> [String] {
    if undocumented.isEmpty { return [] }
    return role.permissions.indices.filter(undocumented.contains).map { catalog.permissions[$0].name }
  }

  private func append(expansionOf role: Role, to json: inout JSON) {
    let counts = zip(role.entries.map(\.name.value), role.expansion).sorted { $0.0 < $1.0 }
    json.object { json in
      for (index, entry) in counts.enumerated() where index == 0 || counts[index - 1].0 != entry.0 {
        json.member(key: entry.0) { $0.value(entry.1) }
      }
    }
  }

  private func ids(ofRoles roles: [Int]) -> [String] { roles.sorted().map { catalog.roles[$0].id } }
}
