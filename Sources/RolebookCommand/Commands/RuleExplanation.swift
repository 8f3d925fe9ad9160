import Rolebook

/// A rule's page, with its level where the reader is and the ways to live with it.
struct RuleExplanation {
  private let rule: Rule
  private let settings: Settings?

  init(_ rule: Rule, in settings: Settings?) {
    self.rule = rule
    self.settings = settings
  }

  func text(isColored: Bool) -> String {
    let page = rule.page.map { TerminalPage.text(of: $0, isColored: isColored) } ?? rule.summary + "\n"
    let head = "\(rule.id)   \(rule.severity.rawValue), \(rule.group.rawValue)"
    return (isColored ? "\u{1B}[1m\(head)\u{1B}[0m" : head) + "\n\n" + page + "\n" + aligned(ways)
  }

  /// What the site says of the rule, and what it may say.
  private var ways: [[String]] {
    let everywhere = settings?.rules[rule.id].map { [["in this site", $0.rawValue]] } ?? []
    let folders = (settings?.overrides ?? []).compactMap { override in
      override.rules[rule.id].map { ["in \(override.match.text)", $0.rawValue] }
    }
    let common = [["turn it off", "rules: {\(rule.id): off} in rolebook.yml"]]
    if rule.group == .upkeep { return everywhere + folders + common }
    return everywhere + folders
      + [["allow it for one block", "<!-- allow \(rule.id): the reason -->"]] + common
  }
}
