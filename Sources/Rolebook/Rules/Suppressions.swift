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
    guard let rule = Self.allowedRule(document.string(document.nodes[node].literal)),
      let following = Self.block(after: node, document)
    else { return }
    let start = document.nodes[following].span.start
    let end = max(document.nodes[following].span.end, document.nodes[following..<Int(document.nodes[following].end)].map(\.span.end).max() ?? 0)
    byFile[page.file, default: []].append(Suppression(rule: rule, span: Span(start, end)))
  }

  /// The next block beside a comment, past further comments; nil where the block around it ends.
  private static func block(after node: Int, _ document: Document) -> Int? {
    let nodes = document.nodes
    let end = nodes[..<node].last { Int($0.end) > node }.map { Int($0.end) } ?? nodes.count
    var following = node
    while following < end, nodes[following].kind == .htmlBlock,
      document.string(nodes[following].literal).hasPrefix("<!--")
    {
      following = Int(nodes[following].end)
    }
    return following < end ? following : nil
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
