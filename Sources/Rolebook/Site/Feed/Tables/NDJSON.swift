extension SiteOutput {
  /// Each table's rows, one JSON object a line.
  static let rowsFeed = SiteOutput("tables of the feed") { plan in
    FeedTable.all.map { table in
      SiteFile("\(Feed.folder)ndjson/\(table.name).ndjson") { bytes in
        var buffer: [UInt8] = []
        swap(&buffer, &bytes)
        var json = JSON(appendingTo: consume buffer, layout: .row, composes: true)
        let columns = table.sortedColumns
        table.rows(plan) { json.append(row: $0, columns) }
        bytes = json.bytes
      }
    }
  }
}

extension FeedTable {
  /// The columns with their positions, ordered by name, as keys of an object are.
  fileprivate var sortedColumns: [(position: Int, name: String)] {
    columns.enumerated().map { (position: $0.offset, name: $0.element.name) }.sorted { $0.name < $1.name }
  }
}

extension JSON {
  fileprivate mutating func append(row: [FeedTable.Cell], _ columns: [(position: Int, name: String)]) {
    object { json in
      for (position, name) in columns {
        switch row[position] {
        case .text(let text): json.member(key: name) { $0.value(text) }
        case .number(let number): json.member(key: name) { $0.value(number) }
        case .none: break
        }
      }
    }
    endLine()
  }
}
