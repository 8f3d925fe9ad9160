import Testing

@testable import Rolebook

@Suite struct UnreadFileTests {
  @Test(arguments: [SourceFile.Part.page, .asset, .template])
  func saysWhichFileOfWhateverKindCannotBeRead(_ role: SourceFile.Part) async {
    let file = SourceFile(
      path: "content/pipe", role: role, bytes: [], fault: .unreadable("is not a regular file"))
    let build = await Build(files: [file], settings: Settings(), jobs: 1)
    #expect(build.findings.map(\.message) == ["the file cannot be read: is not a regular file"])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], "the file is UTF-16, and not UTF-8"),
      ([0xFE, 0xFF, 0, 0x61], "the file is UTF-16, and not UTF-8"),
      ([0x61, 0xFF], "the file is not UTF-8"), ([0x61, 0], "the file holds a NUL, as no text does"),
    ] as [([UInt8], String)])
  func saysWhyAFileIsNoText(_ bytes: [UInt8], _ message: String) async {
    let file = SourceFile(path: "content/a.md", role: .page, bytes: bytes)
    #expect(await Build(files: [file], settings: Settings(), jobs: 1).findings.map(\.message) == [message])
  }

  @Test func saysNothingElseOfAFileThatIsNoText() async {
    let bytes = Array("---\ntitle: [a\nnonsense: ".utf8) + [0xFF] + Array("\n---\n\n[x](nowhere.md)\n".utf8)
    let file = SourceFile(path: "content/a.md", role: .page, bytes: bytes)
    #expect(await Build(files: [file], settings: Settings(), jobs: 1).findings.map(\.rule) == ["unread-file"])
  }
}
