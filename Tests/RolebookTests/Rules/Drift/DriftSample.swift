import Foundation

@testable import Rolebook

/// Our own handbook, and the dump of BigQuery's roles.
enum DriftSample {
  static func dump() throws -> [String: String] {
    ["roles.ndjson": try Repository.text("Tests/Fixtures/truth/bigquery-roles.ndjson")]
  }

  static func handbook() throws -> World {
    try World(folder: Repository.root).with(truth: dump())
  }

  /// A reference page of the platform `p`.
  static func page(_ text: String, keys: String = "") -> String {
    "---\ntitle: R\nkind: reference\nplatform: p\n\(keys)---\n\n" + text
  }
}

extension World {
  /// The patched files, as `rolebook drift --update` would leave them, in as many rounds as it takes.
  func updated() async -> World {
    var files = files
    for _ in 0..<10 {
      let build = await build(files)
      let patch = Patch(Report(build.findings, of: build.catalog).findings, includesUnsafe: true)
      if patch.count == 0 { break }
      for (file, bytes) in patch.files(in: files) {
        files[Int(file)] = SourceFile(path: files[Int(file)].path, role: files[Int(file)].role, bytes: bytes)
      }
    }
    return with(files: files)
  }

  func text(_ path: String) -> String {
    files.first { $0.path == path }.map { String(decoding: $0.text.bytes, as: UTF8.self) } ?? ""
  }
}
