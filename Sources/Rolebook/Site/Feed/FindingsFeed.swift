extension SiteOutput {
  static let findingsFeed = SiteOutput("findings in the feed") { plan in
    [
      Feed.file("findings.json") { json in
        json.member("findings") { json in
          json.array(plan.findings) { json, finding in
            json.object { finding.append(in: plan.catalog.files, to: &$0) }
          }
        }
      }
    ]
  }
}

extension FindingRecord {
  /// Lines and columns stay in the file of places, so that a shifted line changes nothing here.
  fileprivate func append(in files: [SourceFile], to json: inout JSON) {
    let ids = places(in: files).map(\.id)
    json.member("file", files[Int(place.file)].path)
    json.member("fingerprint", fingerprint)
    if let cure { json.member("fix") { cure.append(ids.suffix(changes.count), to: &$0) } }
    json.member("help", ifPresent: help)
    json.member("message", message)
    json.member("place", ids[0])
    json.member("related") { json in
      json.array(zip(related, ids.dropFirst())) { json, note in
        json.object { json in
          json.member("message", note.0.message)
          json.member("place", note.1)
        }
      }
    }
    json.member("rule", rule)
    json.member("severity", severity)
    json.member("status", status)
  }
}

extension FindingRecord.Cure {
  fileprivate func append(_ ids: ArraySlice<String>, to json: inout JSON) {
    json.object { json in
      json.member("edits") { json in
        json.array(zip(changes, ids)) { json, change in
          json.object { json in
            json.member("place", change.1)
            json.member("replacement", change.0.text)
          }
        }
      }
      json.member("safe", isSafe)
    }
  }
}
