import Markdown

extension SiteOutput {
  /// The pages whose scripts answer questions about access.
  static let toolPages = SiteOutput("tools") { plan in
    if plan.catalog.roles.isEmpty { return [] }
    return SitePlan.Tool.all.map { tool in
      SiteFile(at: tool.address) { plan.render(tool, to: &$0) }
    }
  }
}

extension SitePlan {
  /// A question that a page answers in the browser.
  struct Tool: Sendable {
    /// The script's own name, and what the keys of its texts begin with.
    let name: String
    let append: @Sendable (SitePlan, inout [UInt8]) -> Void

    var address: String { "/explorer/\(name)/" }

    static let all: [Tool] = [.pick, .compare, .check]
  }

  fileprivate func render(_ tool: Tool, to bytes: inout [UInt8]) {
    var content = PageContent(tool.address, title: say("\(tool.name)-title"), href: href(from: tool.address))
    content.kind = "explorer"
    content.usesExplorer = true
    content.summary = say("\(tool.name)-summary")
    content.parents = [(say("home"), "/"), (say("roles"), "/roles/")]
    content.body.appendParagraph(content.summary)
    content.body.append("<noscript><p>")
    content.body.append(escaping: say("needs-scripts"))
    content.body.append("</p></noscript>\n<form class=\"tool\" data-tool=\"\(tool.name)\">\n")
    tool.append(self, &content.body)
    content.body.append("</form>\n<div class=\"answer\" aria-live=\"polite\"></div>\n")
    render(content, to: &bytes)
  }

  /// A link to a tool that starts with these values in its form.
  func appendLink(
    to tool: Tool, _ title: String, _ values: KeyValuePairs<String, String>, _ href: Href,
    to html: inout [UInt8]
  ) {
    var address = Array(href.to(tool.address).utf8)
    for (position, value) in values.enumerated() {
      address.append(position == 0 ? "?" : "&")
      address.append(value.key)
      address.append("=")
      address.appendPercentEncoded(value.value.replacing("&", with: "").replacing("+", with: ""))
    }
    html.append("<p class=\"more\">")
    html.appendLink(title, to: String(decoding: address, as: UTF8.self))
    html.append("</p>\n")
  }

  fileprivate func appendPlatforms(to html: inout [UInt8]) {
    let rows = platforms.filter { !$0.roles.isEmpty }.map { ($0.name, title(ofPlatform: $0.name)) }
    html.appendSelect("platform", say("platform"), rows)
  }
}

extension SitePlan.Tool {
  /// The roles that hold certain permissions, and the smallest set that covers them.
  static let pick = SitePlan.Tool(name: "pick") { plan, html in
    let kinds: [Securable.Kind] = [.organization, .folder, .project, .dataset, .database, .schema, .table]
    html.append("<div class=\"form-row\">\n")
    plan.appendPlatforms(to: &html)
    html.appendSelect(
      "on", plan.say("pick-on"), kinds.map { ($0.rawValue, $0.rawValue) },
      chosen: Securable.Kind.project.rawValue,
      levels: kinds.map { $0.level ?? 0 })
    html.append("</div>\n")
    html.appendField("filter", plan.say("pick-filter"), type: "search", hint: plan.say("pick-filter-hint"))
    html.append("<ul class=\"ticks\"></ul>\n")
  }

  /// What each of two roles has that the other has not.
  static let compare = SitePlan.Tool(name: "compare") { plan, html in
    html.append("<div class=\"form-row\">\n")
    plan.appendPlatforms(to: &html)
    html.appendField("a", plan.say("compare-one"), type: "text", list: "compare-roles")
    html.appendField("b", plan.say("compare-other"), type: "text", list: "compare-roles")
    html.append("</div>\n<datalist id=\"compare-roles\"></datalist>\n")
  }

  /// What a role that somebody has lacks for a guide, and what it holds beyond.
  static let check = SitePlan.Tool(name: "check") { plan, html in
    let guides = plan.guideNeeds.map { ($0.title, $0.title) }
    html.appendSelect("guide", plan.say("check-guide"), guides)
    html.append("<p><label for=\"field-role\">")
    html.append(escaping: plan.say("check-role"))
    html.append(
      "</label>\n<textarea id=\"field-role\" name=\"role\" rows=\"10\" spellcheck=\"false\"></textarea></p>\n"
    )
  }
}

extension Array where Element == UInt8 {
  /// A choice of values with their titles; `levels` are kept for scripts.
  fileprivate mutating func appendSelect(
    _ name: String, _ label: String, _ options: [(value: String, title: String)], chosen: String? = nil,
    levels: [Int] = []
  ) {
    append("<p><label for=\"field-\(name)\">")
    append(escaping: label)
    append("</label>\n<select id=\"field-\(name)\" name=\"\(name)\">")
    for (index, option) in options.enumerated() {
      append("<option value=\"")
      append(escaping: option.value)
      append(option.value == chosen ? "\" selected" : "\"")
      if levels.indices.contains(index) { append(" data-level=\"\(levels[index])\"") }
      append(">")
      append(escaping: option.title)
      append("</option>")
    }
    append("</select></p>\n")
  }

  fileprivate mutating func appendField(
    _ name: String, _ label: String, type: String, hint: String? = nil, list: String? = nil
  ) {
    append("<p><label for=\"field-\(name)\">")
    append(escaping: label)
    append(
      "</label>\n<input id=\"field-\(name)\" name=\"\(name)\" type=\"\(type)\" autocomplete=\"off\" spellcheck=\"false\""
    )
    if let hint {
      append(" placeholder=\"")
      append(escaping: hint)
      append("\"")
    }
    append(list.map { " list=\"\($0)\"></p>\n" } ?? "></p>\n")
  }
}
