extension FindingRecord {
  /// Findings for the feed in the order they are shown, those that authors allow among them.
  static func all(_ findings: [Finding], of catalog: Catalog) -> [FindingRecord] {
    let report = Report(findings, of: catalog)
    return zip(report.all, report.fingerprints).map { FindingRecord($0, fingerprint: $1) }
  }

  private init(_ finding: Finding, fingerprint: String) {
    self.init(
      rule: finding.rule, severity: finding.severity.rawValue, status: finding.status.name,
      message: finding.message, help: finding.help, fingerprint: fingerprint, place: finding.place,
      related: finding.related.map { Note(message: $0.message, place: $0.place) },
      cure: finding.fix.map { fix in
        Cure(isSafe: fix.isSafe, changes: fix.edits.map { (place: $0.place, text: $0.replacement) })
      })
  }
}
