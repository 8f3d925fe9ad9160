import Markdown

extension SiteOutput {
  /// A page for every permission.
  static let permissionPages = SiteOutput("permission pages") { plan in
    plan.catalog.permissions.indices.map { index in
      SiteFile(at: plan.catalog.permissions[index].address) { plan.renderPermission(index, to: &$0) }
    }
  }
}

extension SitePlan {
  fileprivate func renderPermission(_ index: Int, to bytes: inout [UInt8]) {
    let permission = catalog.permissions[index]
    let address = permission.address
    var content = PageContent(address, title: permission.name, href: href(from: address))
    content.kind = "permission"
    content.summary = permission.description
    if content.summary.isEmpty {
      content.summary = say(
        "held-by", ["name": permission.name, "roles": count(permission.holders.count, "role")])
    }
    content.parents = [
      (say("home"), "/"), (say("permissions"), "/permissions/"),
      (title(ofPlatform: permission.platform), "/permissions/\(permission.platform)/"),
    ]
    // The frame's heading would break within a long name.
    content.hasHeading = true
    content.body.append("<h1>")
    content.body.appendBreaking(permission.name)
    content.body.append("</h1>\n")
    appendFacts(of: permission, content.href, to: &content.body)
    appendDescription(of: permission, content.href, to: &content.body)
    appendHolders(of: permission, content.href, to: &content.body)
    appendConditionalHolders(of: permission, content.href, to: &content.body)
    appendNeeds(of: permission, content.href, to: &content.body)
    appendPages(
      say("granted-by"), id: "used-by", pages(ofGuides: permission.usedBy), content.href,
      to: &content.body)
    appendMentions(permission.mentions, content.href, to: &content.body)
    appendSources(permission.declarations.map(\.name.place), to: &content.body)
    render(content, to: &bytes)
  }

  private func appendFacts(of permission: Permission, _ href: Href, to html: inout [UInt8]) {
    html.append("<dl class=\"facts\">\n")
    html.appendFact(say("platform"), title(ofPlatform: permission.platform))
    html.appendFact(say("service")) { $0.appendCode(permission.service) }
    html.appendFact(say("stage")) { $0.appendStage(permission.stage) }
    let seeAlso = permission.seeAlso
    if !seeAlso.isEmpty {
      html.appendFact(say("see-also")) { html in
        html.appendList(seeAlso, named: "names") { html, name in
          let known = catalog.names.permission(name, platform: permission.platform)
          guard let known else { return html.appendCode(name) }
          links.append(permission: known, href, to: &html)
        }
      }
    }
    html.append("</dl>\n")
  }

  private func appendDescription(of permission: Permission, _ href: Href, to html: inout [UInt8]) {
    if !permission.isDeclared {
      html.appendParagraph(say("undeclared-words"))
    }
    for declaration in permission.declarations { append(declaration.description, href, to: &html) }
  }

  /// The roles that hold it, the narrowest first.
  private func appendHolders(of permission: Permission, _ href: Href, to html: inout [UInt8]) {
    html.appendHeading(say("holders"), id: "roles", count: permission.holders.count)
    if permission.holders.isEmpty { return html.appendParagraph(say("holders-none")) }
    let narrowestFirst = permission.holders.sorted {
      (roleSizes[$0.role], $0.role) < (roleSizes[$1.role], $1.role)
    }
    html.appendTable([say("role"), say("title"), say("permissions"), say("through")], numbers: 2...2) {
      html in
      for holder in narrowestFirst { append(holder, href, to: &html) }
    }
    appendLink(
      to: .pick, say("find-roles-for-this"), ["platform": permission.platform, "p": permission.name], href,
      to: &html)
  }

  /// The roles that hold it under a condition only.
  private func appendConditionalHolders(of permission: Permission, _ href: Href, to html: inout [UInt8]) {
    let holders = permission.conditionalHolders
    if holders.isEmpty { return }
    html.appendHeading(say("conditions"), id: "conditions", count: holders.count)
    html.appendTable([say("role"), say("condition")]) { html in
      for holder in holders {
        html.append("<tr>")
        html.appendCell { links.append(role: holder.role, href, to: &$0) }
        html.appendCell { html in
          html.append(escaping: holder.condition)
          appendLine(holder.place, to: &html)
        }
        html.append("</tr>\n")
      }
    }
  }

  private func append(_ holder: Holder, _ href: Href, to html: inout [UInt8]) {
    let role = catalog.roles[holder.role]
    html.append("<tr>")
    html.appendCell { links.append(role: holder.role, href, to: &$0) }
    html.appendCell { $0.append(escaping: role.title) }
    html.appendCell(roleSizes[holder.role])
    html.appendCell { html in
      for (position, entry) in holder.entries.enumerated() {
        if position > 0 { html.append(", ") }
        html.appendCode(role.entries[entry].name.value)
        appendLine(role.entries[entry].name.place, to: &html)
      }
    }
    html.append("</tr>\n")
  }
}
