import Markdown

extension SitePlan {
  static let coverageAnchor = "rolebook-permissions-granted"

  func hasCoverage(_ guide: Guide) -> Bool { guide.combinations.contains { !$0.coverage.isEmpty } }

  /// What each way through a guide grants against what its task requires: the ways side by side, on each securable.
  func appendCoverage(of guide: Guide, _ href: Href, to html: inout [UInt8]) {
    html.appendHeading(say("coverage"), id: Self.coverageAnchor)
    html.append("<div class=\"ways\">\n")
    for combination in guide.combinations where !combination.coverage.isEmpty {
      append(combination, of: guide, href, to: &html)
    }
    html.append("</div>\n")
  }

  private func append(_ combination: Combination, of guide: Guide, _ href: Href, to html: inout [UInt8]) {
    let title = titles(of: combination, in: guide)
    html.append("<section class=\"way\">\n")
    if !title.isEmpty {
      html.append("<h3>")
      html.append(escaping: title)
      html.append("</h3>\n")
    }
    // Nothing is in excess of a need that nobody states.
    let statesNeeds = guide.combinations.contains { $0.coverage.contains { !$0.required.isEmpty } }
    for coverage in combination.coverage {
      append(coverage, of: guide, isMeasured: statesNeeds, href, to: &html)
    }
    appendGivenRoles(combination, of: guide, href, to: &html)
    appendLink(toRolesFor: combination, of: guide, href, to: &html)
    html.append("</section>\n")
  }

  /// The roles that this way gives, each with the line that says so.
  private func appendGivenRoles(
    _ combination: Combination, of guide: Guide, _ href: Href, to html: inout [UInt8]
  ) {
    var seen: Set<Int> = []
    let given = guide.given.filter {
      $0.options.holds(for: combination.options) && seen.insert($0.role).inserted
    }
    if given.isEmpty { return }
    html.append("<p class=\"given\">")
    html.append(escaping: say("coverage-given"))
    for (position, role) in given.enumerated() {
      html.append(position > 0 ? ", " : " ")
      links.append(role: role.role, href, to: &html)
      appendLine(role.place, to: &html)
    }
    html.append("</p>\n")
  }

  /// The titles of the options that are taken together; empty for a guide without options.
  func titles(of combination: Combination, in guide: Guide) -> String {
    combination.options.map { id in guide.options.first { $0.id == id }?.declaration?.title ?? id }
      .filter { !$0.isEmpty }.joined(separator: " + ")
  }

  /// A bar of what is asked for and what is granted beyond, with the numbers beside it.
  private func append(
    _ coverage: Coverage, of guide: Guide, isMeasured: Bool, _ href: Href, to html: inout [UInt8]
  ) {
    let (granted, required) = (coverage.granted.count, coverage.required.count)
    let (excess, missing) = (coverage.excess.count, coverage.missing.indices)
    html.append("<div class=\"on\">\n<p><strong>")
    html.append(escaping: say("coverage-on", ["count": String(granted), "on": coverage.securable.text]))
    html.append("</strong></p>\n")
    guard isMeasured else { return html.append("</div>\n") }
    html.appendBar(asked: granted - excess, excess: excess, missing: missing.count)
    html.append("<p class=\"numbers\">")
    html.append(escaping: say("coverage-required", ["count": String(required)]))
    html.append(", ")
    html.append(escaping: say("coverage-excess", ["count": String(excess)]))
    if missing.isEmpty {
      html.append("</p>\n")
    } else {
      html.append(", ")
      html.append(escaping: say("coverage-missing", ["count": String(missing.count)]))
      html.append("</p>\n")
      html.appendList(missing, named: "missing") { html, permission in
        links.append(permission: permission, href, to: &html)
        if let need = need(for: permission, in: guide) { appendLine(need.permission.place, to: &html) }
      }
    }
    html.append("</div>\n")
  }

  /// The first line of a guide that asks for a permission.
  private func need(for permission: Int, in guide: Guide) -> Requirement? {
    (guide.requirements + guide.options.flatMap(\.permissions)).first {
      $0.permission.value == catalog.permissions[permission].name
    }
  }

  /// Leads to the tool that finds the smallest roles, with what the task requires picked.
  private func appendLink(
    toRolesFor combination: Combination, of guide: Guide, _ href: Href, to html: inout [UInt8]
  ) {
    var required = PermissionSet(capacity: catalog.permissions.count)
    for coverage in combination.coverage { required.formUnion(coverage.required) }
    guard let platform = catalog.pages[guide.page].platform, !required.isEmpty, required.count <= 60 else {
      return
    }
    let names = required.indices.map { catalog.permissions[$0].name }.joined(separator: ",")
    appendLink(to: .pick, say("find-roles-for-these"), ["platform": platform, "p": names], href, to: &html)
  }
}

extension Array where Element == UInt8 {
  /// A bar whose parts are as wide as their counts: what was asked for, what was not, what is missing. The numbers
  /// stand beside it in words.
  fileprivate mutating func appendBar(asked: Int, excess: Int, missing: Int) {
    let total = Swift.max(1, asked + excess + missing)
    append("<svg class=\"bar\" viewBox=\"0 0 \(total) 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
    var start = 0
    for (kind, count) in [("asked", asked), ("excess", excess), ("missing", missing)] where count > 0 {
      append("<rect class=\"\(kind)\" x=\"\(start)\" width=\"\(count)\" height=\"1\"/>")
      start += count
    }
    append("</svg>\n")
  }
}
