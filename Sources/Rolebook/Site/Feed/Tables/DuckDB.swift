extension SiteOutput {
  /// A script that makes the tables in DuckDB and loads their rows.
  static let duckDBScript = SiteOutput("DuckDB's script for the tables") { _ in
    [
      SiteFile(Feed.folder + "ndjson/load.sql") { sql in
        sql.append("-- Loads the feed into DuckDB. Run it in the folder of index.json:\n")
        sql.append("-- duckdb catalog.duckdb < ndjson/load.sql\n" as StaticString)
        for table in FeedTable.all { table.appendLoading(to: &sql) }
      }
    ]
  }
}

extension FeedTable {
  fileprivate func appendLoading(to sql: inout [UInt8]) {
    sql.append(
      "\nCREATE OR REPLACE TABLE \(name) (\n\(definitions(of: Self.duckDBType).joined(separator: ",\n"))\n);\n"
    )
    sql.append("COMMENT ON TABLE \(name) IS \(quoted(about));\n")
    for column in columns {
      sql.append("COMMENT ON COLUMN \(name).\(quotedName(column.name)) IS \(quoted(column.about));\n")
    }
    sql.append("COPY \(name) FROM 'ndjson/\(name).ndjson' (FORMAT json);\n")
  }

  private static func duckDBType(_ kind: Column.Kind) -> String { kind == .text ? "VARCHAR" : "BIGINT" }
}
