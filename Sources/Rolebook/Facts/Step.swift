import Markdown

extension Step {
  /// The items of a page's ordered lists, in order.
  static func readAll(_ page: Page) -> [Step] {
    let document = page.document
    return document.indices(of: .list).filter { document.nodes[$0].isOrdered }
      .flatMap { list in
        document.children(of: list).enumerated().map { position, item in
          Step(
            number: Int(document.nodes[list].number) + position, text: text(of: item, document),
            place: page.place(document.nodes[item].span), node: item)
        }
      }
      .sorted { $0.node < $1.node }
  }

  /// The item's own paragraphs, without the lists and code in it.
  private static func text(of item: Int, _ document: Document) -> String {
    document.children(of: item).filter { document.nodes[$0].kind == .paragraph }
      .map { trimmed(document.plainText($0)) }.joined(separator: " ")
  }
}

extension Step {
  private static let words: Set<String> = [
    "repeat", "each", "every", "all", "others", "rest", "roles", "table", "above", "below", "list",
    "following",
  ]

  /// Whether it speaks of more roles than it names: "repeat for the other roles".
  var speaksOfMore: Bool { !Self.words.isDisjoint(with: stepWords(text)) }
}

extension RoleAssignment {
  /// The roles that a step tells its reader to assign: titles in bold or italics and ids in code, in a step that
  /// says to add, select, grant or assign one.
  ///
  /// Whether a title is one of a role is for the catalog to say; others fall away there.
  static func readAll(_ step: Step, _ scope: FactScope) -> [RoleAssignment] {
    guard assigns(step.text) else { return [] }
    let document = scope.page.document
    let own = document.children(of: step.node).filter { document.nodes[$0].kind == .paragraph }
    return own.flatMap { read($0, isOffered: offers(step.text), scope) }
  }

  private static func read(_ paragraph: Int, isOffered: Bool, _ scope: FactScope) -> [RoleAssignment] {
    let nodes = (paragraph + 1)..<Int(scope.page.document.nodes[paragraph].end)
    let names = nodes.compactMap { name($0, scope) }
    let stated = Securable(inStep: paragraph, of: scope.page, isForOneRole: names.count == 1)
    return names.map { name in
      RoleAssignment(
        role: name, title: nil, securable: stated ?? .project, options: scope.outline.scope(of: paragraph),
        origin: .step, securableSource: stated == nil ? .assumed : .stated, isOffered: isOffered)
    }
  }

  private static func name(_ node: Int, _ scope: FactScope) -> Located<String>? {
    let page = scope.page
    switch page.document.nodes[node].kind {
    case .code:
      let code = page.code(node)
      return scope.grammar.isRole(code.value) ? code : nil
    case .strong, .emphasis:
      return Located(page.document.plainText(node), page.place(page.document.nodes[node].span))
    default: return nil
    }
  }

  private static let verbs: Set<String> = ["add", "select", "grant", "assign", "choose", "give", "pick"]
  private static let refusals: Set<String> = [
    "remove", "revoke", "not", "never", "without", "instead", "unselect", "deselect", "unless", "don't",
    "delete",
  ]
  private static let offers: Set<String> = [
    "or", "if", "either", "optional", "optionally", "alternatively", "may", "might",
  ]
  /// Whom a step of the task gives nothing: "ask an owner to grant you this role".
  private static let readers: Set<String> = ["you", "yourself"]

  private static func assigns(_ text: String) -> Bool {
    let words = stepWords(text)
    let toReader = zip(words, words.dropFirst()).contains { verbs.contains($0) && readers.contains($1) }
    return words.contains(where: verbs.contains) && !words.contains(where: refusals.contains) && !toReader
  }

  private static func offers(_ text: String) -> Bool { !offers.isDisjoint(with: stepWords(text)) }
}

extension Securable {
  /// What a step says that its role is granted on: "on the dataset `x`"; nil where it names nothing so, or more
  /// than one thing; with several roles it must begin with it.
  fileprivate init?(inStep paragraph: Int, of page: Page, isForOneRole: Bool) {
    let document = page.document
    let words = stepWords(document.plainText(paragraph))
    guard words.count(where: { Self.stepKinds[$0] != nil || $0 == "project" }) == 1,
      isForOneRole || words.first == "on"
    else { return nil }
    let start = document.nodes[paragraph].span.start
    for node in (paragraph + 1)..<Int(document.nodes[paragraph].end) where document.nodes[node].kind == .code
    {
      let before = document.source.text(Span(start, document.nodes[node].span.start))
      let lead = before.lowercased().split(whereSeparator: \.isWhitespace).suffix(3).map(String.init)
      guard let last = lead.last, let kind = Self.stepKinds[last] else { continue }
      guard lead.dropLast().suffix(2) == ["on", "the"] || lead.dropLast().last == "on" else { continue }
      self.init(kind, page.code(node).value)
      return
    }
    return nil
  }

  private static let stepKinds: [String: Kind] = ["dataset": .dataset, "table": .table, "view": .view]
}

/// The words of a step in lower case.
private func stepWords(_ text: String) -> [String] {
  text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
}
