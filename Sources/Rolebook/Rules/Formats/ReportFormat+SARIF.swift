import Digests
import Markdown

extension ReportFormat {
  /// SARIF 2.1.0 (OASIS), as code scanning services read it: with the rules' own pages, other places, fixes,
  /// and what is allowed or in a baseline.
  public static let sarif = ReportFormat(name: "sarif") { report, style in
    let log = SARIFLog(report, folder: style.folder)
    var json = JSON()
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("runs") { json in json.array([log]) { $1.write(to: &$0) } }
      json.member("version", "2.1.0")
    }
    return json.finish()
  }
}

/// The one run of a SARIF log.
private struct SARIFLog {
  let report: Report
  let folder: String
  /// The rules that found something, in the order of `Rule.all`.
  let rules: [Rule]
  private let ruleIndex: [String: Int]
  /// Whether the findings were held against a baseline that knows some of them.
  private let hasBaseline: Bool

  init(_ report: Report, folder: String) {
    self.report = report
    self.folder = folder
    let found = Set(report.all.map(\.rule))
    rules = Rule.all.filter { found.contains($0.id) }
    ruleIndex = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    hasBaseline = report.all.contains { $0.status == .baseline }
  }

  func write(to json: inout JSON) {
    json.object { json in
      json.member("columnKind", "unicodeCodePoints")
      json.member("originalUriBaseIds") { json in
        json.object { json in
          json.member("%SRCROOT%") { json in
            json.object { $0.text("description", "the root of the repository") }
          }
        }
      }
      json.member("results") { json in
        json.array(zip(report.all, report.fingerprints)) { result($1.0, fingerprint: $1.1, to: &$0) }
      }
      json.member("tool") { json in
        json.object { $0.member("driver") { driver(to: &$0) } }
      }
    }
  }

  private func driver(to json: inout JSON) {
    json.object { json in
      json.member("name", "Rolebook")
      json.member("rules") { json in
        json.array(rules) { json, rule in
          json.object { json in
            json.member("defaultConfiguration") { json in
              json.object { $0.member("level", rule.severity.sarifLevel) }
            }
            json.text("fullDescription", rule.summary)
            if let page = rule.page {
              json.member("help") { json in
                json.object { json in
                  json.member("markdown", page)
                  json.member("text", page)
                }
              }
            }
            json.member("id", rule.id)
            json.member("properties") { json in
              json.object { $0.member("tags", [rule.group.rawValue]) }
            }
            json.text("shortDescription", rule.summary)
          }
        }
      }
      json.member("semanticVersion", programVersion)
    }
  }

  private func result(_ finding: Finding, fingerprint: String, to json: inout JSON) {
    json.object { json in
      if hasBaseline {
        json.member("baselineState", finding.status == .baseline ? "unchanged" : "new")
      }
      if let fix = finding.fix { json.member("fixes") { $0.array([fix]) { write($1, finding, to: &$0) } } }
      json.member("level", finding.severity.sarifLevel)
      json.member("locations") { json in
        json.array([finding.place]) { json, place in json.object { location(place, to: &$0) } }
      }
      json.text("message", finding.words(in: report.catalog.files, folder: folder))
      json.member("partialFingerprints") { json in
        json.object { $0.member("rolebook/v1", fingerprint) }
      }
      if !finding.related.isEmpty { json.member("relatedLocations") { related(finding.related, to: &$0) } }
      json.member("ruleId", finding.rule)
      if let index = ruleIndex[finding.rule] { json.member("ruleIndex", index) }
      if case .suppressed(let reason) = finding.status {
        json.member("suppressions") { json in
          json.array([reason]) { json, reason in
            json.object { json in
              json.member("justification", reason)
              json.member("kind", "inSource")
            }
          }
        }
      }
    }
  }

  private func related(_ related: [Related], to json: inout JSON) {
    json.array(related.enumerated()) { json, element in
      json.object { json in
        json.member("id", element.offset + 1)
        json.text("message", element.element.message)
        location(element.element.place, to: &json)
      }
    }
  }

  private func write(_ fix: Fix, _ finding: Finding, to json: inout JSON) {
    let files = Dictionary(grouping: fix.edits, by: \.place.file).sorted { $0.key < $1.key }
    json.object { json in
      json.member("artifactChanges") { json in
        json.array(files) { json, change in
          json.object { json in
            artifact(change.key, to: &json)
            json.member("replacements") { json in
              json.array(change.value) { json, edit in
                json.object { json in
                  json.member("deletedRegion") { $0.region(Spot(edit.place, in: report.catalog.files)) }
                  json.text("insertedContent", edit.replacement)
                }
              }
            }
          }
        }
      }
      json.text(
        "description", finding.help ?? (fix.isSafe ? "a safe fix" : "a fix that changes what is said"))
    }
  }

  private func location(_ place: Place, to json: inout JSON) {
    json.member("physicalLocation") { json in
      json.object { json in
        artifact(place.file, to: &json)
        json.member("region") { $0.region(Spot(place, in: report.catalog.files)) }
      }
    }
  }

  private func artifact(_ file: FileID, to json: inout JSON) {
    json.member("artifactLocation") { json in
      json.object { json in
        json.member("uri", (folder + report.catalog.files[Int(file)].path).asURI)
        json.member("uriBaseId", "%SRCROOT%")
      }
    }
  }
}

extension JSON {
  /// A message of SARIF: an object with a text.
  fileprivate mutating func text(_ key: StaticString, _ text: String) {
    member(key) { json in json.object { $0.member("text", text) } }
  }

  fileprivate mutating func region(_ spot: Spot) {
    object { json in
      json.member("endColumn", spot.end.column)
      json.member("endLine", spot.end.line)
      json.member("startColumn", spot.start.column)
      json.member("startLine", spot.start.line)
    }
  }
}

extension Severity {
  fileprivate var sarifLevel: String { self == .info ? "note" : rawValue }
}

extension String {
  /// A relative path as a URI reference (RFC 3986): what is not unreserved or a slash is percent-encoded.
  fileprivate var asURI: String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    return utf8.map { byte in
      plain.contains(byte) ? String(UnicodeScalar(byte)) : "%" + hexadecimal([byte]).uppercased()
    }.joined()
  }
}
