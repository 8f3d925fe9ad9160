import Markdown

extension Rule {
  static let unusedSuppression = Rule(
    "unused-suppression", .upkeep, .warning, "A comment that allows a rule has no effect",
    judging: .upkeep { upkeep in
      zip(upkeep.suppressions, upkeep.hidden).compactMap { suppression, hidden in
        guard hidden.isEmpty, !upkeep.isOff(suppression) else { return nil }
        return finding(suppression, upkeep)
      }
    })

  private static func finding(_ suppression: Suppression, _ upkeep: Upkeep) -> Finding {
    let rule = suppression.rule
    let facts = [upkeep.catalog.files[Int(rule.place.file)].path, rule.value]
    switch suppression.fault {
    case .unknownRule:
      let near = closest(to: rule.value, among: all.map(\.id))
      return Finding(
        "a comment allows `\(rule.value)`, and there is no such rule", at: rule.place,
        help: near.map { "did you mean `\($0)`?" } ?? "`rolebook explain` knows the rules by their names",
        fix: near.map { Fix(isSafe: false, edits: [Edit(rule.place, $0)]) }, facts: facts)
    case .noReason:
      return Finding(
        "a comment allows `\(rule.value)` without a reason, so it has no effect", at: rule.place,
        help: "say why: `<!-- allow \(rule.value): the reason -->`", facts: facts)
    case .malformedDay(let day):
      return Finding(
        "`\(day.value)` is no day, so the comment has no effect", at: day.place,
        help: "write year, month and day: `until 2027-01-31`", facts: facts + [day.value])
    case .insideOfBlock:
      return Finding(
        "a comment inside of a block allows nothing", at: rule.place,
        help: "put it on a line of its own before the block", facts: facts)
    case .nothingFollows:
      return Finding(
        "no block follows the comment that allows `\(rule.value)`", at: rule.place,
        help: "put it before the block that it is about", facts: facts)
    case nil: return unneeded(suppression, upkeep, facts)
    }
  }

  /// A comment whose block has no such finding; one that only points into the block is shown where it stands.
  private static func unneeded(_ suppression: Suppression, _ upkeep: Upkeep, _ facts: [String]) -> Finding {
    let rule = suppression.rule
    let elsewhere = upkeep.findings.first { finding in
      finding.rule == rule.value
        && finding.related.contains {
          $0.place.file == rule.place.file && suppression.block?.contains($0.place.span) ?? false
        }
    }
    return Finding(
      "a comment allows `\(rule.value)`, and the block below it has none", at: rule.place,
      related: elsewhere.map { [Related("one that names this block stands here", at: $0.place)] } ?? [],
      help: elsewhere == nil ? "drop the comment" : "move the comment before the block where it stands",
      facts: facts)
  }
}
