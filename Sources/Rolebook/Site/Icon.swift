extension SiteOutput {
  /// The site's icon, where it has none of its own.
  static let icon = SiteOutput("icon") { plan in
    if plan.icon != SitePlan.builtInIcon { return [] }
    return [SiteFile("icon.svg") { $0.append(contentsOf: plan.templates.asset("icon.svg")) }]
  }
}

extension SitePlan {
  static let builtInIcon = "/icon.svg"

  /// The address of the first of these files that lies at the top of the content, else of the built-in icon.
  static func icon(among files: [SourceFile], _ settings: Settings) -> String {
    let names = ["favicon.svg", "favicon.ico", "favicon.png", "icon.png"]
    let assets = files.filter { $0.role == .asset }.map { Page.path(of: $0.path, below: settings.content) }
    return names.first(where: assets.contains).map { "/" + $0 } ?? builtInIcon
  }
}
