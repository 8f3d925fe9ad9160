import Testing

@testable import Rolebook

@Suite struct DuplicateAddressTests {
  @Test(arguments: ["404.html", "style.css", "sitemap.xml", "setup/index.html"])
  func refusesAFileInThePlaceOfAPage(_ path: String) async {
    let report = await World(["setup.md": "# A", path: ""]).report()
    #expect(report.findings.map(\.message) == ["`/\(path)` is the address of a generated page too"])
    #expect(report.findings.map { report.catalog.files[Int($0.place.file)].path } == ["content/\(path)"])
  }

  @Test func takesAnyOtherFile() async {
    #expect(await World(["setup.md": "# A", "setup/logo.png": "", "theme/style.css": ""]).findings() == "")
  }
}
