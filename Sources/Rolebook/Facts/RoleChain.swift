import Markdown

/// A reference page says that each role of a line holds all of the one before it: `` `a.viewer` < `a.editor` ``.
public struct RoleChain: Sendable {
  /// Ids or titles, as written, the smallest role first.
  public let roles: [Located<String>]

  /// The chains of a page's paragraphs and list items.
  static func readAll(_ scope: FactScope) -> [RoleChain] {
    let document = scope.page.document
    return document.indices(of: .paragraph)
      .flatMap { read(Array(document.children(of: $0)), scope) }
  }

  /// Names with nothing but a sign between them.
  private static func read(_ inlines: [Int], _ scope: FactScope) -> [RoleChain] {
    var chains: [RoleChain] = []
    var roles: [Located<String>] = []
    var sign: Sign?
    for (position, node) in inlines.enumerated() {
      guard let name = name(node, scope) else { continue }
      if roles.isEmpty { roles = [name] }
      let after = position + 2 < inlines.count ? Sign(inlines[position + 1], scope) : nil
      if let after, sign == nil || after == sign, let next = self.name(inlines[position + 2], scope) {
        roles.append(next)
        sign = after
      } else {
        if roles.count > 1 { chains.append(RoleChain(roles: sign == .holds ? roles.reversed() : roles)) }
        (roles, sign) = ([], nil)
      }
    }
    return chains
  }

  private static func name(_ node: Int, _ scope: FactScope) -> Located<String>? {
    let document = scope.page.document
    switch document.nodes[node].kind {
    case .code:
      let code = scope.page.code(node)
      return scope.grammar.isRole(code.value) ? code : nil
    case .strong: return Located(document.plainText(node), scope.page.place(document.nodes[node].span))
    default: return nil
    }
  }

  /// Which of two neighbours is the larger.
  private enum Sign {
    case isHeld, holds

    init?(_ node: Int, _ scope: FactScope) {
      let document = scope.page.document
      guard document.nodes[node].kind == .text else { return nil }
      switch trimmed(document.string(document.nodes[node].literal)) {
      case "<", "≤", "⊂", "⊆": self = .isHeld
      case ">", "≥", "⊃", "⊇": self = .holds
      default: return nil
      }
    }
  }
}
