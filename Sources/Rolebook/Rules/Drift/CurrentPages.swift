import Markdown

/// What the pages of a platform state that are not superseded.
struct CurrentPages {
  let catalog: Catalog
  let platform: String
  /// The files of superseded pages.
  private let superseded: Set<FileID>

  init(_ catalog: Catalog, platform: String) {
    self.catalog = catalog
    self.platform = platform
    superseded = Set(catalog.pages.filter(\.isSuperseded).map(\.file))
  }

  func isCurrent(_ place: Place) -> Bool { !superseded.contains(place.file) }

  /// The roles that they declare.
  var roles: [Role] {
    catalog.roles.filter { $0.platform == platform && isCurrent($0.declaration.id.place) }
  }

  /// Whether a permission is declared on one of them.
  func declares(_ permission: Permission) -> Bool {
    permission.declarations.first.map { isCurrent($0.name.place) } ?? false
  }
}
