import Markdown

extension SitePlan {
  static let coverageTitle = "Permissions granted"
  static let coverageAnchor = "rolebook-permissions-granted"

  func hasCoverage(_ guide: Guide) -> Bool { guide.combinations.contains { !$0.coverage.isEmpty } }

  /// What each way through a guide grants against what its task requires, on each securable.
  func appendCoverage(of guide: Guide, to html: inout [UInt8]) {
    html.appendHeading(Self.coverageTitle, id: Self.coverageAnchor)
    for combination in guide.combinations where !combination.coverage.isEmpty {
      let titles = combination.options.map { id in
        guide.options.first { $0.id == id }?.declaration?.title ?? id
      }
      let caption = titles.filter { !$0.isEmpty }.joined(separator: " + ")
      html.appendTable(
        ["On", "Granted", "Required", "Excess", "Missing"], numbers: 1...3,
        caption: caption.isEmpty ? nil : caption
      ) { html in
        for coverage in combination.coverage { append(coverage, to: &html) }
      }
    }
  }

  private func append(_ coverage: Coverage, to html: inout [UInt8]) {
    html.append("<tr>")
    html.appendCell { $0.append(escaping: coverage.securable.text) }
    html.appendCell(coverage.granted.count)
    html.appendCell(coverage.required.count)
    html.appendCell(coverage.excess.count)
    html.appendCell { html in
      let missing = coverage.missing.indices
      if missing.isEmpty { html.append("none") }
      for (position, index) in missing.enumerated() {
        if position > 0 { html.append(", ") }
        html.appendCode(catalog.permissions[index].name)
      }
    }
    html.append("</tr>\n")
  }
}
