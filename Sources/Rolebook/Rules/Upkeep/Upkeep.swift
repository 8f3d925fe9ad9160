import Markdown

/// What people wrote about findings, beside the findings: what upkeep rules judge.
struct Upkeep: Sendable {
  let catalog: Catalog
  /// In the order of pages and places.
  let suppressions: [Suppression]
  /// Beside `suppressions`: what each one hides, as indices into `findings`.
  private(set) var hidden: [[Int]]
  let today: Day?
  let baseline: Baseline?
  /// What the rules found so far; an upkeep rule sees what the one before it found.
  var findings: [Finding]
  private let levels: Levels
  /// Whether the rules of drift judge, and not those of the catalog.
  private let isOfDrift: Bool

  init(
    _ findings: [Finding], of catalog: Catalog, levels: Levels, isOfDrift: Bool = false, today: Day?,
    baseline: Baseline?
  ) {
    self.catalog = catalog
    self.findings = findings
    self.levels = levels
    self.today = today
    self.baseline = baseline
    self.isOfDrift = isOfDrift
    suppressions = Suppression.readAll(catalog).filter { Self.isOfDrift($0.rule.value) == isOfDrift }
    hidden = suppressions.map { _ in [] }
    hide()
  }

  /// The command that judges.
  var command: String { isOfDrift ? "drift" : "check" }

  /// Whether the rule judges this time, so that what it does not find is not there.
  func judges(_ rule: String) -> Bool { Self.isOfDrift(rule) == isOfDrift }

  private static func isOfDrift(_ rule: String) -> Bool {
    Rule.all.contains { $0.id == rule && $0.isOfDrift }
  }

  /// Whether a suppression's day has passed.
  func isExpired(_ suppression: Suppression) -> Bool {
    guard let today, let until = suppression.until else { return false }
    return until.value < today
  }

  /// Whether the site has switched off the rule that a suppression allows, so that it has nothing to hide.
  func isOff(_ suppression: Suppression) -> Bool {
    levels.level(of: suppression.rule.value, at: suppression.rule.place, in: catalog) == .off
  }

  /// The findings, those of the baseline marked.
  var marked: [Finding] {
    guard let baseline else { return findings }
    let known = Set(baseline.entries.map(\.fingerprint.value))
    return zip(findings, Fingerprint.all(findings, in: catalog.files)).map { finding, fingerprint in
      var finding = finding
      if finding.status == .new, known.contains(fingerprint) { finding.status = .baseline }
      return finding
    }
  }

  /// Gives each finding that is allowed to a suppression; one that has expired hides what no other does.
  private mutating func hide() {
    let blocks = SuppressedBlocks(suppressions)
    for index in findings.indices {
      let allowing = blocks.around(findings[index].place).filter {
        suppressions[$0].allows(findings[index])
      }
      guard let first = allowing.first(where: { !isExpired(suppressions[$0]) }) ?? allowing.first else {
        continue
      }
      findings[index].status = .suppressed(reason: suppressions[first].reason)
      hidden[first].append(index)
    }
  }
}
