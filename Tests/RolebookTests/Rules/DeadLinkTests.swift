import Testing

@testable import Rolebook

@Suite struct DeadLinkTests {
  @Test(arguments: [
    "logo.png", "../logo.png", "/files/logo.png", "../three/", "/three", "../three/index.html", "..", "/",
    "/api/v1/roles.json", "../hugo/", "../hugo/_index.md",
  ])
  func followsLinksToWhatThePublishedSiteHas(_ destination: String) async {
    let world = World([
      "one/a.md": "# A\n\n[link](\(destination))", "three/b.md": "# B", "hugo/_index.md": "# C",
      "one/logo.png": "", "logo.png": "", "files/logo.png": "",
    ])
    #expect(await world.findings() == "")
  }

  @Test(arguments: ["{{site.baseurl}}/setup", "${DOCS}/setup", "<%= root %>", "{%link a.md%}"])
  func leavesAddressesThatAnotherToolFillsIn(_ destination: String) async {
    let world = World([
      "a.md": "# A\n\n[link](<\(destination.replacing("<", with: "\\<").replacing(">", with: "\\>"))>)"
    ])
    #expect(await world.findings() == "")
  }

  @Test func findsTheFilesOfAFolderWithoutSettings() async {
    let files = [
      ("a.md", SourceFile.Part.page, "# A\n\n![shot](img/shot.png)"), ("img/shot.png", .asset, ""),
    ]
    var settings = Settings()
    settings.content = "."
    let build = await Build(
      files: files.map { SourceFile(path: $0.0, role: $0.1, bytes: Array($0.2.utf8)) }, settings: settings,
      jobs: 1)
    #expect(build.findings.map(\.message) == [])
  }

  @Test func knowsAPageThatIsWrittenInOtherCase() async {
    let world = World(["setup.md": "# A", "b.md": "# B\n\n[link](SETUP.md)"])
    let report = await world.report()
    #expect(report.findings.map(\.help) == ["did you mean `setup.md`?"])
  }
}
