import Testing

@testable import Rolebook

@Suite struct UnsafeLinkTests {
  @Test(.timeLimit(.minutes(10))) func readsTwentyThousandAddresses() async {
    let links = (0..<20_000).map { "[a](javascript:\($0))\n" }.joined()
    #expect(await PageFindings(["page.md": "# T\n\n" + links]).messages("unsafe-link").count == 20_000)
  }

  private func messages(_ text: String, raw: Bool = false) async -> [String] {
    await PageFindings(["page.md": "---\ntitle: T\nraw_html: \(raw)\n---\n\n\(text)\n"]).messages(
      "unsafe-link")
  }

  @Test(arguments: [
    "[a](javascript:alert(1))", "[a](JavaScript:x)", "![a](vbscript:x)", "[a](java&#115;cript:x)",
    "[a](<java\tscript:x>)", "[a](&#x6A;avascript:x)", "[a](javascript&colon;x)", "<javascript:x>",
    "[a][b]\n\n[b]: javascript:x", "[a](data:text/html,x)", "[a](&#1;javascript:x)",
    "| a |\n| - |\n| [a](javascript:x) |",
    "[a](java&NewLine;script:x)",
  ])
  func findsSchemesThatRunCode(_ text: String) async {
    let found = await messages(text)
    #expect(found.count == 1 && found[0].hasSuffix("can run code"), "\(found)")
  }

  @Test(arguments: [
    "<a href=\"javascript:x\">a</a>", "<a href='java&#115;cript&colon;x'>a</a>",
    "a <A HREF=javascript:x>b</A>",
    "<iframe\nsrc=\"javascript:x\"></iframe>", "<form action=\"jAvAscript:x\">",
    "<a title=\"x>y\" href=\"&#106avascript:x\">b</a>",
  ])
  func findsThemInRawHTML(_ text: String) async {
    #expect(await messages(text, raw: true).count == 1)
    #expect(await messages(text) == [])
  }

  @Test func warnsOfSchemesThatAreNotPublished() async {
    let found = await PageFindings([
      "page.md": "# T\n\n[a](vscode:x) [b](localhost:3000/x) ![c](data:image/png;base64,x) [d](s3://bucket)\n"
    ])
    #expect(
      found.messages("unsafe-link") == [
        "a link with the scheme `vscode:` is published without its address",
        "a link with the scheme `localhost:` is published without its address",
        "an image with the scheme `data:` is not shown",
        "a link with the scheme `s3:` is published without its address",
      ])
    #expect(found.cures("unsafe-link")[1] == "write `http://localhost:3000/x`")
  }

  @Test func saysOnceWhatStandsOften() async {
    #expect(await messages(String(repeating: "[a](javascript:x) ", count: 20)).count == 1)
  }
}
