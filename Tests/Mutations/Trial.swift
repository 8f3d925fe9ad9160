import Markdown
import Rolebook

/// One mutation, checked.
struct Trial: Sendable {
  enum Outcome: Sendable {
    case found, missed
    /// Nobody could see it; whether a rule did all the same.
    case unseen(isFound: Bool)
    case silent, noisy
  }

  let site: CleanSite
  let mutation: Mutation
  /// What the check finds and did not find before, in the clean site's lines.
  let findings: [NewFinding]

  /// Plants a mutation and checks the site.
  static func run(_ mutation: Mutation, in site: CleanSite) async -> Trial {
    let build = await Build(files: site.files(with: mutation.edits), settings: site.settings, jobs: 1)
    let report = Report(build.findings, of: build.catalog)
    let known = Set(site.report.fingerprints)
    let shift = Shift(mutation.edits)
    let new = zip(report.all, report.fingerprints).filter { $0.status == .new && !known.contains($1) }
      .map { NewFinding($0.0, in: report.catalog.files, site: site, shift) }
    return Trial(site: site, mutation: mutation, findings: new)
  }

  /// Findings at the change or at one of its counterparts.
  var hits: [NewFinding] { findings.filter { finding in places.contains { finding.touches($0) } } }

  /// Findings that have nothing to do with the change.
  var falseAlarms: [NewFinding] {
    if case .silence = mutation.expectation { return findings }
    let places = places + mutation.reach.map(site.lines)
    return findings.filter { finding in
      !places.contains { finding.touches($0) } && !mutation.names.contains { finding.names($0) }
    }
  }

  /// How many findings say the same thing again; one cause should give one.
  var echoes: Int { isRewriting ? 0 : max(0, findings.count - falseAlarms.count - 1) }

  var outcome: Outcome {
    switch mutation.expectation {
    case .found: hits.isEmpty ? .missed : .found
    case .unseen: .unseen(isFound: !hits.isEmpty)
    case .silence: findings.isEmpty ? .silent : .noisy
    }
  }

  private var places: [Lines] {
    var counterparts: [Place] = []
    if case .found(let places) = mutation.expectation { counterparts = places }
    return (mutation.edits.map(\.place) + counterparts).map(site.lines)
  }
}

/// A finding of a mutated site, with its places as lines of the clean one.
struct NewFinding: Sendable {
  let rule: String
  let severity: Severity
  /// As the command prints it: `error[unknown-role]: … (content/a.md:4)`.
  let text: String
  private let lines: [Lines]
  private let words: String

  init(_ finding: Finding, in files: [SourceFile], site: CleanSite, _ shift: Shift) {
    rule = finding.rule
    severity = finding.severity
    let lines = ([finding.place] + finding.related.map(\.place)).map { site.lines(shift.clean($0)) }
    self.lines = lines
    let path = files[Int(finding.place.file)].path
    text = "\(severity.rawValue)[\(rule)]: \(finding.message) (\(path):\(lines[0].range.lowerBound))"
    let quotes = finding.related.flatMap { [$0.message, $0.label ?? ""] }
    words = ([finding.message, finding.label ?? "", finding.help ?? ""] + quotes + finding.facts).joined(
      separator: "\n")
  }

  func touches(_ other: Lines) -> Bool { lines.contains { $0.meets(other) } }
  func names(_ name: String) -> Bool { !name.isEmpty && words.contains(name) }
}

/// Leads from places of a mutated site back to the clean one.
struct Shift: Sendable {
  private let edits: [Edit]

  init(_ edits: [Edit]) { self.edits = edits.sorted { $0.place.span.start < $1.place.span.start } }

  func clean(_ place: Place) -> Place {
    Place(place.file, Span(clean(place.span.start, place.file), clean(place.span.end, place.file)))
  }

  private func clean(_ offset: Int, _ file: FileID) -> Int {
    var offset = offset
    for edit in edits where edit.place.file == file {
      let start = edit.place.span.start
      let length = edit.replacement.utf8.count
      if offset < start { break }
      if offset < start + length { return min(offset, edit.place.span.end) }
      offset += edit.place.span.count - length
    }
    return offset
  }
}

extension CleanSite {
  /// The files with these edits made.
  fileprivate func files(with edits: [Edit]) -> [SourceFile] {
    var files = files
    for (index, edits) in Dictionary(grouping: edits, by: \.place.file) {
      let file = files[Int(index)]
      var bytes = file.text.bytes
      for edit in edits.sorted(by: { $0.place.span.start > $1.place.span.start }) {
        bytes.replaceSubrange(edit.place.span.range, with: edit.replacement.utf8)
      }
      files[Int(index)] = SourceFile(path: file.path, role: file.role, bytes: bytes)
    }
    return files
  }
}
