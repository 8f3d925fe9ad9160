/// The catalog as one SQLite database: the statements that make it, and the rows. Whoever runs them has the disk.
public struct Database: Sendable {
  /// To be run before the rows are inserted.
  public let creation: [String]
  public let tables: [Table]
  /// To be run when they are.
  public let completion: [String]

  public struct Table: Sendable {
    /// With a parameter for each cell.
    public let insertion: String
    /// Gives the rows in order.
    public let rows: @Sendable (_ take: ([Cell]) -> Void) -> Void
  }

  /// A value of a row.
  public enum Cell: Sendable {
    case text(String)
    case number(Int)
    case none
  }

  init(of plan: SitePlan) {
    let tables = FeedTable.all + FeedTable.ofDatabases
    creation = tables.map(\.creation)
    self.tables = tables.map { table in
      Table(
        insertion: table.insertion,
        rows: { take in table.rows(plan) { row in take(row.map(\.composed)) } })
    }
    completion = tables.flatMap(\.indexing) + tables.flatMap(\.searching) + Self.views
  }
}

extension Database.Cell {
  init(_ text: String?) { self = text.map { .text($0) } ?? .none }

  /// None for an empty text.
  init(filled text: String) { self = text.isEmpty ? .none : .text(text) }

  fileprivate var composed: Self { if case .text(let text) = self { .text(text.composed) } else { self } }
}

extension FeedTable {
  /// Rows lie in the order of their key, unless they are searched by words, which needs numbers for them.
  fileprivate var creation: String {
    let keys = links.map { link in
      "  FOREIGN KEY (\(quotedNames(link.columns))) REFERENCES \(quotedName(link.table))"
        + " (\(quotedNames(link.target)))"
    }
    let lines = (definitions { $0 == .text ? "TEXT" : "INTEGER" } + keys).joined(separator: ",\n")
    return "CREATE TABLE \(quotedName(name)) (\n\(lines)\n)"
      + (key.isEmpty || !searched.isEmpty ? "" : " WITHOUT ROWID")
  }

  fileprivate var insertion: String {
    let parameters = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(quotedName(name)) VALUES (\(parameters))"
  }

  fileprivate var indexing: [String] {
    indices.map { columns in
      "CREATE INDEX \(quotedName(([name] + columns).joined(separator: "_")))"
        + " ON \(quotedName(name)) (\(quotedNames(columns)))"
    }
  }

  /// A full-text index as Datasette finds it: https://docs.datasette.io/en/stable/full_text_search.html
  fileprivate var searching: [String] {
    if searched.isEmpty { return [] }
    let index = quotedName(name + "_fts")
    return [
      "CREATE VIRTUAL TABLE \(index) USING fts5(\(quotedNames(searched)), content=\(quotedName(name)))",
      "INSERT INTO \(index) (\(index)) VALUES ('rebuild')",
    ]
  }
}
