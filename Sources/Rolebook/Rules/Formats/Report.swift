import Markdown

/// The findings of a check in the order they are shown, with the files that they point into.
public struct Report: Sendable {
  public let catalog: Catalog
  /// Ordered by file, line, column and rule.
  public let findings: [Finding]
  /// Beside `findings`.
  public let fingerprints: [String]

  /// Suppressed findings are left out unless asked for.
  public init(_ findings: [Finding], of catalog: Catalog, includesSuppressed: Bool = false) {
    self.catalog = catalog
    self.findings = findings.filter { includesSuppressed || !$0.isSuppressed }
      .sorted { Self.precedes($0, $1, in: catalog.files) }
    self.fingerprints = Fingerprint.all(self.findings)
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
    return (counts.isEmpty ? "no findings" : counts.joined(separator: ", "))
      + (fixable > 0 ? " (\(fixable) fixable)" : "")
      + " in \(catalog.pages.count) page\(catalog.pages.count == 1 ? "" : "s")"
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
