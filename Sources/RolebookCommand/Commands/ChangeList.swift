import Rolebook

/// The changes between two editions as text for people.
struct ChangeList {
  private let comparison: Comparison
  private let isColored: Bool

  init(_ comparison: Comparison, isColored: Bool) {
    self.comparison = comparison
    self.isColored = isColored
  }

  /// Each permission, role and guide with its changes below it.
  var text: String {
    ChangeGroup.groups(of: comparison.changes).map { group in
      "\(styled("1", group.title.name))   \(group.title.kind)\n" + group.lines.map(line).joined()
    }.joined(separator: "\n") + (comparison.changes.isEmpty ? "" : "\n")
  }

  /// `2 grant more, 1 renames`.
  var summary: String {
    let counts = Change.Effect.allCases.map { ($0, comparison.count($0)) }.filter { $0.1 > 0 }
    return counts.isEmpty ? "nothing changed" : Self.words(counts)
  }

  static func words(_ counts: [(Change.Effect, Int)]) -> String {
    counts.map { effect, count in
      let words =
        switch effect {
        case .grantsMore: ("grants more", "grant more")
        case .grantsLess: ("grants less", "grant less")
        case .renames: ("renames", "rename")
        case .rewords: ("rewords", "reword")
        }
      return "\(count) \(count == 1 ? words.0 : words.1)"
    }.joined(separator: ", ")
  }

  private func line(_ line: ChangeGroup.Line) -> String {
    let color =
      switch line.mark {
      case .more: "32"
      case .less: "31"
      case .other: "33"
      }
    return "  \(styled(color, line.mark.rawValue)) \(line.words.map(\.plain).joined())\n"
  }

  private func styled(_ code: String, _ text: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
