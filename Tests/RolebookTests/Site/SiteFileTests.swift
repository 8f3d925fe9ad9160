import Testing

@testable import Rolebook

@Suite struct SiteFileTests {
  /// What is found by its path without laying out the site is what the site has there.
  @Test func findsEachFileByItsPath() async throws {
    let world = World([
      "a.md": "# A\n", "a/index.md": "# Another A\n", "b/index.md": "# B\n",
      "permissions.md": "# Permissions\n",
      "_redirects": "/old/ /a/\n/b/ /a/\n",
      "p.md": "---\nkind: reference\nplatform: bigquery\n---\n\n| Permission | Description |\n| --- | --- |\n"
        + "| `bigquery.tables.get` | Get a table |\n",
    ])
    let site = await world.build().site(templates: Templates(files: []))
    let files = site.files
    #expect(files.map(\.path).contains("permissions/bigquery/bigquery.tables.get/index.html"))
    for file in files {
      let found = try #require(site.file(at: file.path), "\(file.path)")
      #expect(found.path == file.path)
      #expect(bytes(of: found) == bytes(of: file), "\(file.path)")
    }
    for path in ["", "index.htm", "c/index.html", "old", "a", "index.html/index.html"] {
      #expect(site.file(at: path) == nil, "\(path)")
    }
  }

  @Test func findsNoPageThatCannotBeRead() async throws {
    let files = [
      SourceFile(path: "content/a.md", role: .page, bytes: Array("# A\n".utf8)),
      SourceFile(path: "content/b.md", role: .page, bytes: [], fault: .unreadable("permission denied")),
    ]
    let site = await Build(files: files, settings: Settings(), jobs: 1).site(templates: Templates(files: []))
    #expect(site.file(at: "a/index.html") != nil)
    #expect(site.file(at: "b/index.html") == nil)
  }

  private func bytes(of file: SiteFile) -> [UInt8] {
    var bytes: [UInt8] = []
    file.render(&bytes)
    return bytes
  }
}
