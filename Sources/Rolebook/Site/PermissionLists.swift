import Markdown

extension SiteOutput {
  /// The list of platforms with their permissions, and a list for each platform.
  static let permissionLists = SiteOutput("lists of permissions") { plan in
    if plan.catalog.permissions.isEmpty { return [] }
    let overview = SiteFile(at: "/permissions/") { bytes in
      plan.renderPlatforms(plan.say("permissions"), "/permissions/", { $0.permissions.count }, to: &bytes)
    }
    return [overview]
      + plan.platforms.map { platform in
        SiteFile(at: "/permissions/\(platform.name)/") { plan.renderPermissions(of: platform, to: &$0) }
      }
  }
}

extension SitePlan {
  /// A page that leads to each platform's list at `address`.
  func renderPlatforms(
    _ title: String, _ address: String, _ size: (PlatformShelf) -> Int, to bytes: inout [UInt8]
  ) {
    var content = PageContent(address, title: title, href: href(from: address))
    content.summary =
      "\(title): \(platforms.map { self.title(ofPlatform: $0.name) }.joined(separator: ", "))."
    content.parents = [(say("home"), "/")]
    content.body.appendList(platforms.filter { size($0) > 0 }) { html, platform in
      html.appendLink(
        self.title(ofPlatform: platform.name), to: content.href.to("\(address)\(platform.name)/"))
      html.append(" <span class=\"count\">\(size(platform))</span>")
    }
    render(content, to: &bytes)
  }

  fileprivate func renderPermissions(of platform: PlatformShelf, to bytes: inout [UInt8]) {
    let address = "/permissions/\(platform.name)/"
    let name = title(ofPlatform: platform.name)
    var content = PageContent(
      address, title: say("permissions-of", ["platform": name]), href: href(from: address))
    content.summary = "\(name): \(count(platform.permissions.count, "permission"))."
    content.parents = [(say("home"), "/"), (say("permissions"), "/permissions/")]
    if platform.permissions.count > Self.longestTable {
      appendServices(of: platform, content.href, to: &content.body)
    } else {
      let headers = [say("permission"), say("description"), say("roles")]
      content.body.appendTable(headers, numbers: 2...2) { html in
        for index in platform.permissions { appendRow(permission: index, content.href, to: &html) }
      }
    }
    render(content, to: &bytes)
  }

  /// The longest table of permissions or roles on one page.
  static let longestTable = 400

  private func appendRow(permission index: Int, _ href: Href, to html: inout [UInt8]) {
    let permission = catalog.permissions[index]
    html.append("<tr>")
    html.appendCell { html in
      links.append(permission: index, href, to: &html)
      if permission.stage != .ga {
        html.append(" ")
        html.appendStage(permission.stage)
      }
    }
    html.appendCell { $0.append(escaping: permission.description) }
    html.appendCell(permission.holders.count)
    html.append("</tr>\n")
  }
}
