/// A role that a fact names by its id: an assignment, an inheritance, a grant.
struct NamedRole {
  let name: Located<String>
  let platform: String
  /// What names it, in words: "this option assigns it".
  let words: String
  /// The title that stands beside it.
  var title: String?
  /// Whether it looks like the id of a role of its platform.
  var isID = true

  /// All of a site, page by page.
  static func all(of catalog: Catalog) -> [NamedRole] {
    let grammars = catalog.settings.platforms.mapValues { IDGrammar($0) }
    let plain = IDGrammar(nil)
    return catalog.statingPages.flatMap { page -> [NamedRole] in
      let platform = catalog.pages[page].platform ?? ""
      let grammar = grammars[platform] ?? plain
      return catalog.facts[page].flatMap { all(of: $0, platform) }.map { named in
        var named = named
        named.isID = grammar.isRole(named.name.value)
        return named
      }
    }
  }

  private static func all(of fact: Fact, _ platform: String) -> [NamedRole] {
    switch fact {
    case .assignment(let assignment):
      let words = assignment.origin == .table ? "this option assigns it" : "this step assigns it"
      return [
        NamedRole(
          name: assignment.role, platform: platform, words: words, title: assignment.title?.value)
      ]
    case .role(let role):
      return role.entries.filter { $0.kind == .role }.map {
        NamedRole(name: $0.name, platform: platform, words: "`\(role.id.value)` inherits from it")
      }
    case .script(let block):
      return block.statements.flatMap { statement -> [NamedRole] in
        guard case .grant(let grant) = statement.effect else { return [] }
        return grant.privileges.map {
          NamedRole(
            name: Located($0.value, $0.place), platform: platform, words: "this statement grants it")
        }
      }
    default: return []
    }
  }
}
