import Rolebook

/// Every table of a site, in the order of pages and places.
struct TableList {
  struct Row {
    let table: ReadTable
    let spot: Spot
  }

  let rows: [Row]

  init(of catalog: Catalog) {
    rows = catalog.facts.joined().compactMap { fact in
      guard case .table(let table) = fact else { return nil }
      return Row(table: table, spot: Spot(table.place, in: catalog.files))
    }
  }

  /// One line a table, in columns: place, headers, reading, facts, why.
  var text: String {
    if rows.isEmpty { return "no tables\n" }
    return aligned(
      rows.map { row in
        let headers = row.table.headers.joined(separator: " | ")
        return [
          row.spot.text, headers, row.table.reading.name, "\(row.table.reading.facts)", row.table.reason,
        ]
      }, under: ["place", "headers", "read as", "facts", "why"])
  }

  var json: [UInt8] {
    var json = JSON()
    json.object { json in
      json.member("tables") { json in
        json.array(rows) { json, row in
          json.object { json in
            json.member("column", row.spot.start.column)
            json.member("facts", row.table.reading.facts)
            json.member("file", row.spot.path)
            json.member("headers", row.table.headers)
            json.member("line", row.spot.start.line)
            json.member("read_as", row.table.reading.name)
            json.member("reason", row.table.reason)
            json.member("rows", row.table.rows)
          }
        }
      }
      json.member("version", "1.0.0")
    }
    return json.finish()
  }
}

extension ReadTable.Reading {
  /// `permissions`, `plain table`, `unread`, `ambiguous: roles, matrix`.
  var name: String {
    switch self {
    case .shape(let shape, _): shape
    case .plain: "plain table"
    case .unread: "unread"
    case .ambiguous(let shapes): "ambiguous: " + shapes.joined(separator: ", ")
    }
  }

  var facts: Int { if case .shape(_, let facts) = self { facts } else { 0 } }
}

/// Rows of text in columns, two or more blanks between them; the last column is as long as it is.
func aligned(_ rows: [[String]], under titles: [String]? = nil) -> String {
  let rows = (titles.map { [$0] } ?? []) + rows
  let count = rows.map(\.count).max() ?? 0
  let widths = (0..<count).map { column in
    // A row's last cell needs no room after it.
    rows.map { column < $0.count - 1 ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
  }
  return rows.map { row in
    let cells = row.enumerated().map { column, cell in
      let isLast = column == row.count - 1
      return isLast
        ? cell : cell + String(repeating: " ", count: widths[column] + 3 - cell.unicodeScalars.count)
    }
    return cells.joined() + "\n"
  }.joined()
}
