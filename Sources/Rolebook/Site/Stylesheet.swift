extension SiteOutput {
  static let stylesheet = SiteOutput("stylesheet") { plan in
    [SiteFile("style.css") { $0.append(contentsOf: plan.templates.stylesheet) }]
  }
}
