import Markdown

/// What an author allows: `<!-- allow redundant-role: the wizard needs it, until 2027-01-01 -->` before a block.
struct Suppression: Sendable {
  /// What keeps the comment from having an effect.
  enum Fault: Sendable, Equatable {
    case unknownRule, noReason, insideOfBlock, nothingFollows
    /// The words that should be a day.
    case malformedDay(Located<String>)
  }

  let rule: Located<String>
  let reason: String
  /// The last day on which it holds.
  let until: Located<Day>?
  /// The block that follows the comment.
  let block: Span?
  let fault: Fault?

  func allows(_ finding: Finding) -> Bool {
    finding.rule == rule.value && block?.contains(finding.place.span) ?? false
  }
}
