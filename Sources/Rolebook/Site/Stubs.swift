extension Finding {
  static func json(_ findings: [Finding], of catalog: Catalog) -> SiteFile { SiteFile("api/v1/findings.json") { _ in } }
}
extension Site {
  init(of catalog: Catalog, findings: SiteFile, templates: Templates) { self.init(files: [], manifest: { _ in findings }) }
}
