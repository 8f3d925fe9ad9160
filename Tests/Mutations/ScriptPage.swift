import Markdown
import Rolebook

/// A guide's SQL with what the page says of it: its claims, and the names that both use.
struct ScriptPage: Sendable {
  let page: Page
  let claims: [Claim]
  let statements: [SQLStatement]
  /// Each part of a name, wherever the page uses it.
  let words: [Word]

  /// One part of an SQL name: `sales` of `sales.orders`.
  struct Word: Sendable {
    /// In lower case, as nearly every dialect folds it.
    let text: String
    let place: Place
  }

  init?(_ index: Int, of site: CleanSite) {
    page = site.catalog.pages[index]
    claims = site.catalog.facts[index].compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
    statements = site.catalog.facts[index].flatMap { fact -> [SQLStatement] in
      if case .script(let block) = fact { block.statements } else { [] }
    }
    guard page.kind == .guide, !page.isSuperseded, !statements.isEmpty else { return nil }
    let claimed = claims.flatMap { [$0.grantee.place, $0.object.place] }
    let places = statements.flatMap(\.namePlaces) + claimed + page.frontMatter.existing.map(\.place)
    words = places.flatMap { Self.words(at: $0, site) }
  }

  /// The other places of a word, on other lines.
  func others(than word: Word, _ site: CleanSite) -> [Place] {
    words.filter { $0.text == word.text && !site.isOnLine($0.place, of: word.place) }.map(\.place)
  }

  /// The names at a place: in a cell the code span, elsewhere the last word.
  private static func words(at place: Place, _ site: CleanSite) -> [Word] {
    let text = site.text(place)
    guard !text.contains(where: { "<>${}@/".contains($0) }), !text.contains("YOUR_") else { return [] }
    var words: [Word] = []
    var start = text.startIndex
    let whole = text.lastIndex(of: " ").map { text[text.index(after: $0)...] } ?? text[...]
    start = whole.startIndex
    while start < whole.endIndex {
      let part = whole[start...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if !part.isEmpty {
        let offset = place.span.start + text.utf8.distance(from: text.startIndex, to: part.startIndex)
        words.append(
          Word(text: part.lowercased(), place: Place(place.file, Span(offset, offset + part.utf8.count))))
      }
      start = part.isEmpty ? whole.index(after: start) : part.endIndex
    }
    return words
  }
}

extension CleanSite {
  var scriptPages: [ScriptPage] { catalog.pages.indices.compactMap { ScriptPage($0, of: self) } }
}

extension SQLStatement {
  /// Where it writes the names of what it creates, grants on and grants to.
  fileprivate var namePlaces: [Place] {
    switch effect {
    case .createDatabase(let name), .createTable(let name), .createRole(let name), .createGroup(let name):
      [name.place]
    case .createSchema(let name, let owner): [name.place] + [owner?.place].compactMap { $0 }
    case .createUser(let name, _), .alterUser(let name, _): [name.place]
    case .grant(let grant), .revoke(let grant): grant.namePlaces
    case .grantRole(let membership), .revokeRole(let membership):
      (membership.roles + membership.members).map(\.place)
    case .defaultPrivileges(let defaults):
      (defaults.creators + defaults.schemas + defaults.grant.grantees).map(\.place)
    case .changeOwner(let securable, let owner): [securable.place, owner.place]
    default: []
    }
  }
}

extension SQLGrant {
  fileprivate var namePlaces: [Place] { securables.map(\.place) + grantees.map(\.place) }
}
