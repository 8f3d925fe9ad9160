extension ReportFormat {
  /// Workflow commands of GitHub Actions: annotations in a pull request.
  ///
  /// GitHub shows ten of each level for a step and drops the rest. So the first ten are those that explain
  /// the others, and the step's summary lists all.
  public static let github = ReportFormat(
    name: "github", summary: { githubSummary($0, folder: $1.folder) },
    render: { report, style in
      let ranked = RootCauses(report).ranked
      var lines: [String] = []
      var isCut = false
      for severity in Severity.allCases.reversed() {
        let found = ranked.filter { $0.severity == severity }
        // A place among the notices is kept for the one that says that there are more.
        let room = shown - (severity == .info && (isCut || found.count > shown) ? 1 : 0)
        isCut = isCut || found.count > room
        lines += found.prefix(room).map { annotation($0, in: report.catalog.files, folder: style.folder) }
      }
      if isCut {
        lines.append("::notice title=rolebook::\(report.summary); the summary of this step lists all of them")
      }
      return lines.flatMap { Array(($0 + "\n").utf8) }
    })

  /// How many annotations of one level GitHub shows for a step.
  private static let shown = 10

  private static func annotation(_ finding: Finding, in files: [SourceFile], folder: String) -> String {
    let spot = Spot(finding.place, in: files)
    var properties = [
      "file=\((folder + spot.path).asProperty)", "line=\(spot.start.line)", "endLine=\(spot.end.line)",
    ]
    // GitHub takes columns only where both are on one line.
    if spot.start.line == spot.end.line {
      properties += ["col=\(spot.start.column)", "endColumn=\(spot.end.column)"]
    }
    properties.append("title=\(finding.rule.asProperty)")
    return "::\(finding.severity.githubCommand) \(properties.joined(separator: ","))::"
      + finding.words(in: files, folder: folder).asCommandData
  }

  /// GitHub refuses a summary of more than 1 MiB.
  private static let summaryLimit = 1_000_000

  private static func githubSummary(_ report: Report, folder: String) -> [UInt8] {
    var text = "### Rolebook\n\n\(report.summary)\n"
    if !report.findings.isEmpty {
      text += "\n| Level | Rule | Place | Finding |\n| --- | --- | --- | --- |\n"
    }
    for (index, finding) in report.findings.enumerated() {
      let place = folder + Spot(finding.place, in: report.catalog.files).text
      let words = finding.words(in: report.catalog.files, folder: folder)
      let row = [finding.severity.rawValue, "`\(finding.rule)`", "`\(place)`", words.asCell]
      let line = "| \(row.joined(separator: " | ")) |\n"
      if text.utf8.count + line.utf8.count > summaryLimit {
        text += "\nAnd \(report.findings.count - index) more.\n"
        break
      }
      text += line
    }
    return Array(text.utf8)
  }
}

/// The findings of a report, those first that explain others.
private struct RootCauses {
  let ranked: [Finding]

  /// What could not be read explains what is missing elsewhere.
  private static let unread: Set = [
    "unread-file", "unread-front-matter", "input-too-complex", "unread-table",
  ]

  init(_ report: Report) {
    let files = report.catalog.files
    func line(_ place: Place) -> String { "\(place.file):\(Spot(place, in: files).start.line)" }
    let named = Dictionary(
      report.findings.flatMap(\.related).map { (line($0.place), 1) }, uniquingKeysWith: +)
    // Of each rule one before the second of any, so that ten of a kind do not hide the others.
    var seen: [String: Int] = [:]
    let keyed = report.findings.enumerated().map { index, finding in
      let turn = seen[finding.rule, default: 0]
      seen[finding.rule] = turn + 1
      let rank = Self.unread.contains(finding.rule) ? 0 : 1
      return (key: (rank, -named[line(finding.place), default: 0], turn, index), finding: finding)
    }
    ranked = keyed.sorted { $0.key < $1.key }.map(\.finding)
  }
}

extension Severity {
  fileprivate var githubCommand: String { self == .info ? "notice" : rawValue }
}

extension String {
  /// Text of a workflow command: its lines escaped, other control characters made visible.
  fileprivate var asCommandData: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).shownOnOneLine.replacing("%", with: "%25") }.joined(separator: "%0A")
  }
  fileprivate var asProperty: String {
    asCommandData.replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
  /// Text for a cell of a Markdown table.
  fileprivate var asCell: String {
    replacing("|", with: "\\|").replacing("<", with: "&lt;").replacing("\r", with: "").replacing(
      "\n", with: "<br>")
  }
}
