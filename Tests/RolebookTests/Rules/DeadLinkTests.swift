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

  @Test(arguments: [
    ("setpu.md", "setup.md"), ("/gudie/setup/", "setup.md"), ("other.md", "../x/other.md"),
    ("/guides/", "index.md"), ("logo.pgn", "logo.png"), ("../guid/setup.md#a", "setup.md"),
  ])
  func knowsWhatALinkMayHaveMeant(_ destination: String, _ expected: String) async {
    let found = await PageFindings([
      "guide/index.md": "# A\n\ntext\n", "guide/setup.md": "# B\n\ntext\n", "guide/logo.png": "",
      "x/other.md": "# C\n\ntext\n", "guide/page.md": "# D\n\n[link](\(destination))\n",
    ])
    #expect(found.cures("dead-link") == ["did you mean `\(expected)`?"])
  }

  @Test(arguments: ["/dcos/setup/", "/doc/setup.md", "/docs/setpu/", "/handbok/docs/setup/"])
  func findsASlipInTheFirstFolder(_ destination: String) async {
    let found = await PageFindings(
      ["docs/setup.md": "# B\n\n[link](\(destination))\n"], settings: "base_url: https://x.y/handbook/")
    #expect(found.messages("dead-link").count == 1)
  }

  @Test(arguments: ["/dogs/cats/", "/blog/", "/dcos/none/"])
  func leavesOtherPartsOfTheHostAlone(_ destination: String) async {
    let found = await PageFindings(["docs/setup.md": "# B\n\n[link](\(destination))\n"])
    #expect(found.messages("dead-link") == [])
  }

  @Test(.timeLimit(.minutes(10)))
  func staysLinear() async {
    var pages = Dictionary(
      uniqueKeysWithValues: (0..<3_000).map { ("f\($0)/p.md", "# T\n\n[x](none\($0).md)\n") })
    pages["f0/q.md"] = "# T\n\n" + String(repeating: "[x](/f1/none/) ", count: 1_000)
    #expect(await PageFindings(pages).messages("dead-link").count == 4_000)
  }

  @Test func knowsAPageThatIsWrittenInOtherCase() async {
    let world = World(["setup.md": "# A", "b.md": "# B\n\n[link](SETUP.md)"])
    let report = await world.report()
    #expect(report.findings.map(\.help) == ["did you mean `setup.md`?"])
  }
}
