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
}
