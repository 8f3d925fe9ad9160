import Digests

extension Feed {
  /// The feed's `index.json`: what it was made from and every file of it, as written.
  static func manifest(of plan: SitePlan, _ written: [WrittenFile]) -> SiteFile {
    let files = written.filter { $0.path.hasPrefix(folder) }.sorted { $0.path < $1.path }
    return file("index.json") { json in
      let sources = plan.blobIDs()
      let rows = plan.rows
      json.member("counts") { json in
        json.object { json in for (name, count) in plan.counts { json.member(name, count) } }
      }
      json.member("data_version", SitePlan.dataVersion(of: sources))
      json.member("files") { json in
        json.array(files) { json, file in
          let path = String(file.path.dropFirst(folder.count))
          json.object { json in
            json.member("bytes", file.bytes)
            json.member("path", path)
            if let count = rows[path] { json.member("rows", count) }
            json.member("schema", ifPresent: schema(of: path))
            json.member("sha256", file.sha256)
          }
        }
      }
      json.member("sources") { json in
        json.object { json in
          for source in sources { json.member(key: source.path) { $0.value(source.blob.description) } }
        }
      }
    }
  }
}

extension SitePlan {
  /// The same sources and settings give the same version.
  var dataVersion: String { Self.dataVersion(of: blobIDs()) }

  fileprivate static func dataVersion(of sources: [(path: String, blob: BlobID)]) -> String {
    var lines: [UInt8] = []
    for source in sources {
      lines.append(contentsOf: source.blob.description.utf8)
      lines.append(UInt8(ascii: " "))
      lines.append(contentsOf: source.path.utf8)
      lines.append(UInt8(ascii: "\n"))
    }
    return hexadecimal(SHA256.digest(of: lines))
  }

  /// The files that facts are read from, with their git blob ids, ordered by path.
  fileprivate func blobIDs() -> [(path: String, blob: BlobID)] {
    let sources = catalog.files.indices.filter { ![.template, .asset].contains(catalog.files[$0].role) }
    return sources.map { index in
      let file = catalog.files[index]
      return (file.path, pageOfFile[index].map { catalog.pages[$0].blob } ?? BlobID(of: file.text.bytes))
    }.sorted { $0.path < $1.path }
  }

  fileprivate var counts: KeyValuePairs<StaticString, Int> {
    [
      "findings": findings.count, "grants": FeedTable.grants.count(self), "guides": catalog.guides.count,
      "pages": catalog.pages.count, "permissions": catalog.permissions.count, "places": placeCount,
      "requirements": FeedTable.requirements.count(self),
      "role_permissions": FeedTable.rolePermissions.count(self), "roles": catalog.roles.count,
    ]
  }

  /// By file: how many elements its list has, or how many lines it has.
  fileprivate var rows: [String: Int] {
    let lists = counts.map { ("\($0.key).json", $0.value) }
    let tables = FeedTable.all.map { ("ndjson/\($0.name).ndjson", $0.count(self)) }
    return Dictionary(uniqueKeysWithValues: lists + tables + SearchEntry.rows(of: catalog))
  }
}
