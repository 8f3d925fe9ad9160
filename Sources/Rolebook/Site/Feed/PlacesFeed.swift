import Markdown

extension SiteOutput {
  static let placesFeed = SiteOutput("places in the feed") { plan in
    [
      Feed.file("places.json") { json in
        json.member("places") { json in json.object { plan.appendPlaces(to: &$0) } }
      }
    ]
  }
}

extension SitePlan {
  /// How many places the feed names.
  var placeCount: Int {
    catalog.facts.reduce(findings.reduce(0) { $0 + $1.placeCount }) { $0 + placeIDs.count(of: $1) }
  }

  /// Ordered by id: each file is sorted by itself, files by path and what follows it in an id.
  fileprivate func appendPlaces(to json: inout JSON) {
    forEachPlace { id, place in json.member(key: id) { append(place, to: &$0) } }
  }

  /// Every place that the feed names, ordered by id.
  func forEachPlace(_ take: (_ id: String, _ place: Place) -> Void) {
    let found = Dictionary(grouping: findings.flatMap { $0.places(in: catalog.files) }, by: \.place.file)
    let files = catalog.files.indices.map { (key: catalog.files[$0].path + "#", file: $0) }
    for (_, file) in files.sorted(by: { $0.key < $1.key }) {
      let facts = pageOfFile[file].map { placeIDs.all(of: catalog.facts[$0]) } ?? []
      let places = facts + (found[FileID(file)] ?? [])
      for (id, place) in places.sorted(by: { $0.id < $1.id }) { take(id, place) }
    }
  }

  private func append(_ place: Place, to json: inout JSON) {
    let file = catalog.files[Int(place.file)]
    let start = file.text.position(at: Int(place.span.start))
    let end = file.text.position(at: Int(place.span.end))
    json.object { json in
      json.member("column", start.column)
      json.member("end_column", end.column)
      json.member("end_line", end.line)
      json.member("file", file.path)
      json.member("line", start.line)
    }
  }
}
