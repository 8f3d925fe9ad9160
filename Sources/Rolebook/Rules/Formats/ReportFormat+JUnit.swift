extension ReportFormat {
  /// JUnit's XML as CI servers read it: a case for each rule of a file, which fails on errors and warnings.
  ///
  /// An info is output of its case and no failure. Without findings there is one case, and it passes.
  public static let junit = ReportFormat(name: "junit") { report, style in
    let files = report.catalog.files
    let cases = JUnitCase.all(report)
    let failures = cases.count { !$0.failures.isEmpty }
    let counts = "tests=\"\(max(cases.count, 1))\" failures=\"\(failures)\" errors=\"0\""
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites \(counts)>\n"
    xml += "  <testsuite name=\"rolebook\" \(counts) skipped=\"0\">\n"
    if cases.isEmpty { xml += "    <testcase classname=\"rolebook\" name=\"check\"/>\n" }
    for item in cases { xml += item.xml(in: files, folder: style.folder) }
    return Array((xml + "  </testsuite>\n</testsuites>\n").utf8)
  }
}

/// What one rule finds in one file.
private struct JUnitCase {
  let file: String
  let rule: String
  let findings: [Finding]

  /// In the order of files and rules.
  static func all(_ report: Report) -> [JUnitCase] {
    struct Key: Hashable {
      let file: String
      let rule: String
    }
    let grouped = Dictionary(grouping: report.findings) { finding in
      Key(file: report.catalog.files[Int(finding.place.file)].path, rule: finding.rule)
    }
    return grouped.map { JUnitCase(file: $0.key.file, rule: $0.key.rule, findings: $0.value) }
      .sorted { ($0.file, $0.rule) < ($1.file, $1.rule) }
  }

  var failures: [Finding] { findings.filter { $0.severity != .info } }

  func xml(in files: [SourceFile], folder: String) -> String {
    let name =
      "classname=\"\((folder + file).asXML)\" name=\"\(rule.asXML)\" file=\"\((folder + file).asXML)\""
    var text = "    <testcase \(name)>\n"
    if let first = failures.first {
      let words = failures.map { self.words($0, in: files, folder: folder) }.joined(separator: "\n\n")
      text +=
        "      <failure message=\"\(first.message.asXML)\" type=\"\(first.severity.rawValue)\">"
        + "\(words.asXML)</failure>\n"
    }
    let infos = findings.filter { $0.severity == .info }
    if !infos.isEmpty {
      let words = infos.map { self.words($0, in: files, folder: folder) }.joined(separator: "\n\n")
      text += "      <system-out>\(words.asXML)</system-out>\n"
    }
    return text + "    </testcase>\n"
  }

  private func words(_ finding: Finding, in files: [SourceFile], folder: String) -> String {
    "\(folder)\(Spot(finding.place, in: files).text): \(finding.words(in: files, folder: folder))"
  }
}

extension String {
  /// Text for XML 1.0, which has no place for control characters: they are made visible.
  fileprivate var asXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n": text += "&#10;"
      case "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? scalar.shown : scalar)
      }
    }
    return text
  }
}
