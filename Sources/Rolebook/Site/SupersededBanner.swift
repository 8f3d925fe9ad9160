import Markdown

extension SitePlan {
  /// Says that a page is kept for reference only, where its successor is, and what changed.
  func appendSupersededBanner(page index: Int, _ href: Href, to html: inout [UInt8]) {
    html.append("<aside class=\"banner\" aria-label=\"")
    html.append(escaping: say("superseded"))
    html.append("\">\n<p>")
    html.append(escaping: say("superseded-words"))
    let successor = catalog.links.successor(of: index)
    if let successor {
      html.append(escaping: ": \(say("superseded-see")) ")
      html.appendLink(catalog.pages[successor].title, to: href.to(catalog.pages[successor].address))
    }
    html.append(".</p>\n")
    if let successor, let old = guideOfPage[index], let new = guideOfPage[successor] {
      appendChanges(from: catalog.guides[old], to: catalog.guides[new], href, &html)
    }
    html.append("</aside>\n")
  }

  private func appendChanges(from old: Guide, to new: Guide, _ href: Href, _ html: inout [UInt8]) {
    let before = named(by: old)
    let after = named(by: new)
    let changes = [
      (say("roles-gone"), before.roles.subtracting(after.roles)),
      (say("roles-new"), after.roles.subtracting(before.roles)),
      (say("permissions-gone"), before.permissions.subtracting(after.permissions)),
      (say("permissions-new"), after.permissions.subtracting(before.permissions)),
    ]
    if changes.allSatisfy(\.1.isEmpty) {
      return html.append("<p>\(say("superseded-same"))</p>\n")
    }
    html.append("<dl class=\"changes\">\n")
    for (title, names) in changes where !names.isEmpty {
      html.appendFact(title) { html in
        for (position, name) in names.sorted().enumerated() {
          if position > 0 { html.append(", ") }
          append(name, platform: catalog.pages[old.page].platform, href, to: &html)
        }
      }
    }
    html.append("</dl>\n")
  }

  /// The ids of the roles that a guide's options assign and the permissions that it names.
  private func named(by guide: Guide) -> (roles: Set<String>, permissions: Set<String>) {
    let platform = catalog.pages[guide.page].platform
    let roles = guide.options.flatMap(\.roles).map { roleID($0, platform: platform) }
    let permissions = guide.requirements + guide.options.flatMap(\.permissions)
    return (Set(roles), Set(permissions.map(\.permission.value)))
  }

  private func append(_ name: String, platform: String?, _ href: Href, to html: inout [UInt8]) {
    if let role = catalog.names.role(id: name, platform: platform) {
      links.append(role: role, href, to: &html)
    } else if let permission = catalog.names.permission(name, platform: platform) {
      links.append(permission: permission, href, to: &html)
    } else {
      html.appendCode(name)
    }
  }
}
