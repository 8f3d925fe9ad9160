import Testing

@testable import Rolebook

/// `redirect-loop` and `redirect-shadows-page`.
@Suite struct RedirectRuleTests {
  @Test(arguments: [
    ("/a /a", ["`/a` redirects to itself"]), ("/a /b\n/b/ /a/", ["`/a` leads back to itself through `/b/`"]),
    ("/a /b 302\n/b /c 308!\n/c /a", ["`/a` leads back to itself through 2 other redirects"]),
    ("/x /a\n/a /b\n/b /a", ["`/a` leads back to itself through `/b`"]),
    ("/a /a?x=1", ["`/a` redirects to itself"]), ("/old/* /old/:splat", ["`/old/*` redirects to itself"]),
    ("/a https://docs.example.com/b\n/b /a", ["`/a` leads back to itself through `/b`"]),
  ])
  func findsCircles(_ lines: String, _ expected: [String]) async {
    let found = await PageFindings(
      ["page.md": "# T\n\ntext\n", "_redirects": lines], settings: "base_url: https://docs.example.com/")
    #expect(found.messages("redirect-loop") == expected)
  }

  @Test func findsAPageThatRedirectsToItself() async {
    let found = await PageFindings(["page.md": "---\ntitle: T\nredirect_from: [/page/]\n---\n\ntext\n"])
    #expect(found.messages("redirect-loop") == ["`/page/` redirects to itself"])
    #expect(found.messages("redirect-shadows-page") == [])
  }

  @Test func findsSuccessorsInACircle() async {
    func page(_ successor: String) -> String {
      "---\ntitle: T\nstatus: superseded\nsuperseded_by: \(successor)\n---\n\ntext\n"
    }
    let found = await PageFindings(["a.md": page("b.md"), "b.md": page("a.md"), "c.md": page("c.md")])
    #expect(
      found.messages("redirect-loop") == [
        "`content/b.md` is the successor of this page, and leads back to it",
        "the page names itself as its successor",
      ])
    #expect(found.messages("dead-link") == [])
  }

  @Test func findsWhatIsCovered() async {
    let found = await PageFindings([
      "a.md": "# A\n\ntext\n",
      "b/c.md": "---\ntitle: C\nredirect_from: [/a/, /b/, /logo.png, /free/]\n---\n\ntext\n",
      "logo.png": "", "_redirects": "/free /a/\n/a/ /b/c/ 200\n",
    ])
    #expect(
      found.messages("redirect-shadows-page") == [
        "`/free` leads to `/a/` here, and to `/b/c/` elsewhere",
        "`/a/` is the address of a page", "`/b/` is the address of a generated page or a file",
        "`/logo.png` is the address of a generated page or a file",
      ])
  }

  @Test(.timeLimit(.minutes(10)))
  func staysLinear() async {
    let chain = (0..<10_000).map { "/r\($0) /r\($0 + 1)" }.joined(separator: "\n")
    let circle = chain + "\n/r10000 /r0\n"
    let found = await PageFindings(["page.md": "# T\n\ntext\n", "_redirects": circle])
    #expect(found.messages("redirect-loop") == ["`/r0` leads back to itself through 10000 other redirects"])
  }

  @Test func followsLinksToOldAddresses() async {
    let found = await PageFindings([
      "a.md": "# A\n\n[x](/old/) [y](../old/index.html) [z](/gone/x/y) [w](/b)\n",
      "b.md": "---\ntitle: B\nredirect_from: [/old/]\n---\n\ntext\n", "_redirects": "/gone/* /b/\n",
    ])
    #expect(found.messages("dead-link") == [])
  }

  @Test func findsRedirectsToNowhere() async {
    let found = await PageFindings([
      "guide/setup.md": "# A\n\ntext\n",
      "_redirects": "/a /guide/setpu/\n/b /elsewhere/\n/c /a\n/d https://x.y/\n",
    ])
    #expect(found.texts("dead-link") == ["/guide/setpu/"])
    #expect(found.cures("dead-link") == ["did you mean `/guide/setup.md`?"])
  }
}
