extension FeedTable {
  static let findings = FeedTable(
    "findings", "What the check finds, allowed findings included.",
    columns: [
      Column("fingerprint", "What it is known by when lines move."),
      Column("rule", "The rule that found it."),
      Column("severity", "error, warning or info."),
      Column("status", "new, or suppressed: an author allows it."),
      Column("file", "The file that it stands in."),
      Column("message", "The fault."),
      Column("help", "The cure.").optional,
      Column("place", "Where it stands: a key of places.json."),
    ],
    key: ["fingerprint"], links: [.place],
    count: { $0.findings.count },
    rows: { plan, take in
      let files = plan.catalog.files
      for finding in plan.findings {
        take([
          .text(finding.fingerprint), .text(finding.rule), .text(finding.severity), .text(finding.status),
          .text(files[Int(finding.place.file)].path), .text(finding.message), Cell(finding.help),
          Cell(finding.places(in: files).first?.id),
        ])
      }
    })
}
