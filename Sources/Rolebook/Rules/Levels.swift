import Markdown

/// The levels that a site gives to rules, everywhere and by folder.
struct Levels: Sendable {
  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  /// Whether the rule is on anywhere.
  func mayReport(_ rule: Rule) -> Bool {
    settings.rules[rule.id] != .off || settings.overrides.contains { $0.rules[rule.id] ?? .off != .off }
  }

  /// The finding with its rule and level; nil where the rule is off.
  func judge(_ finding: Finding, by rule: Rule, in catalog: Catalog) -> Finding? {
    var finding = finding
    finding.rule = rule.id
    if finding.severity == .error { finding.severity = rule.severity }
    guard let level = level(of: rule.id, at: finding.place, in: catalog) else { return finding }
    guard let severity = Severity(rawValue: level.rawValue) else { return nil }
    finding.severity = severity
    return finding
  }

  /// The level that the site gives a rule in a file; nil where it gives none.
  func level(of rule: String, at place: Place, in catalog: Catalog) -> RuleLevel? {
    if settings.overrides.isEmpty { return settings.rules[rule] }
    let path = catalog.files[Int(place.file)].path
    let below =
      path.hasPrefix(settings.content + "/") ? String(path.dropFirst(settings.content.count + 1)) : path
    let override = settings.overrides.last {
      $0.rules[rule] != nil && ($0.match.matches(path) || $0.match.matches(below))
    }
    return override?.rules[rule] ?? settings.rules[rule]
  }
}

extension Catalog {
  /// Whether the site lets a rule speak of a place; where it does not, the rule's echoes speak for themselves.
  func judges(_ rule: Rule, at place: Place) -> Bool {
    Levels(settings).level(of: rule.id, at: place, in: self) != .off
  }

  func judges(_ rule: Rule, on page: Page) -> Bool { judges(rule, at: page.place(Span(0, 0))) }
}
