import Markdown

/// A role that pages name by its id and that the truth does not list, or lists as deleted.
struct GoneRole: Sendable {
  let id: String
  /// Where it is declared; nil where pages only name it.
  let declaration: Place?
  /// Where it is assigned, inherited or granted, with what names it: "this option assigns it".
  let mentions: [(words: String, place: Place)]
  /// Where the truth says that it was deleted.
  let deletion: Place?

  /// Those of a platform, ordered by id. Of families that the truth does not know, of basic and of custom roles that
  /// it does not list, there is no opinion; one that lacks more roles of a family than it lists is a part of the
  /// truth.
  static func all(in pages: CurrentPages, _ truth: Truth) -> [GoneRole] {
    let declared = Dictionary(uniqueKeysWithValues: pages.roles.map { ($0.id, $0) })
    let named = mentions(in: pages)
    let missing = Set(declared.keys).union(named.keys).filter {
      let known = truth.role($0)
      return known == nil ? isJudged($0, declared[$0], truth) : known?.deletion != nil
    }
    let sizes = Dictionary(grouping: missing, by: family(ofRole:)).mapValues(\.count)
    return missing.sorted().compactMap { id in
      let family = family(ofRole: id)
      let deletion = truth.role(id)?.deletion
      guard deletion != nil || sizes[family, default: 0] <= truth.size(ofFamily: family) else {
        return nil
      }
      return GoneRole(
        id: id, declaration: declared[id]?.declaration.id.place, mentions: named[id] ?? [],
        deletion: deletion)
    }
  }

  /// Whether a truth that does not list the role would, if it existed.
  private static func isJudged(_ id: String, _ declared: Role?, _ truth: Truth) -> Bool {
    if truth.isOneRole { return false }
    if let kind = declared?.declaration.kind?.value, kind != .predefined, !family(ofRole: id).contains("/") {
      return false
    }
    return truth.knows(family: family(ofRole: id))
  }

  private static func mentions(in pages: CurrentPages) -> [String: [(words: String, place: Place)]] {
    let named = NamedRole.all(of: pages.catalog).filter {
      $0.platform == pages.platform && $0.isID && pages.isCurrent($0.name.place)
    }
    return Dictionary(grouping: named, by: \.name.value).mapValues { named in
      named.map { (words: $0.words, place: $0.name.place) }
    }
  }
}

extension Truth {
  /// Whether it lists roles of the family. A role by itself, such as `roles/viewer`, is of a family only where most
  /// roles are: elsewhere these are basic roles, which dumps leave out.
  func knows(family: String) -> Bool {
    let size = size(ofFamily: family)
    return family.isEmpty ? size * 2 > roles.count : size > 0
  }
}
