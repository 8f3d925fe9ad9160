extension SiteOutput {
  /// What all pages look like, in one file: the frame and the text, then each part, and what a site adds to them.
  static let stylesheet = SiteOutput("stylesheet") { plan in
    [
      SiteFile("style.css") { bytes in
        for part in ["style.css"] + StyleFiles.all.map({ "styles/\($0.name)" }) + ["extra.css"] {
          bytes.append(contentsOf: plan.templates.asset(part))
        }
      }
    ]
  }
}
