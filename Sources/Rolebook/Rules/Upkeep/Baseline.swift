import Markdown

/// The findings that a site lives with for now, as `check --write-baseline` wrote them.
public struct Baseline: Sendable {
  struct Entry: Sendable {
    let fingerprint: Located<String>
    let rule: String
    let file: String
    let message: String
  }

  let entries: [Entry]

  /// What keeps a file from being a baseline, and where.
  public struct Fault: Error, Sendable {
    /// In words, lower case.
    public let message: String
    public let offset: Int
  }

  private static let version = "1.0.0"

  /// Reads the file with this index in the catalog. Throws a `Fault`.
  public init(reading file: SourceFile, file id: FileID) throws(Fault) {
    let json: JSONValue
    do { json = try JSONValue(reading: file.text) } catch {
      throw Fault(message: error.message, offset: error.offset)
    }
    guard let version = json["version"]?.text, let findings = json["findings"]?.array else {
      throw Fault(message: "a baseline has a `version` and its `findings`", offset: json.span.start)
    }
    guard version.split(separator: ".").first == "1" else {
      throw Fault(message: "version `\(version)` is not one that this program reads", offset: json.span.start)
    }
    var entries: [Entry] = []
    for finding in findings { entries.append(try Self.entry(finding, id)) }
    self.entries = entries
  }

  private static func entry(_ json: JSONValue, _ file: FileID) throws(Fault) -> Entry {
    guard let fingerprint = json["fingerprint"], let text = fingerprint.text, let rule = json["rule"]?.text,
      let path = json["file"]?.text, let message = json["message"]?.text
    else {
      throw Fault(
        message: "a finding has a `fingerprint`, `rule`, `file` and `message`", offset: json.span.start)
    }
    return Entry(
      fingerprint: Located(text, Place(file, fingerprint.span)), rule: rule, file: path, message: message)
  }

  /// A report's findings as the text of a baseline, for people too; ordered by what does not move.
  public static func text(of report: Report) -> [UInt8] {
    let rows = zip(report.all, report.fingerprints).filter { $0.0.status == .new }.map {
      finding, fingerprint in
      (finding, fingerprint, report.catalog.files[Int(finding.place.file)].path)
    }
    let sorted = rows.sorted { ($0.2, $0.0.rule, $0.0.message, $0.1) < ($1.2, $1.0.rule, $1.0.message, $1.1) }
    var json = JSON()
    json.object { json in
      json.member("findings") { json in
        json.array(sorted) { json, row in
          json.object { json in
            json.member("file", row.2)
            json.member("fingerprint", row.1)
            json.member("message", row.0.message)
            json.member("rule", row.0.rule)
          }
        }
      }
      json.member("version", version)
    }
    return json.finish()
  }
}
