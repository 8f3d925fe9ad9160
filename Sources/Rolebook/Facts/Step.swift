import Markdown

extension Step {
  /// The items of a page's ordered lists, in order.
  static func readAll(_ page: Page) -> [Step] {
    let document = page.document
    return document.nodes.indices.filter { document.nodes[$0].kind == .list && document.nodes[$0].isOrdered }
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

extension RoleAssignment {
  /// The roles that a step tells its reader to assign: titles in bold or italics and ids in code, in a step that
  /// says to add, select, grant or assign one.
  ///
  /// Whether a title is one of a role is for the catalog to say; others fall away there.
  static func readAll(_ step: Step, _ scope: FactScope) -> [RoleAssignment] {
    guard assigns(step.text) else { return [] }
    let document = scope.page.document
    let own = document.children(of: step.node).filter { document.nodes[$0].kind == .paragraph }
    return own.flatMap { paragraph -> [RoleAssignment] in
      ((paragraph + 1)..<Int(document.nodes[paragraph].end)).compactMap { node in
        guard let name = name(node, scope) else { return nil }
        return RoleAssignment(
          role: name, title: nil, securable: .project, options: scope.outline.scope(of: node), origin: .step)
      }
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

  private static func assigns(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
    return words.contains(where: verbs.contains) && !words.contains(where: refusals.contains)
  }
}
