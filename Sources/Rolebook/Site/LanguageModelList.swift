import Markdown

extension SiteOutput {
  /// What there is to read, for language models: https://llmstxt.org
  static let languageModelList = SiteOutput("list for language models") { plan in
    [SiteFile("llms.txt") { plan.appendLanguageModelList(to: &$0) }]
  }
}

extension SitePlan {
  fileprivate func appendLanguageModelList(to text: inout [UInt8]) {
    text.append("# \(settings.title)\n")
    if let home = sections.sections[0].index {
      let summary = summary(ofPage: home)
      if !summary.isEmpty { text.append("\n> \(summary)\n") }
    }
    let current = sections.readingOrder.filter { !catalog.pages[$0].isSuperseded }
    let chapters = Dictionary(grouping: current, by: chapter)
    append(chapters[0] ?? [], under: say("pages"), to: &text)
    for case .section(let section) in sections.sections[0].entries {
      append(chapters[section] ?? [], under: sections.sections[section].title, to: &text)
    }
    appendFeed(to: &text)
    // By the convention, what stands under this name may be left unread.
    append(sections.readingOrder.filter { catalog.pages[$0].isSuperseded }, under: "Optional", to: &text)
  }

  /// The section right below the whole site that a page lies in, else the whole site.
  private func chapter(ofPage index: Int) -> Int {
    let path = sections.path(to: sections.sectionOfPage[index])
    return path.count > 1 ? path[1] : path[0]
  }

  private func append(_ pages: [Int], under title: String, to text: inout [UInt8]) {
    if pages.isEmpty { return }
    text.append("\n## \(title)\n\n")
    for page in pages {
      appendItem(
        catalog.pages[page].title, markdownAddress(ofPage: page), about: summary(ofPage: page), to: &text)
    }
  }

  private func appendFeed(to text: inout [UInt8]) {
    if catalog.roles.isEmpty, catalog.permissions.isEmpty { return }
    text.append("\n## \(say("reference"))\n\n")
    let files = [
      (say("permissions"), "permissions", count(catalog.permissions.count, "permission")),
      (say("roles"), "roles", count(catalog.roles.count, "role")),
    ]
    for (title, name, about) in files {
      appendItem(title, "/api/v1/\(name).json", about: about + " (JSON)", to: &text)
    }
  }

  private func appendItem(_ title: String, _ address: String, about: String, to text: inout [UInt8]) {
    let place = settings.baseURL == nil ? String(url(address).dropFirst()) : url(address)
    let title = title.filter { $0 != "[" && $0 != "]" }
    text.append("- [\(title)](\(place))\(about.isEmpty ? "" : ": ")\(about)\n")
  }
}
