import Testing

@testable import Rolebook

@Suite struct SitemapTests {
  @Test(arguments: [("base_url: https://x.example/", "https://x.example/"), ("", "/")])
  func escapesAddresses(_ settings: String, _ base: String) async throws {
    let build = await World(["a b#c.md": "# A", "ü&x.md": "# B"], settings: settings).build()
    let files = await build.site(templates: Templates(files: [], folder: "templates")).files
    var bytes: [UInt8] = []
    try #require(files.first { $0.path == "sitemap.xml" }).render(&bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("<loc>\(base)a%20b%23c/</loc>"))
    #expect(text.contains("<loc>\(base)%C3%BC%26x/</loc>"))
  }
}
