import Markdown

extension SiteOutput {
  /// The list of platforms with their roles, and a list for each platform.
  static let roleLists = SiteOutput("lists of roles") { plan in
    if plan.catalog.roles.isEmpty { return [] }
    let overview = SiteFile(at: "/roles/") { bytes in
      plan.renderPlatforms(plan.say("roles"), "/roles/", { $0.roles.count }, to: &bytes)
    }
    return [overview]
      + plan.platforms.map { platform in
        SiteFile(at: "/roles/\(platform.name)/") { plan.renderRoles(of: platform, to: &$0) }
      }
  }
}

extension SitePlan {
  fileprivate func renderRoles(of platform: PlatformShelf, to bytes: inout [UInt8]) {
    let address = "/roles/\(platform.name)/"
    let name = title(ofPlatform: platform.name)
    var content = PageContent(address, title: say("roles-of", ["platform": name]), href: href(from: address))
    content.summary = "\(name): \(count(platform.roles.count, "role"))."
    content.parents = [(say("home"), "/"), (say("roles"), "/roles/")]
    if platform.roles.count > Self.longestTable {
      appendRolesByService(of: platform, content.href, to: &content.body)
    } else {
      let headers = [say("role"), say("title"), say("permissions")]
      content.body.appendTable(headers, numbers: 2...2) { html in
        for index in platform.roles { appendRow(role: index, content.href, to: &html) }
      }
    }
    appendLattice(of: platform, content.href, to: &content.body)
    render(content, to: &bytes)
  }

  private func appendRow(role index: Int, _ href: Href, to html: inout [UInt8]) {
    let role = catalog.roles[index]
    html.append("<tr>")
    html.appendCell { html in
      links.append(role: index, href, to: &html)
      if role.declaration.stage != .ga {
        html.append(" ")
        html.appendStage(role.declaration.stage)
      }
    }
    html.appendCell { $0.append(escaping: role.title) }
    html.appendCell(roleSizes[index])
    html.append("</tr>\n")
  }
}
