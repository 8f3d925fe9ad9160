import Markdown

/// The findings of a check in the order they are shown, with the files that they point into.
public struct Report: Sendable {
  public let catalog: Catalog
  /// Ordered by file, line, column and rule; those that are allowed or in a baseline among them.
  public let all: [Finding]
  /// Beside `all`.
  public let fingerprints: [String]
  /// Those that are neither allowed nor in a baseline.
  public let findings: [Finding]

  public init(_ findings: [Finding], of catalog: Catalog) {
    self.catalog = catalog
    all = findings.sorted { Self.precedes($0, $1, in: catalog.files) }
    self.findings = all.filter { $0.status == .new }
    fingerprints = Fingerprint.all(all, in: catalog.files)
  }

  /// With these findings only.
  public func filtered(_ isIncluded: (Finding) -> Bool) -> Report {
    Report(all.filter(isIncluded), of: catalog)
  }

  public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
  public var factCount: Int { catalog.facts.reduce(0) { $0 + $1.count } }

  /// In one line: `2 warnings (1 fixable) in 3 pages`.
  public var summary: String {
    let counts = [
      Self.counted(count(.error), "error"), Self.counted(count(.warning), "warning"),
      Self.counted(count(.info), "info"),
    ].compactMap { $0 }
    let fixable = findings.count { $0.fix != nil }
    let known = all.count { $0.status == .baseline }
    return (counts.isEmpty ? (known > 0 ? "no new findings" : "no findings") : counts.joined(separator: ", "))
      + (fixable > 0 ? " (\(fixable) fixable)" : "")
      + " in \(catalog.pages.count) page\(catalog.pages.count == 1 ? "" : "s")"
      + (known > 0 ? ", \(known) in the baseline" : "")
  }

  private static func counted(_ count: Int, _ noun: String) -> String? {
    count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func precedes(_ left: Finding, _ right: Finding, in files: [SourceFile]) -> Bool {
    let leftPath = files[Int(left.place.file)].path
    let rightPath = files[Int(right.place.file)].path
    if leftPath != rightPath { return leftPath.utf8.lexicographicallyPrecedes(rightPath.utf8) }
    if left.place.span.start != right.place.span.start {
      return left.place.span.start < right.place.span.start
    }
    return (left.rule, left.message) < (right.rule, right.message)
  }
}
