import Markdown

extension Suppression {
  /// Every comment of the pages that allows something, or means to, in the order of pages and places.
  static func readAll(_ catalog: Catalog) -> [Suppression] {
    let rules = Set(Rule.all.map(\.id))
    return catalog.pages.filter(\.document.hasHTML).flatMap { read($0, rules: rules) }
  }

  private static func read(_ page: Page, rules: Set<String>) -> [Suppression] {
    let nodes = page.document.nodes
    var found: [Suppression] = []
    // The ends of the blocks around the node.
    var around: [Int] = []
    // What follows the comments in a row of which the last one was read.
    var next = Following(node: 0, block: nil)
    for node in nodes.indices {
      while let end = around.last, end <= node { around.removeLast() }
      let kind = nodes[node].kind
      if kind == .htmlBlock || kind == .htmlInline {
        if kind == .htmlBlock, node >= next.node {
          next = following(node, below: around.last ?? nodes.count, page)
        }
        let block = kind == .htmlBlock ? next.block : nil
        found += AllowComment.all(in: nodes[node].span, page.document.source).map {
          Suppression($0, page, before: block, isInside: kind == .htmlInline, rules: rules)
        }.filter { $0.isMeant(rules) }
      }
      if Int(nodes[node].end) > node + 1 { around.append(Int(nodes[node].end)) }
    }
    return found
  }

  /// Whether it names a rule or resembles one; other comments may start with `allow` too.
  private func isMeant(_ rules: Set<String>) -> Bool {
    fault != .unknownRule || rule.value.contains("-") || closest(to: rule.value, among: rules) != nil
  }

  /// The first node past comments in a row, and what its block takes; nil where the block around them ends.
  private struct Following {
    let node: Int
    let block: Span?
  }

  private static func following(_ node: Int, below end: Int, _ page: Page) -> Following {
    let nodes = page.document.nodes
    var following = Int(nodes[node].end)
    while following < end, nodes[following].kind == .htmlBlock,
      page.document.string(nodes[following].literal).hasPrefix("<!--")
    {
      following = Int(nodes[following].end)
    }
    guard following < end else { return Following(node: following, block: nil) }
    let last = nodes[following..<Int(nodes[following].end)].map(\.span.end).max()
    return Following(
      node: following, block: Span(nodes[following].span.start, last ?? nodes[following].span.end))
  }

  private init(
    _ comment: AllowComment, _ page: Page, before block: Span?, isInside: Bool, rules: Set<String>
  ) {
    let (reason, written) = comment.splitReason()
    let day = written.flatMap { text in Day(text.value).map { Located($0, page.place(text.span)) } }
    rule = Located(comment.rule.value, page.place(comment.rule.span))
    self.reason = reason
    self.block = block
    until = day
    fault =
      if !rules.contains(comment.rule.value) {
        .unknownRule
      } else if reason.isEmpty {
        .noReason
      } else if isInside {
        .insideOfBlock
      } else if let written, day == nil {
        .malformedDay(Located(written.value, page.place(written.span)))
      } else if block == nil {
        .nothingFollows
      } else { nil }
  }
}
