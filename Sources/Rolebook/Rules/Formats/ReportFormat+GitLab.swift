extension ReportFormat {
  /// GitLab's Code Quality report: a list of issues for the merge request.
  public static let gitlab = ReportFormat(name: "gitlab") { report, style in
    let files = report.catalog.files
    let rows = zip(report.all, report.fingerprints).filter { $0.0.status == .new }
    var json = JSON()
    json.array(rows) { json, row in
      let (finding, fingerprint) = row
      let spot = Spot(finding.place, in: files)
      json.object { json in
        json.member("check_name", finding.rule)
        json.member("description", finding.words(in: files, folder: style.folder))
        json.member("fingerprint", fingerprint)
        json.member("location") { json in
          json.object { json in
            json.member("lines") { json in
              json.object { json in
                json.member("begin", spot.start.line)
                json.member("end", spot.end.line)
              }
            }
            json.member("path", style.folder + spot.path)
          }
        }
        json.member("severity", finding.severity.gitlabSeverity)
      }
    }
    return json.finish()
  }
}

extension Severity {
  fileprivate var gitlabSeverity: String {
    switch self {
    case .error: "critical"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
