extension FeedTable {
  /// What databases hold beside the feed's tables.
  static let ofDatabases: [FeedTable] = [.places, .pages, .roleEntries, .seeAlso, .metadata]

  static let places = FeedTable(
    "places", "Where facts and findings are written.",
    columns: [
      Column("id", "Made of the file and the fact's own name, never of lines."),
      Column("file", "Relative to the site's root."),
      Column("line", "From 1.").number,
      Column("column", "From 1, in Unicode code points.").number,
      Column("end_line", "From 1.").number,
      Column("end_column", "After the last character.").number,
    ],
    key: ["id"],
    count: { $0.placeCount },
    rows: { plan, take in
      plan.forEachPlace { id, place in
        let file = plan.catalog.files[Int(place.file)]
        let start = file.text.position(at: Int(place.span.start))
        let end = file.text.position(at: Int(place.span.end))
        take([
          .text(id), .text(file.path), .number(start.line), .number(start.column), .number(end.line),
          .number(end.column),
        ])
      }
    })
}
