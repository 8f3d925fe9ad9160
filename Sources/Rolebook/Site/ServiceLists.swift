import Markdown

/// Where there are more permissions than a page can list, their services, each with its own table of roles and
/// permissions.
extension SitePlan {
  /// The services of a platform.
  func appendServices(of platform: PlatformShelf, _ href: Href, to html: inout [UInt8]) {
    appendServices(platform.services.map { ($0, $0.permissions.count) }, of: platform, href, to: &html)
  }

  /// The services of which a role holds something, and how much of each.
  func appendServices(holding role: Role, _ href: Href, to html: inout [UInt8]) {
    guard let platform = platforms.first(where: { $0.name == role.platform }) else { return }
    let held = platform.services.map { service in
      (service, service.permissions.count { role.permissions.contains($0) })
    }
    appendServices(held.filter { $0.1 > 0 }, of: platform, href, to: &html)
  }

  private func appendServices(
    _ services: [(service: ServiceShelf, count: Int)], of platform: PlatformShelf, _ href: Href,
    to html: inout [UInt8]
  ) {
    let hasMatrices = platform.hasMatrix && !fitsOneMatrix(platform)
    html.appendList(services, named: "names") { html, entry in
      if hasMatrices {
        html.appendLink(entry.service.name, to: href.to(matrixAddress(of: entry.service, in: platform)))
      } else {
        html.append(escaping: entry.service.name)
      }
      let all = entry.service.permissions.count
      html.append(" <span class=\"count\">\(entry.count)\(entry.count == all ? "" : "/\(all)")</span>")
    }
  }

  /// The roles of a platform under the services that their ids begin with.
  func appendRolesByService(of platform: PlatformShelf, _ href: Href, to html: inout [UInt8]) {
    let prefix = settings.platforms[platform.name]?.rolePrefix ?? ""
    var groups: [String: [Int]] = [:]
    for role in platform.roles {
      let name = catalog.roles[role].id.without(prefix)
      groups[name.contains(".") ? String(name.prefix { $0 != "." }) : "", default: []].append(role)
    }
    html.append("<dl class=\"groups\">\n")
    for (service, roles) in groups.sorted(by: { $0.key < $1.key }) {
      html.append("<div><dt>")
      html.append(escaping: service)
      html.append("</dt>")
      for role in roles {
        html.append("<dd>")
        links.append(role: role, href, to: &html)
        html.append("</dd>")
      }
      html.append("</div>\n")
    }
    html.append("</dl>\n")
  }
}
