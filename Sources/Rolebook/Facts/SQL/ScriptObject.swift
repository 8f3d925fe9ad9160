/// Something that a page's script creates, or that its front matter says exists.
public struct ScriptObject: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case database, schema, dataset, table, view, role, user, group, warehouse, variable

    /// Databricks calls its databases catalogs.
    fileprivate init?(word: String) { self.init(rawValue: word == "catalog" ? "database" : word) }
  }

  let kind: Kind
  /// Folded as the dialect folds names.
  let name: String
  let place: Place
  let isExisting: Bool

  /// Reads one of the front matter's `existing`: `schema devices`, `user dbadmin`.
  init?(existing text: Located<String>, _ dialect: Dialect) {
    let words = text.value.split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, let kind = Kind(word: words[0].lowercased()) else { return nil }
    let name = words.dropFirst().joined(separator: " ")
    self.kind = kind
    self.name = isPlaceholder(name) ? name : fold(name, isQuoted: false, dialect)
    self.place = text.place
    self.isExisting = true
  }

  init?(createdBy statement: SQLStatement) {
    switch statement.effect {
    case .createDatabase(let name): self.init(.database, name)
    case .createSchema(let name, _): self.init(.schema, name)
    case .createTable(let name): self.init(.table, name)
    case .createRole(let name): self.init(.role, name)
    case .createUser(let name, _): self.init(.user, name)
    case .createGroup(let name): self.init(.group, name)
    default: return nil
    }
  }

  private init(_ kind: Kind, _ name: SQLName) {
    self.kind = kind
    self.name = name.value
    self.place = name.place
    self.isExisting = false
  }
}
