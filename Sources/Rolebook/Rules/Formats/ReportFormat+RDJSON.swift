import Markdown

extension ReportFormat {
  /// reviewdog's diagnostic format. Its columns count bytes of UTF-8, not characters.
  public static let rdjson = ReportFormat(name: "rdjson") { report, style in
    var json = JSON()
    json.object { json in
      json.member("diagnostics") { json in
        json.array(report.findings) { $0.diagnostic($1, in: report.catalog.files, folder: style.folder) }
      }
      json.member("source") { json in json.object { $0.member("name", "rolebook") } }
    }
    return json.finish()
  }
}

extension JSON {
  fileprivate mutating func diagnostic(_ finding: Finding, in files: [SourceFile], folder: String) {
    object { json in
      json.member("code") { json in json.object { $0.member("value", finding.rule) } }
      json.member("location") { $0.location(finding.place, in: files, folder: folder) }
      json.member("message", finding.words(in: files, folder: folder))
      if !finding.related.isEmpty {
        json.member("related_locations") { json in
          json.array(finding.related) { json, related in
            json.object { json in
              json.member("location") { $0.location(related.place, in: files, folder: folder) }
              json.member("message", related.message)
            }
          }
        }
      }
      json.member("severity", finding.severity.rawValue.uppercased())
      // A suggestion has no file of its own: it is about the finding's.
      if let fix = finding.fix, fix.edits.allSatisfy({ $0.place.file == finding.place.file }) {
        json.member("suggestions") { json in
          json.array(fix.edits) { json, edit in
            json.object { json in
              json.member("range") { $0.range(edit.place, in: files) }
              json.member("text", edit.replacement)
            }
          }
        }
      }
    }
  }

  private mutating func location(_ place: Place, in files: [SourceFile], folder: String) {
    object { json in
      json.member("path", folder + files[Int(place.file)].path)
      json.member("range") { $0.range(place, in: files) }
    }
  }

  private mutating func range(_ place: Place, in files: [SourceFile]) {
    let text = files[Int(place.file)].text
    object { json in
      json.member("end") { $0.position(place.span.end, in: text) }
      json.member("start") { $0.position(place.span.start, in: text) }
    }
  }

  private mutating func position(_ offset: Int, in text: SourceText) {
    let line = text.lineNumber(at: offset)
    object { json in
      json.member("column", offset - text.line(line).start + 1)
      json.member("line", line)
    }
  }
}
