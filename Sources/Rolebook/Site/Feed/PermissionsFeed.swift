extension SiteOutput {
  static let permissionsFeed = SiteOutput("permissions in the feed") { plan in
    let all = Feed.file("permissions.json") { json in
      json.member("permissions") { json in
        json.array(plan.catalog.permissions.indices) { json, permission in
          json.object { plan.append(permission: permission, to: &$0) }
        }
      }
    }
    return [all]
      + plan.catalog.permissions.indices.map { index in
        let address = plan.catalog.permissions[index].address
        return Feed.file(Feed.path(of: address)) { plan.append(permission: index, to: &$0) }
      }
  }
}

extension SitePlan {
  fileprivate func append(permission index: Int, to json: inout JSON) {
    let permission = catalog.permissions[index]
    if !permission.description.isEmpty { json.member("description", permission.description) }
    if !permission.conditionalHolders.isEmpty {
      json.member("conditionally_granted_by") { json in
        json.array(permission.conditionalHolders) { json, holder in
          json.object { json in
            json.member("condition", holder.condition)
            json.member("role", catalog.roles[holder.role].id)
          }
        }
      }
    }
    json.member("granted_by") { json in
      json.array(permission.holders.sorted { $0.role < $1.role }) { append($1, to: &$0) }
    }
    json.member(
      "mentioned_in", pages(ofMentions: permission.mentions).lazy.map { self.catalog.pages[$0].path })
    json.member("name", permission.name)
    json.member("platform", permission.platform)
    json.member("required_by", paths(ofGuides: permission.requiredBy))
    if !permission.resource.isEmpty { json.member("resource", permission.resource) }
    json.member("see_also", permission.seeAlso)
    json.member("service", permission.service)
    json.member("sources", sources(ofPermission: index))
    json.member("stage", permission.stage.rawValue)
    json.member("url", url(permission.address))
    json.member("used_by", paths(ofGuides: permission.usedBy))
    if !permission.verb.isEmpty { json.member("verb", permission.verb) }
  }

  /// Where it is declared; where roles name it, if no page declares it.
  func sources(ofPermission index: Int) -> [String] {
    let declarations = catalog.permissions[index].declarations
    return declarations.isEmpty ? namings[index] : declarations.map(placeIDs.id).sorted()
  }

  private func append(_ holder: Holder, to json: inout JSON) {
    let role = catalog.roles[holder.role]
    json.object { json in
      json.member("role", role.id)
      json.member("via", holder.entries.lazy.map { role.entries[$0].name.value })
    }
  }
}

extension Permission {
  /// The permissions that its descriptions name, each once, ascending.
  var seeAlso: [String] {
    guard declarations.contains(where: { !$0.seeAlso.isEmpty }) else { return [] }
    return Set(declarations.flatMap { $0.seeAlso.map(\.value) }).sorted()
  }
}
