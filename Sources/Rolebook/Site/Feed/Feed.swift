/// The catalog as JSON for programs, below `api/v1/`.
enum Feed {
  /// The version of the feed's shape, by SemVer: a minor version only adds.
  static let version = "1.0.0"
  static let folder = "api/v1/"

  /// A file of the feed: an object that starts with the version.
  static func file(_ path: String, _ members: @escaping @Sendable (inout JSON) -> Void) -> SiteFile {
    SiteFile(folder + path.composed) { bytes in
      var buffer: [UInt8] = []
      swap(&buffer, &bytes)
      var json = JSON(appendingTo: consume buffer, composes: true)
      json.object { json in
        json.member("api_version", version)
        members(&json)
      }
      bytes = json.finish()
    }
  }

  /// The file of one permission or role: `permissions/bigquery/bigquery.tables.get.json` for its address.
  static func path(of address: String) -> String { address.dropFirst().dropLast() + ".json" }
}
