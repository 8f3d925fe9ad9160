extension SiteOutput {
  /// The JSON Schemas of the feed's files, as they lie in `schemas/`.
  static let schemasFeed = SiteOutput("schemas of the feed") { _ in
    SchemaFiles.all.map { schema in
      SiteFile("\(Feed.schemas)\(schema.name)") { $0.append(schema.text) }
    }
  }
}

extension Feed {
  static let schemas = folder + "schemas/"

  /// The schema of a file below the feed's folder, or of each line of it: a path beside it, or an address; nil for
  /// what is no JSON.
  static func schema(of path: String) -> String? {
    let parts = path.split(separator: "/")
    let stem = parts.last.flatMap { name in name.lastIndex(of: ".").map { name[..<$0] } } ?? ""
    if path.hasSuffix(".ndjson") { return "schemas/ndjson-\(stem).schema.json" }
    if !path.hasSuffix(".json") { return nil }
    if parts.count == 1 || parts[0] == "ndjson" { return "schemas/\(stem).schema.json" }
    switch parts[0] {
    case "permissions", "roles", "guides": return "schemas/\(parts[0].dropLast()).schema.json"
    case "search": return "schemas/search.schema.json"
    default: return "https://json-schema.org/draft/2020-12/schema"
    }
  }
}
