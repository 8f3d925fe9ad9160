extension FeedTable {
  /// The columns and the key as they stand in CREATE TABLE.
  func definitions(of type: (Column.Kind) -> String) -> [String] {
    let lines = columns.map { column in
      "  \(quotedName(column.name)) \(type(column.kind))" + (column.isOptional ? "" : " NOT NULL")
    }
    return lines + (key.isEmpty ? [] : ["  PRIMARY KEY (\(quotedNames(key)))"])
  }
}

/// A text between SQL's quotes.
func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

/// A name between SQL's quotes for names: some of ours are words of SQL.
func quotedName(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

func quotedNames(_ names: [String]) -> String { names.map(quotedName).joined(separator: ", ") }
