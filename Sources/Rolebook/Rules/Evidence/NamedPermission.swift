/// A permission that a fact names in full: a role's entry, what a guide requires, a see also.
struct NamedPermission {
  enum Use { case entry, requirement, row, seeAlso }

  let name: Located<String>
  let platform: String
  /// The index of the page.
  let page: Int
  let use: Use
  /// What names it, in words: "`roles/bigquery.user` holds".
  let words: String
  /// The other entries of the role that holds it.
  let siblings: Set<String>

  /// All of a site, page by page.
  static func all(of catalog: Catalog) -> [NamedPermission] {
    catalog.statingPages.flatMap { page -> [NamedPermission] in
      let namings = catalog.facts[page].flatMap(named)
      // Most pages of a site name none.
      if namings.isEmpty { return [] }
      let platform = catalog.pages[page].platform ?? ""
      return namings.map {
        NamedPermission(
          name: $0.name, platform: platform, page: page, use: $0.use, words: $0.words, siblings: $0.siblings)
      }
    }
  }

  private typealias Naming = (name: Located<String>, use: Use, words: String, siblings: Set<String>)

  private static func named(by fact: Fact) -> [Naming] {
    switch fact {
    case .role(let role) where role.origin != .column: return entries(of: role)
    case .requirement(let requirement):
      return [(requirement.permission, .requirement, "this page requires", [])]
    case .permission(let permission):
      let row = permission.isMatrixRow ? [permission.name] : []
      return row.map { ($0, .row, "a matrix has", []) }
        + permission.seeAlso.map { ($0, .seeAlso, "`\(permission.name.value)` refers to", []) }
    default: return []
    }
  }

  private static func entries(of role: RoleDeclaration) -> [Naming] {
    let exact = (role.entries + role.conditions.map(\.entry)).filter(\.isExact).map(\.name)
    let siblings = Set(exact.map(\.value))
    let words = "`\(role.id.value)` holds"
    return exact.map { ($0, .entry, words, siblings) }
  }
}

extension Catalog {
  /// Whether a page of the platform declares the permission.
  func isDeclared(_ permission: String, on platform: String) -> Bool {
    names.permission(permission, platform: platform).map { permissions[$0].isDeclared } ?? false
  }

  /// The edit that writes another name in the place of this one, where it stands there letter for letter.
  func renaming(_ name: Located<String>, to other: String) -> Edit? {
    let text = files[Int(name.place.file)].text.text(name.place.span)
    guard let found = text.firstRange(of: name.value) else { return nil }
    return Edit(name.place, text.replacingCharacters(in: found, with: other))
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + self[range.upperBound...]
  }
}
