import Markdown

/// Where each node of a page lies: below which heading, in which options.
struct PageOutline {
  let page: Page
  private let groups: [String: String]
  /// The first node of each option's section and the node after its last, in order.
  private let sections: [(range: Range<Int>, option: String)]

  init(_ page: Page) {
    self.page = page
    let options = page.frontMatter.options
    groups = Dictionary(options.map { ($0.id.value, $0.group) }, uniquingKeysWith: { first, _ in first })
    sections = options.flatMap { option in
      page.headings.indices
        .filter { page.headings[$0].text == option.title || page.headings[$0].anchor == option.id.value }
        .map { (Self.section(of: $0, in: page), option.id.value) }
    }
  }

  /// The nodes below a heading, up to the next one of its level or above.
  static func section(of heading: Int, in page: Page) -> Range<Int> {
    let own = page.headings[heading]
    let next = page.headings[(heading + 1)...].first { $0.level <= own.level }
    return own.node..<(next?.node ?? page.document.nodes.count)
  }

  func has(option: String) -> Bool { groups[option] != nil }

  func hasSection(_ option: String) -> Bool { sections.contains { $0.option == option } }

  /// Whether a node lies below a heading about undoing: `Clean up`, `Remove the user`.
  func undoes(_ node: Int) -> Bool {
    var level = Int.max
    for heading in page.headings.reversed() where heading.node < node && heading.level < level {
      level = heading.level
      if Self.isUndoing(heading.text) { return true }
      if level == 1 { return false }
    }
    return false
  }

  private static func isUndoing(_ heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter }
    return words.contains { undoing.contains($0) } || (words.contains("clean") && words.contains("up"))
  }

  private static let undoing: Set<Substring> = [
    "cleanup", "cleaning", "remove", "removing", "revoke", "revoking", "uninstall", "uninstalling", "undo",
    "teardown", "tear", "rollback", "offboard", "offboarding", "delete", "deleting", "disconnect",
    "disconnecting", "decommission", "drop", "dropping", "deprovision",
  ]

  /// The options whose sections a node lies in.
  func scope(of node: Int) -> OptionScope {
    var scope: OptionScope = []
    for section in sections where section.range.contains(node) {
      scope = scope.narrowed(by: [section.option]) { groups[$0] ?? "" }
    }
    return scope
  }

  /// The scope of a node that names options itself, as in a table's `Option` column; nil where it names none
  /// that the page has.
  func scope(of node: Int, naming names: [String]) -> OptionScope {
    let known = names.filter { groups[$0] != nil }
    guard !known.isEmpty else { return scope(of: node) }
    let grouped = Dictionary(grouping: known) { groups[$0] ?? "" }
    let inner = OptionScope(groups: grouped.keys.sorted().map { grouped[$0] ?? [] })
    return scope(of: node).narrowed(by: inner) { groups[$0] ?? "" }
  }
}
