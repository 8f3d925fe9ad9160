import Markdown

@testable import Rolebook

/// What one page states, read under settings of its own.
struct Stated {
  let catalog: Catalog

  /// A page of this kind on the platform `p`, whose roles start with `roles/`.
  init(_ kind: String, _ text: String, settings: String = "platforms: {p: {role_prefix: roles/}}") async {
    let page = "---\ntitle: T\nkind: \(kind)\nplatform: p\ncomplete: []\n---\n" + text
    catalog = await World(["page.md": page], settings: settings).build().catalog
  }

  var facts: [Fact] { catalog.facts[0] }

  var permissions: [PermissionDeclaration] {
    facts.compactMap { if case .permission(let fact) = $0 { fact } else { nil } }
  }
  var roles: [RoleDeclaration] { facts.compactMap { if case .role(let fact) = $0 { fact } else { nil } } }
  var requirements: [Requirement] {
    facts.compactMap { if case .requirement(let fact) = $0 { fact } else { nil } }
  }
  var assignments: [RoleAssignment] {
    facts.compactMap { if case .assignment(let fact) = $0 { fact } else { nil } }
  }
  var claims: [Claim] { facts.compactMap { if case .claim(let fact) = $0 { fact } else { nil } } }
  var tables: [ReadTable.Reading] {
    facts.compactMap { if case .table(let fact) = $0 { fact.reading } else { nil } }
  }
  /// How many facts there are beside the lists of tables and steps.
  var count: Int { permissions.count + roles.count + requirements.count + assignments.count + claims.count }

  func position(_ place: Place) -> Position {
    catalog.files[Int(place.file)].text.position(at: place.span.start)
  }

  /// A place's text and line.
  func written(_ place: Place) -> String { catalog.files[Int(place.file)].text.text(place.span) }
}
