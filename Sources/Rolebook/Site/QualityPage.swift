import Markdown

extension SiteOutput {
  /// What the catalog lacks, for those who keep it.
  static let qualityPage = SiteOutput("quality lists") { plan in
    if plan.catalog.permissions.isEmpty { return [] }
    return [SiteFile(at: SitePlan.qualityAddress) { plan.renderQuality(to: &$0) }]
  }
}

extension SitePlan {
  static let qualityAddress = "/quality/"
  /// The longest list of the page; the feed has them whole.
  private static let longestList = 200

  fileprivate func renderQuality(to bytes: inout [UInt8]) {
    var content = PageContent(
      Self.qualityAddress, title: say("quality"), href: href(from: Self.qualityAddress))
    content.kind = "quality"
    content.summary = say("quality-summary")
    content.parents = [(say("home"), "/"), (say("permissions"), "/permissions/")]
    content.body.appendParagraph(content.summary)
    let all = catalog.permissions.indices
    append(
      "quality-undeclared", all.filter { !catalog.permissions[$0].isDeclared }, content.href, &content.body)
    append(
      "quality-unheld",
      all.filter { catalog.permissions[$0].isDeclared && catalog.permissions[$0].holders.isEmpty },
      content.href, &content.body)
    append("quality-admin", heldByAdminsOnly, content.href, &content.body)
    append(
      "quality-undescribed",
      all.filter { catalog.permissions[$0].isDeclared && catalog.permissions[$0].description.isEmpty },
      content.href, &content.body)
    appendRoles(content.href, to: &content.body)
    render(content, to: &bytes)
  }

  /// Permissions that only roles hold which hold everything of the service.
  private var heldByAdminsOnly: [Int] {
    platforms.flatMap { platform in
      platform.services.filter { $0.permissions.count > 2 }.flatMap { service in
        let counts = heldCounts(of: service)
        return service.permissions.filter { permission in
          let holders = catalog.permissions[permission].holders
          return !holders.isEmpty && holders.allSatisfy { counts[$0.role] == service.permissions.count }
        }
      }
    }
  }

  /// Role → how many permissions of a service it holds.
  private func heldCounts(of service: ServiceShelf) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for permission in service.permissions {
      for holder in catalog.permissions[permission].holders { counts[holder.role, default: 0] += 1 }
    }
    return counts
  }

  private func append(_ key: String, _ permissions: [Int], _ href: Href, _ html: inout [UInt8]) {
    appendList(key, permissions.count, to: &html) { html in
      html.appendList(permissions.prefix(Self.longestList), named: "names") { html, index in
        links.append(permission: index, href, to: &html)
      }
    }
  }

  private func appendRoles(_ href: Href, to html: inout [UInt8]) {
    let roles = catalog.roles.indices.filter {
      catalog.roles[$0].declaration.description?.text.isEmpty ?? true
    }
    appendList("quality-roles", roles.count, to: &html) { html in
      html.appendList(roles.prefix(Self.longestList), named: "names") { html, index in
        links.append(role: index, href, to: &html)
      }
    }
  }

  /// A heading with its count, and the list; a sentence where there is nothing to list.
  private func appendList(
    _ key: String, _ count: Int, to html: inout [UInt8], _ list: (inout [UInt8]) -> Void
  ) {
    html.appendHeading(say(key), id: key, count: count)
    if count == 0 { return html.appendParagraph(say("quality-none")) }
    list(&html)
    if count > Self.longestList {
      html.appendParagraph(say("and-more", ["count": String(count - Self.longestList)]))
    }
  }
}
