import Markdown

extension SiteOutput {
  /// A page for every role.
  static let rolePages = SiteOutput("role pages") { plan in
    plan.catalog.roles.indices.map { index in
      SiteFile(at: plan.catalog.roles[index].address) { plan.renderRole(index, to: &$0) }
    }
  }
}

extension SitePlan {
  fileprivate func renderRole(_ index: Int, to bytes: inout [UInt8]) {
    let role = catalog.roles[index]
    var content = PageContent(role.address, title: role.title, href: href(from: role.address))
    content.kind = "role"
    content.summary = role.declaration.description?.text ?? ""
    if content.summary.isEmpty {
      content.summary = say("holds", ["name": role.id, "permissions": count(roleSizes[index], "permission")])
    }
    content.parents = [
      (say("home"), "/"), (say("roles"), "/roles/"),
      (title(ofPlatform: role.platform), "/roles/\(role.platform)/"),
    ]
    appendFacts(of: role, size: roleSizes[index], to: &content.body)
    if let description = role.declaration.description { append(description, content.href, to: &content.body) }
    appendEntries(of: role, content.href, to: &content.body)
    appendConditions(of: role, content.href, to: &content.body)
    appendPermissions(of: role, size: roleSizes[index], content.href, to: &content.body)
    appendNeighbours(of: index, content.href, to: &content.body)
    appendPages(say("used-by"), id: "used-by", pages(ofGuides: role.usedBy), content.href, to: &content.body)
    appendMentions(role.mentions, content.href, to: &content.body)
    appendSources(role.declarations.map(\.id.place), to: &content.body)
    render(content, to: &bytes)
  }

  private func appendFacts(of role: Role, size: Int, to html: inout [UInt8]) {
    html.append("<dl class=\"facts\">\n")
    html.appendFact(say("id")) { $0.appendCode(role.id) }
    html.appendFact(say("platform"), title(ofPlatform: role.platform))
    if let kind = role.declaration.kind { html.appendFact(say("kind"), kind.value.rawValue) }
    html.appendFact(say("stage")) { $0.appendStage(role.declaration.stage) }
    if let lowest = role.declaration.lowestResource { html.appendFact(say("lowest-resource"), lowest.value) }
    html.appendFact(say("permissions"), String(size))
    html.append("</dl>\n")
  }

  /// The patterns and roles that it is made of, beside what they stand for; what it names in full is in the list below.
  private func appendEntries(of role: Role, _ href: Href, to html: inout [UInt8]) {
    let wide = role.entries.indices.filter { !role.entries[$0].isExact }
    if wide.isEmpty { return }
    html.appendHeading(say("entries"), id: "entries")
    html.appendTable([say("entry"), say("permissions"), say("gives")], numbers: 1...1) { html in
      for position in wide {
        html.append("<tr>")
        html.appendCell { html in
          append(role.entries[position], platform: role.platform, href, to: &html)
          appendLine(role.entries[position].name.place, to: &html)
        }
        html.appendCell(position < role.expansion.count ? role.expansion[position] : 0)
        html.appendCell { html in
          if position < role.gifts.count { appendSome(role.gifts[position], href, to: &html) }
        }
        html.append("</tr>\n")
      }
    }
    let named = role.entries.count - wide.count
    if named > 0 { html.appendParagraph(say("entries-named", ["count": String(named)])) }
  }

  private func appendConditions(of role: Role, _ href: Href, to html: inout [UInt8]) {
    if role.conditions.isEmpty { return }
    html.appendHeading(say("conditions"), id: "conditions", count: role.conditions.count)
    html.appendTable([say("entry"), say("condition")]) { html in
      for held in role.conditions {
        html.append("<tr>")
        html.appendCell { html in
          append(held.entry, platform: role.platform, href, to: &html)
          appendLine(held.entry.name.place, to: &html)
        }
        html.appendCell { $0.append(escaping: held.condition) }
        html.append("</tr>\n")
      }
    }
  }

  private func append(_ entry: RoleEntry, platform: String, _ href: Href, to html: inout [UInt8]) {
    let name = entry.name.value
    if entry.kind == .role {
      html.append(escaping: say("all-permissions-of") + " ")
      guard let role = catalog.names.role(id: name, platform: platform) else { return html.appendCode(name) }
      links.append(role: role, href, to: &html)
    } else if let permission = catalog.names.permission(name, platform: platform) {
      links.append(permission: permission, href, to: &html)
    } else {
      html.appendCode(name)
    }
  }

  private func appendPermissions(of role: Role, size: Int, _ href: Href, to html: inout [UInt8]) {
    if size == 0 { return }
    html.appendHeading(say("permissions"), id: "permissions", count: size)
    if size > Self.longestTable {
      appendServices(holding: role, href, to: &html)
    } else {
      appendVerbStrip(of: role, to: &html)
      appendGrouped(role.permissions.indices, href, lines: linesOfNames(in: role), to: &html)
    }
    let undocumented = undocumentedNames(of: role)
    if undocumented.isEmpty { return }
    html.appendHeading(say("undocumented"), id: "undocumented", count: undocumented.count)
    html.appendParagraph(say("undocumented-words"))
    html.appendList(undocumented, named: "names") { $0.appendCode($1) }
  }

  private func appendNeighbours(of index: Int, _ href: Href, to html: inout [UInt8]) {
    let role = catalog.roles[index]
    let groups = [
      (say("holds-all-of"), role.subsets), (say("is-all-in"), role.supersets), (say("equals"), role.equal),
    ]
    if groups.allSatisfy(\.1.isEmpty) { return }
    html.appendHeading(say("other-roles"), id: "other-roles")
    html.append("<dl class=\"facts\">\n")
    for (title, roles) in groups where !roles.isEmpty {
      html.appendFact(title) { html in
        html.appendList(roles.sorted(), named: "names") { html, other in
          links.append(role: other, href, to: &html)
          html.append(" <span class=\"count\">\(roleSizes[other])</span>")
        }
      }
    }
    html.append("</dl>\n")
    appendNeighbourhood(of: index, href, to: &html)
    appendAdditions(of: role, href, to: &html)
    appendLink(
      to: .compare, say("compare-with"), ["platform": role.platform, "a": role.id], href, to: &html)
  }
}

extension SitePlan {
  /// What the role holds beyond each of the next smaller ones.
  fileprivate func appendAdditions(of role: Role, _ href: Href, to html: inout [UInt8]) {
    let nearest = role.subsets.sorted { (-roleSizes[$0], $0) < (-roleSizes[$1], $1) }.prefix(3)
    for other in nearest {
      let added = role.permissions.subtracting(catalog.roles[other].permissions).indices
      html.append("<details class=\"added\">\n<summary>")
      html.append(
        escaping: say("adds-over", ["count": String(added.count), "role": catalog.roles[other].title]))
      html.append("</summary>\n")
      if added.count > Self.longestTable {
        appendSome(added, href, to: &html)
      } else {
        appendGrouped(added, href, to: &html)
      }
      html.append("</details>\n")
    }
  }

  /// The first few of some permissions, and how many more there are.
  fileprivate func appendSome(_ permissions: [Int], _ href: Href, to html: inout [UInt8]) {
    for (position, permission) in permissions.prefix(6).enumerated() {
      if position > 0 { html.append(", ") }
      links.append(permission: permission, href, to: &html)
    }
    if permissions.count > 6 {
      html.append(" ")
      html.append(escaping: say("and-more", ["count": String(permissions.count - 6)]))
    }
  }

  /// The line that names each permission in full in the role's list, by the permission's index.
  fileprivate func linesOfNames(in role: Role) -> [Int: Place] {
    if settings.sourceURL == nil { return [:] }
    var lines: [Int: Place] = [:]
    for entry in role.entries where entry.isExact {
      let permission = catalog.names.permission(entry.name.value, platform: role.platform)
      if let permission, lines[permission] == nil { lines[permission] = entry.name.place }
    }
    return lines
  }

  /// Permissions, ascending, under what they are of: `bigquery.tables`. Those with a line link to it too.
  func appendGrouped(_ permissions: [Int], _ href: Href, lines: [Int: Place] = [:], to html: inout [UInt8]) {
    html.append("<dl class=\"groups\">\n")
    var last = ""
    for permission in permissions {
      let group = catalog.permissions[permission].group
      if group != last {
        html.append(last.isEmpty ? "<div><dt>" : "</div>\n<div><dt>")
        html.appendBreaking(group)
        html.append("</dt>")
        last = group
      }
      html.append("<dd>")
      links.append(permission: permission, href, to: &html)
      if let line = lines[permission] { appendLine(line, to: &html) }
      html.append("</dd>")
    }
    html.append(last.isEmpty ? "</dl>\n" : "</div>\n</dl>\n")
  }
}

extension Array where Element == UInt8 {
  mutating func appendStage(_ stage: Stage) {
    append("<span class=\"stage \(stage.rawValue)\">\(stage == .ga ? "GA" : stage.rawValue)</span>")
  }
}
