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
      content.summary = "\(role.id) holds \(count(roleSizes[index], "permission"))."
    }
    content.parents = [
      ("Home", "/"), ("Roles", "/roles/"), (title(ofPlatform: role.platform), "/roles/\(role.platform)/"),
    ]
    appendFacts(of: role, size: roleSizes[index], to: &content.body)
    if let description = role.declaration.description { append(description, content.href, to: &content.body) }
    appendEntries(of: role, content.href, to: &content.body)
    appendConditions(of: role, content.href, to: &content.body)
    appendPermissions(of: role, size: roleSizes[index], content.href, to: &content.body)
    appendNeighbours(of: index, content.href, to: &content.body)
    appendPages("Used by", id: "used-by", pages(ofGuides: role.usedBy), content.href, to: &content.body)
    appendPages(
      "Mentioned in", id: "mentioned-in", pages(ofMentions: role.mentions), content.href, to: &content.body)
    appendSources(role.declarations.map(\.id.place), to: &content.body)
    render(content, to: &bytes)
  }

  private func appendFacts(of role: Role, size: Int, to html: inout [UInt8]) {
    html.append("<dl class=\"facts\">\n")
    html.appendFact("Id") { $0.appendCode(role.id) }
    html.appendFact("Platform", title(ofPlatform: role.platform))
    if let kind = role.declaration.kind { html.appendFact("Kind", kind.value.rawValue) }
    html.appendFact("Stage") { $0.appendStage(role.declaration.stage) }
    if let lowest = role.declaration.lowestResource { html.appendFact("Lowest resource", lowest.value) }
    html.appendFact("Permissions", String(size))
    html.append("</dl>\n")
  }

  private func appendEntries(of role: Role, _ href: Href, to html: inout [UInt8]) {
    if role.entries.isEmpty { return }
    html.appendHeading("As written", id: "entries")
    html.appendTable([say("entry"), say("permissions"), say("gives")], numbers: 1...1) { html in
      for (position, entry) in role.entries.enumerated() {
        html.append("<tr>")
        html.appendCell { append(entry, platform: role.platform, href, to: &$0) }
        html.appendCell(position < role.expansion.count ? role.expansion[position] : 0)
        html.appendCell { html in
          if !entry.isExact, position < role.gifts.count { appendSome(role.gifts[position], href, to: &html) }
        }
        html.append("</tr>\n")
      }
    }
  }

  private func appendConditions(of role: Role, _ href: Href, to html: inout [UInt8]) {
    if role.conditions.isEmpty { return }
    html.appendHeading("Under a condition", id: "conditions", count: role.conditions.count)
    html.appendTable(["Entry", "Condition"]) { html in
      for held in role.conditions {
        html.append("<tr>")
        html.appendCell { append(held.entry, platform: role.platform, href, to: &$0) }
        html.appendCell { $0.append(escaping: held.condition) }
        html.append("</tr>\n")
      }
    }
  }

  private func append(_ entry: RoleEntry, platform: String, _ href: Href, to html: inout [UInt8]) {
    let name = entry.name.value
    if entry.kind == .role {
      html.append("all permissions of ")
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
    appendVerbStrip(of: role, to: &html)
    appendGrouped(role.permissions.indices, href, to: &html)
    let undocumented = undocumentedNames(of: role)
    if undocumented.isEmpty { return }
    html.appendHeading("Not documented", id: "undocumented", count: undocumented.count)
    html.appendParagraph("Only roles name these; no page declares them.")
    html.appendList(undocumented, named: "names") { $0.appendCode($1) }
  }

  private func appendNeighbours(of index: Int, _ href: Href, to html: inout [UInt8]) {
    let role = catalog.roles[index]
    let groups = [("Holds all of", role.subsets), ("Is all in", role.supersets), ("Equals", role.equal)]
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
      appendGrouped(added, href, to: &html)
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

  /// Permissions, ascending, under what they are of: `bigquery.tables`.
  func appendGrouped(_ permissions: [Int], _ href: Href, to html: inout [UInt8]) {
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
