import Testing

@testable import Rolebook

@Suite struct RawHTMLTests {
  @Test(arguments: [
    ("<table>\n<tr><td>x</td></tr>\n</table>", "<table>"),
    ("a <span class=\"x\">b</span>", "<span class=\"x\">"),
    ("<img src=\"a.png\">", "<img src=\"a.png\">"), ("| a |\n| - |\n| <div>x</div> |", "<div>"),
    ("<a name=\"x\"></a>", "<a name=\"x\">"), ("<p align=\"center\">\n\nx\n\n</p>", "<p align=\"center\">"),
    ("<code class=\"x\">a</code>", "<code class=\"x\">"),
  ])
  func findsTagsThatReadersSee(_ text: String, _ expected: String) async {
    #expect(await PageFindings(["page.md": "# T\n\n\(text)\n"]).texts("raw-html") == [expected])
  }

  @Test(arguments: [
    "<table> is a name", "<br>", "a <b>b</b> c", "GRANT SELECT ON <table> TO <user>",
    "<dataset>\n\n<PROJECT_ID>",
    "<https://x.y>", "\\<table>", "<your-table>",
  ])
  func leavesOthersAlone(_ text: String) async {
    #expect(await PageFindings(["page.md": "# T\n\nSee \(text)\n"]).texts("raw-html") == [])
  }
}
