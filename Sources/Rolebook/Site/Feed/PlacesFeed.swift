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
  /// Ordered by file and id: each page is sorted by itself, pages by path and what follows it in an id.
  fileprivate func appendPlaces(to json: inout JSON) {
    let pages = catalog.pages.indices.map {
      (key: catalog.files[Int(catalog.pages[$0].file)].path + "#", page: $0)
    }
    for (_, page) in pages.sorted(by: { $0.key < $1.key }) {
      for (id, place) in placeIDs.all(of: catalog.facts[page]).sorted(by: { $0.id < $1.id }) {
        json.member(key: id) { append(place, to: &$0) }
      }
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
