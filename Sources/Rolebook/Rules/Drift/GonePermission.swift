import Markdown

/// A permission that pages name in full and that no role of the truth holds.
struct GonePermission: Sendable {
  let name: String
  /// Where it is declared; nil where pages only name it.
  let declaration: Place?
  /// Where roles and guides name it, with what names it: "`roles/bigquery.user` holds".
  let mentions: [(words: String, place: Place)]

  /// Those of a platform, ordered by their first places. Of services that the truth does not know, and of
  /// permissions whose roles it does not list, there is no opinion.
  static func all(in pages: CurrentPages, _ truth: Truth, goneRoles: Set<String>) -> [GonePermission] {
    let missing = missingNames(in: pages, truth)
    guard !missing.isEmpty else { return [] }
    let judge = AbsenceJudge(pages, truth, missing: missing, goneRoles: goneRoles)
    let gone = Set(missing.filter(judge.isGone))
    let places = mentions(of: gone, in: pages)
    return missing.filter(gone.contains).compactMap { name in
      let declaration = pages.declaration(of: name)
      let mentions = places[name] ?? []
      if declaration == nil, mentions.isEmpty { return nil }
      return GonePermission(name: name, declaration: declaration, mentions: mentions)
    }
  }

  /// Names that pages write in full and no role of the truth holds, of services that it knows, ordered.
  private static func missingNames(in pages: CurrentPages, _ truth: Truth) -> [String] {
    var names = Set(pages.catalog.permissions.lazy.filter { $0.platform == pages.platform }.map(\.name))
    for (page, facts) in zip(pages.catalog.pages, pages.catalog.facts)
    where page.platform == pages.platform && page.kind == .guide {
      for case .requirement(let requirement) in facts { names.insert(requirement.permission.value) }
    }
    return names.filter {
      truth.serviceSizes[service(ofPermission: $0), default: 0] > 0 && !truth.holds($0)
    }.sorted()
  }

  private static func mentions(
    of names: Set<String>, in pages: CurrentPages
  ) -> [String: [(words: String, place: Place)]] {
    let named = NamedPermission.all(of: pages.catalog).filter {
      $0.platform == pages.platform && names.contains($0.name.value) && pages.isCurrent($0.name.place)
        && $0.use != .row
    }
    return Dictionary(grouping: named, by: \.name.value).mapValues { named in
      named.map { (words: $0.words, place: $0.name.place) }
    }
  }
}

extension CurrentPages {
  /// Where a permission is declared.
  func declaration(of permission: String) -> Place? {
    catalog.names.permission(permission, platform: platform)
      .flatMap { catalog.permissions[$0].declarations.first?.name.place }
      .flatMap { isCurrent($0) ? $0 : nil }
  }
}

/// Tells names that are gone from names that the truth says nothing about.
private struct AbsenceJudge {
  private let pages: CurrentPages
  private let truth: Truth
  private let goneRoles: Set<String>
  /// How many names of each service are missing that no documented role holds.
  private let unheld: [String: Int]

  init(_ pages: CurrentPages, _ truth: Truth, missing: [String], goneRoles: Set<String>) {
    self.pages = pages
    self.truth = truth
    self.goneRoles = goneRoles
    unheld = missing.reduce(into: [:]) { counts, name in
      if Self.holders(of: name, in: pages).isEmpty {
        counts[service(ofPermission: name), default: 0] += 1
      }
    }
  }

  /// If every documented role that holds the name is in the truth, they prove it. Without such roles, a truth that
  /// lacks more of the service than it has is taken for a part of the truth.
  func isGone(_ name: String) -> Bool {
    let holders = Self.holders(of: name, in: pages).filter { !goneRoles.contains($0.id) }
    let known = holders.filter { truth.role($0.id)?.held != nil }
    if !known.isEmpty {
      return holders.allSatisfy { truth.role($0.id)?.held != nil || $0.isOfUnlistedKind(in: truth) }
    }
    guard holders.allSatisfy({ $0.isOfUnlistedKind(in: truth) }) else { return false }
    let service = service(ofPermission: name)
    return unheld[service, default: 0] <= truth.serviceSizes[service, default: 0]
  }

  private static func holders(of name: String, in pages: CurrentPages) -> [Role] {
    guard let index = pages.catalog.names.permission(name, platform: pages.platform) else { return [] }
    return pages.catalog.permissions[index].holders.map { pages.catalog.roles[$0.role] }
      .filter { pages.isCurrent($0.declaration.id.place) }
  }
}

extension Role {
  /// Whether a truth that does not list the role need not know it: basic and custom roles.
  func isOfUnlistedKind(in truth: Truth) -> Bool {
    guard truth.role(id) == nil else { return false }
    let family = family(ofRole: id)
    return declaration.kind.map { $0.value != .predefined } ?? false || family.contains("/")
      || (family.isEmpty && !truth.knows(family: family))
  }
}
