/// Facts as flat rows, for programs that load tables: as NDJSON, in DuckDB, BigQuery and SQLite.
struct FeedTable: Sendable {
  /// Also that of its file: `role_permissions`.
  let name: String
  /// What a row is, for people who browse.
  let about: String
  let columns: [Column]
  /// The columns that tell a row from all others; none where rows may repeat.
  let key: [String]
  /// Where a database holds the other table too.
  let links: [Link]
  /// The columns of each index that a database has beside the key.
  let indices: [[String]]
  /// The columns that a database can be searched by words in.
  let searched: [String]
  let count: @Sendable (SitePlan) -> Int
  /// Gives the rows in order, each with a cell for every column.
  let rows: @Sendable (SitePlan, _ take: ([Cell]) -> Void) -> Void

  init(
    _ name: String, _ about: String, columns: [Column], key: [String], links: [Link] = [],
    indices: [[String]] = [], searched: [String] = [],
    count: @escaping @Sendable (SitePlan) -> Int,
    rows: @escaping @Sendable (SitePlan, _ take: ([Cell]) -> Void) -> Void
  ) {
    self.name = name
    self.about = about
    self.columns = columns
    self.key = key
    self.links = links
    self.indices = indices
    self.searched = searched
    self.count = count
    self.rows = rows
  }

  /// Those of the feed.
  static let all: [FeedTable] = [
    .permissions, .roles, .rolePermissions, .grants, .requirements, .findings,
  ]

  /// A column: a required text unless it says otherwise.
  struct Column: Sendable {
    enum Kind: Sendable { case text, number }

    let name: String
    let about: String
    var kind = Kind.text
    var isOptional = false

    init(_ name: String, _ about: String) {
      self.name = name
      self.about = about
    }

    var optional: Column { with { $0.isOptional = true } }
    var number: Column { with { $0.kind = .number } }

    private func with(_ change: (inout Column) -> Void) -> Column {
      var column = self
      change(&column)
      return column
    }
  }

  /// Columns whose values name a row of another table.
  struct Link: Sendable {
    let columns: [String]
    let table: String
    let target: [String]

    static let place = Link(columns: ["place"], table: "places", target: ["id"])
    static let guide = Link(columns: ["guide"], table: "pages", target: ["path"])
  }

  typealias Cell = Database.Cell
}
