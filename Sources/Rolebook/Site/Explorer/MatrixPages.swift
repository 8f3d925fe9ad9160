import Markdown

extension SiteOutput {
  /// Roles beside permissions: a table for each platform, or for each service of a platform with many permissions.
  static let matrixPages = SiteOutput("matrices") { plan in
    plan.platforms.filter(\.hasMatrix).flatMap { platform in
      let whole = SiteFile(at: "/matrix/\(platform.name)/") { plan.renderMatrix(of: platform, to: &$0) }
      if plan.fitsOneMatrix(platform) { return [whole] }
      return [whole]
        + platform.services.map { service in
          SiteFile(at: plan.matrixAddress(of: service, in: platform)) {
            plan.renderMatrix(of: service, in: platform, to: &$0)
          }
        }
    }
  }
}

extension SitePlan {
  /// The largest table, in cells.
  private static let largestTable = 6_000

  func fitsOneMatrix(_ platform: PlatformShelf) -> Bool {
    platform.permissions.count * platform.roles.count <= Self.largestTable
  }

  func matrixAddress(of service: ServiceShelf, in platform: PlatformShelf) -> String {
    "/matrix/\(platform.name)/\(service.name.replacingSlashes)/"
  }

  /// The whole platform in one table, or the list of its services.
  fileprivate func renderMatrix(of platform: PlatformShelf, to bytes: inout [UInt8]) {
    let name = title(ofPlatform: platform.name)
    var content = PageContent(
      "/matrix/\(platform.name)/", title: say("matrix-title", ["platform": name]),
      href: href(from: "/matrix/\(platform.name)/"))
    content.kind = "matrix"
    content.summary = say("matrix-summary", ["platform": name])
    content.parents = [
      (say("home"), "/"), (say("permissions"), "/permissions/"), (name, "/permissions/\(platform.name)/"),
    ]
    if fitsOneMatrix(platform) {
      content.usesExplorer = true
      appendMatrix(
        platform.permissions, platform.roles.filter { roleSizes[$0] > 0 }, content.href, to: &content.body)
    } else {
      content.body.appendParagraph(say("matrix-services", ["platform": name]))
      content.body.appendList(platform.services, named: "names") { html, service in
        html.appendLink(service.name, to: content.href.to(matrixAddress(of: service, in: platform)))
        html.append(" <span class=\"count\">\(service.permissions.count)</span>")
      }
    }
    render(content, to: &bytes)
  }

  fileprivate func renderMatrix(of service: ServiceShelf, in platform: PlatformShelf, to bytes: inout [UInt8])
  {
    let address = matrixAddress(of: service, in: platform)
    let name = title(ofPlatform: platform.name)
    var content = PageContent(
      address, title: say("matrix-title", ["platform": service.name]), href: href(from: address))
    content.kind = "matrix"
    content.usesExplorer = true
    content.summary = say("matrix-summary", ["platform": service.name])
    content.parents = [
      (say("home"), "/"), (say("permissions"), "/permissions/"),
      (say("matrix-title", ["platform": name]), "/matrix/\(platform.name)/"),
    ]
    appendMatrix(
      service.permissions, roles(holdingMostOf: service.permissions), content.href, to: &content.body)
    render(content, to: &bytes)
  }

  /// The roles that hold some of these permissions, those that hold the least besides first; as many as fit a table.
  private func roles(holdingMostOf permissions: Range<Int>) -> [Int] {
    var counts: [Int: Int] = [:]
    for permission in permissions {
      for holder in catalog.permissions[permission].holders { counts[holder.role, default: 0] += 1 }
    }
    let room = max(8, Self.largestTable / max(1, permissions.count))
    let best = counts.keys.sorted { left, right in
      (roleSizes[left] - (counts[left] ?? 0), left) < (roleSizes[right] - (counts[right] ?? 0), right)
    }
    return best.prefix(min(room, 40)).sorted()
  }

  private func appendMatrix(_ permissions: Range<Int>, _ roles: [Int], _ href: Href, to html: inout [UInt8]) {
    html.append("<p class=\"legend\">")
    html.append(escaping: say("matrix-legend"))
    html.append(
      "</p>\n<div class=\"table-box grid\" tabindex=\"0\">\n<table>\n<thead>\n<tr><th scope=\"col\">")
    html.append(escaping: say("permission"))
    html.append("</th>")
    for role in roles {
      html.append("<th scope=\"col\">")
      links.append(role: role, href, to: &html)
      html.append("</th>")
    }
    html.append("</tr>\n</thead>\n")
    for group in catalog.permissions.runs(permissions, by: \.group) {
      html.append("<tbody>\n<tr class=\"group\"><th colspan=\"\(roles.count + 1)\" scope=\"rowgroup\">")
      html.appendBreaking(group.name)
      html.append("</th></tr>\n")
      for permission in group.range { appendRow(permission, roles, href, to: &html) }
      html.append("</tbody>\n")
    }
    html.append("</table>\n</div>\n")
  }

  private func appendRow(_ index: Int, _ roles: [Int], _ href: Href, to html: inout [UInt8]) {
    let permission = catalog.permissions[index]
    let holders = Dictionary(permission.holders.map { ($0.role, $0.entries) }, uniquingKeysWith: { $1 })
    let conditions = Dictionary(
      permission.conditionalHolders.map { ($0.role, $0.condition) }, uniquingKeysWith: { $1 })
    html.append("<tr><th scope=\"row\">")
    links.append(permission: index, href, to: &html)
    html.append("</th>")
    for role in roles {
      if let entries = holders[role] {
        appendCell(of: catalog.roles[role], entries, to: &html)
      } else if let condition = conditions[role] {
        html.appendMark("?", "maybe", say("matrix-if", ["condition": condition]))
      } else {
        html.append("<td></td>")
      }
    }
    html.append("</tr>\n")
  }

  /// Whether a role names a permission, or holds it through an entry that stands for several.
  private func appendCell(of role: Role, _ entries: [Int], to html: inout [UInt8]) {
    if entries.contains(where: { role.entries[$0].isExact }) {
      return html.appendMark("●", "exact", say("matrix-exact"))
    }
    let pattern = entries.first.map { role.entries[$0].name.value } ?? ""
    html.appendMark("○", "through", say("matrix-through", ["pattern": pattern]))
  }
}

extension Permission {
  /// What it is a permission of: `bigquery.tables`.
  var group: String { nameParts(name).group }
}

extension String {
  fileprivate var replacingSlashes: String { String(map { $0 == "/" ? "~" : $0 }) }
}

extension Array where Element == UInt8 {
  /// A cell with a sign for the eye and words for others.
  fileprivate mutating func appendMark(_ sign: String, _ kind: String, _ words: String) {
    append("<td class=\"\(kind)\" title=\"")
    append(escaping: words)
    append("\"><span aria-hidden=\"true\">\(sign)</span><span class=\"said\">")
    append(escaping: words)
    append("</span></td>")
  }

  /// A name that may break behind its dots and slashes, and nowhere else.
  mutating func appendBreaking(_ name: String) {
    let bytes = Array(name.utf8)
    var start = 0
    for (index, byte) in bytes.enumerated() where index + 1 < bytes.count {
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") else {
        continue
      }
      append(escaping: bytes[start...index])
      append("<wbr>")
      start = index + 1
    }
    append(escaping: bytes[start...])
  }
}
