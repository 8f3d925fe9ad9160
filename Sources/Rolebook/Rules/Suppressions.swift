import Markdown

/// What authors allow: `<!-- allow redundant-role: the wizard needs it, until 2027-01-01 -->` before a block.
///
/// A suppression without a reason allows nothing.
struct Suppressions {
  private struct Suppression {
    let rule: String
    /// The block that follows the comment.
    let span: Span
  }

  private var byFile: [FileID: [Suppression]] = [:]

  init(_ catalog: Catalog) {
    for page in catalog.pages {
      for node in page.document.nodes.indices where page.document.nodes[node].kind == .htmlBlock {
        add(node, page)
      }
    }
  }

  /// Whether an author allows this finding where it stands.
  func allow(_ finding: Finding) -> Bool {
    byFile[finding.place.file]?.contains { $0.rule == finding.rule && $0.span.contains(finding.place.span) } ?? false
  }

  private mutating func add(_ node: Int, _ page: Page) {
    let document = page.document
    let following = Int(document.nodes[node].end)
    guard following < document.nodes.count,
      let rule = Self.allowedRule(document.string(document.nodes[node].literal))
    else { return }
    let start = document.nodes[following].span.start
    let end = max(document.nodes[following].span.end, document.nodes[following..<Int(document.nodes[following].end)].map(\.span.end).max() ?? 0)
    byFile[page.file, default: []].append(Suppression(rule: rule, span: Span(start, end)))
  }

  /// The rule that a comment allows, with a reason.
  private static func allowedRule(_ comment: String) -> String? {
    guard comment.hasPrefix("<!--"), let end = comment.firstRange(of: "-->") else { return nil }
    let text = trimmed(comment[comment.index(comment.startIndex, offsetBy: 4)..<end.lowerBound])
    guard text.hasPrefix("allow "), let colon = text.firstIndex(of: ":") else { return nil }
    let rule = trimmed(text[text.index(text.startIndex, offsetBy: 6)..<colon])
    let reason = trimmed(text[text.index(after: colon)...])
    return reason.isEmpty ? nil : rule
  }
}
