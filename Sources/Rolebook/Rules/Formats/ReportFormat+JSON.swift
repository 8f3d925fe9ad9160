import Markdown

extension ReportFormat {
  /// For other programs: every finding with its places, its fix and its fingerprint.
  public static let json = ReportFormat(name: "json") { report, _ in
    var json = JSON()
    json.object { json in
      json.member("findings") { $0.findings(of: report) }
      json.member("summary") { json in
        json.object { json in
          json.member("errors", report.count(.error))
          json.member("facts", report.factCount)
          json.member("infos", report.count(.info))
          json.member("pages", report.catalog.pages.count)
          json.member("warnings", report.count(.warning))
        }
      }
      json.member("version", "1.0.0")
    }
    return json.finish()
  }
}

extension JSON {
  /// The report's findings but those that authors allow, as objects, their keys ascending.
  fileprivate mutating func findings(of report: Report) {
    array(zip(report.all, report.fingerprints).filter { !$0.0.isSuppressed }) { json, element in
      json.finding(element.0, fingerprint: element.1, in: report.catalog.files)
    }
  }

  private mutating func finding(_ finding: Finding, fingerprint: String, in files: [SourceFile]) {
    let spot = Spot(finding.place, in: files)
    object { json in
      json.start(of: spot)
      json.member("fingerprint", fingerprint)
      if let fix = finding.fix { json.member("fix") { $0.fix(fix, in: files) } }
      json.member("help", ifPresent: finding.help)
      json.member("line", spot.start.line)
      json.member("message", finding.message)
      json.member("related") { json in
        json.array(finding.related) { $0.related($1, in: files) }
      }
      json.member("rule", finding.rule)
      json.member("severity", finding.severity.rawValue)
      json.member("status", finding.status.name)
    }
  }

  private mutating func related(_ related: Related, in files: [SourceFile]) {
    let spot = Spot(related.place, in: files)
    object { json in
      json.start(of: spot)
      json.member("line", spot.start.line)
      json.member("message", related.message)
    }
  }

  private mutating func fix(_ fix: Fix, in files: [SourceFile]) {
    object { json in
      json.member("edits") { json in
        json.array(fix.edits) { json, edit in
          let spot = Spot(edit.place, in: files)
          json.object { json in
            json.start(of: spot)
            json.member("line", spot.start.line)
            json.member("replacement", edit.replacement)
          }
        }
      }
      json.member("safe", fix.isSafe)
    }
  }

  /// The members of a place that sort before `fingerprint`.
  private mutating func start(of spot: Spot) {
    member("column", spot.start.column)
    member("end_column", spot.end.column)
    member("end_line", spot.end.line)
    member("file", spot.path)
  }
}
