import Testing

@testable import Rolebook

@Suite struct FrontMatterTests {
  @Test func leavesTheValuesOfAnotherToolsKeys() async {
    let page = ["a.md": "---\ntitle: A\nstatus: new\norder: 1.5\n---\n"]
    #expect(await World(page, settings: "front_matter_keys: [status, order]").report().findings.map(\.message) == [])
    #expect(await World(page, settings: "front_matter_keys: [status]").report().findings.map(\.message) == [
      "`order` should be a whole number, and is `1.5`"
    ])
  }

  @Test(arguments: ["---\ntitle: A\n\nText", "\u{FEFF}---\r\ntitle: A\r\nText"])
  func saysThatNothingEndsTheBlock(_ text: String) async {
    #expect(await World(["a.md": text]).report().findings.map(\.message) == ["no `---` ends the front matter"])
  }

  @Test func takesALineAtTheTopForALine() async {
    #expect(await World(["a.md": "---\n\n# A\n\nNote: text"]).findings() == "")
  }
}
