extension SiteOutput {
  /// The schema of each table as BigQuery loads it:
  /// https://cloud.google.com/bigquery/docs/schemas#specifying_a_json_schema_file
  static let bigQuerySchema = SiteOutput("BigQuery's schema of the tables") { _ in
    [
      Feed.file("ndjson/schema.bigquery.json") { json in
        for table in FeedTable.all.sorted(by: { $0.name < $1.name }) {
          json.member(key: table.name) { json in
            json.array(table.columns) { json, column in json.object { column.append(to: &$0) } }
          }
        }
      }
    ]
  }
}

extension FeedTable.Column {
  fileprivate func append(to json: inout JSON) {
    json.member("description", about)
    json.member("mode", isOptional ? "NULLABLE" : "REQUIRED")
    json.member("name", name)
    json.member("type", kind == .text ? "STRING" : "INTEGER")
  }
}
