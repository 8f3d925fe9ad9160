import Testing

@testable import Rolebook

@Suite struct RedirectTests {
  @Test func keepsWhatTheAuthorWrote() async throws {
    let file = SourceFile(
      path: "content/_redirects", role: .redirects,
      bytes: Array(
        "/old /a/\n/moved https://x.example 302!\n/news/* /a/:splat\n/de /a/ 200 Country=de\n".utf8))
    let page = SourceFile(path: "content/a.md", role: .page, bytes: Array("# A".utf8))
    let build = await Build(files: [page, file], settings: Settings(), jobs: 1)
    let files = await build.site(templates: Templates(files: [], folder: "templates")).files
    let list = try #require(files.first { $0.path == "_redirects" })
    var bytes: [UInt8] = []
    list.render(&bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "/old /a/ 301\n/moved https://x.example 302!\n/news/* /a/:splat 301\n/de /a/ 200 Country=de\n")
    #expect(files.map(\.path).filter { $0.hasPrefix("news") || $0.hasPrefix("old") } == ["old/index.html"])
  }

  @Test(arguments: ["/.rolebook", "/.rolebook/x/"])
  func keepsRedirectsOffTheLedger(_ address: String) async {
    let world = World(["a.md": "---\ntitle: A\nredirect_from: [\(address)]\n---\n"])
    #expect(await world.report().findings.map(\.rule) == ["escaping-address"])
  }
}
