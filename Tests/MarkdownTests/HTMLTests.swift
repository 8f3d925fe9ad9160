import Testing

@testable import Markdown

/// The HTML of a site, where raw HTML is off.
@Suite struct HTMLTests {
  @Test func showsRawHTMLAsText() {
    #expect(html("a <b onclick=\"x\">b</b>") == "<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>\n")
    #expect(
      html("<script>\nalert(1)\n</script>")
        == "<pre class=\"raw-html\"><code>&lt;script&gt;\nalert(1)\n&lt;/script&gt;\n</code></pre>\n")
  }

  @Test func passesRawHTMLOnRequest() {
    #expect(html("a <b>b</b>", style: .commonMark) == "<p>a <b>b</b></p>\n")
    #expect(html("<div>x</div>", style: .commonMark) == "<div>x</div>\n")
  }

  @Test(arguments: ["<br>", "<br/>", "<br />", "<BR>"])
  func keepsLineBreaksAsWritten(_ mark: String) {
    #expect(html("a\(mark)b") == "<p>a\(mark)b</p>\n")
  }

  @Test func keepsTagsThatOnlyShapeTextWhereTheyAreClosed() {
    #expect(html("a <kbd>b *c*</kbd> <B>d</B>") == "<p>a <kbd>b <em>c</em></kbd> <B>d</B></p>\n")
    #expect(html("a <b>c") == "<p>a &lt;b&gt;c</p>\n")
    #expect(html("*a <b>c* d</b>") == "<p><em>a &lt;b&gt;c</em> d&lt;/b&gt;</p>\n")
    #expect(html("<b onclick=x>c</b>") == "<p>&lt;b onclick=x&gt;c&lt;/b&gt;</p>\n")
    #expect(html("a <iframe>b</iframe>") == "<p>a &lt;iframe&gt;b&lt;/iframe&gt;</p>\n")
  }

  @Test(arguments: ["<br onclick=\"x\">", "<brx>", "</br>"])
  func takesNoOtherElementForALineBreak(_ mark: String) {
    #expect(!html("a\(mark)b").contains("<br"))
  }

  @Test(arguments: [
    "<ul><li>a</li><li>`b`</li></ul>", "x <ol><li>a<li>b</ol>", "<p>a</p><p>b</p>", "<UL><LI>a</LI></UL>",
    "<ul><li>a<ul><li>b</li></ul></li></ul>",
  ])
  func keepsListsInCells(_ cell: String) {
    let shown = cell.replacing("`b`", with: "<code>b</code>")
    #expect(html("| h |\n| - |\n| \(cell) |").contains("<td>\(shown)</td>"))
    #expect(!html("text \(cell)").contains("<li>") || cell.hasPrefix("<"))
  }

  @Test(arguments: [
    "<ul><li>a", "<li>a</li>", "<ul onclick=x><li>a</li></ul>", "</ul><ul>", "<ol><li>a</li></ul>",
  ])
  func showsBrokenListsInCellsAsText(_ cell: String) {
    #expect(!html("| h |\n| - |\n| \(cell) |").contains("<ul>"))
    #expect(!html("| h |\n| - |\n| \(cell) |").contains("<li>"))
  }

  @Test func dropsComments() {
    #expect(html("a <!-- no --> b") == "<p>a  b</p>\n")
    #expect(html("<!-- no -->\n\ntext") == "<p>text</p>\n")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "java&#10;script:alert(1)", "&#1;javascript:alert(1)",
    "vbscript:x",
    "data:text/html,x", "file:///etc/passwd",
  ])
  func emptiesAddressesThatMayRunCode(_ address: String) {
    #expect(html("[a](<\(address)>)") == "<p><a href=\"\">a</a></p>\n")
    #expect(html("![a](<\(address)>)") == "<p><img src=\"\" alt=\"a\" /></p>\n")
  }

  @Test(arguments: [
    "https://a.b/", "mailto:x@y.z", "/path", "a.md#b", "tel:+1", "x:y/z".replacing("x:", with: "./x:"),
    "#a:b",
  ])
  func keepsOtherAddresses(_ address: String) {
    #expect(html("[a](\(address))") == "<p><a href=\"\(address)\">a</a></p>\n")
  }

  @Test func givesLinksTheAddressesOfTheHook() {
    let hooks = HTMLHooks(destination: { _ in "/x y\"" })
    #expect(
      html("[a](b) ![c](d)", hooks: hooks)
        == "<p><a href=\"/x%20y%22\">a</a> <img src=\"/x%20y%22\" alt=\"c\" /></p>\n")
  }

  @Test func linksMentionsButNeverInsideALink() {
    let hooks = HTMLHooks(mention: { _ in "/m/" })
    #expect(
      html("`a` **b**", hooks: hooks)
        == "<p><a href=\"/m/\"><code>a</code></a> <a href=\"/m/\"><strong>b</strong></a></p>\n")
    #expect(
      html("[`a` **b**](/x)", hooks: hooks) == "<p><a href=\"/x\"><code>a</code> <strong>b</strong></a></p>\n"
    )
    #expect(
      html("**a `b`**", hooks: hooks) == "<p><a href=\"/m/\"><strong>a <code>b</code></strong></a></p>\n")
  }

  @Test func putsNoMentionAroundALink() {
    let hooks = HTMLHooks(mention: { _ in "/m/" })
    let written = html("**a [b](/x)**", hooks: hooks)
    #expect(written == "<p><strong>a <a href=\"/x\">b</a></strong></p>\n")
  }

  @Test func linksHeadingsToThemselves() {
    var style = HTMLStyle()
    style.linksHeadings = true
    let hooks = HTMLHooks(anchor: { _ in "id" })
    #expect(html("# a", style: style, hooks: hooks) == "<h1 id=\"id\">a</h1>\n")
    #expect(
      html("## a", style: style, hooks: hooks)
        == "<h2 id=\"id\"><a class=\"anchor\" href=\"#id\">a</a></h2>\n")
    #expect(
      html("## [a](/b)", style: style, hooks: hooks)
        == "<h2 id=\"id\"><a href=\"/b\">a</a> <a class=\"mark\" aria-label=\"#id\" href=\"#id\">#</a></h2>\n"
    )
  }

  @Test func givesClassesToListsParagraphsAndHeadings() {
    let hooks = HTMLHooks(className: { _ in "x" })
    #expect(html("# a", hooks: hooks) == "<h1 class=\"x\">a</h1>\n")
    #expect(html("a", hooks: hooks) == "<p class=\"x\">a</p>\n")
    #expect(html("3. a", hooks: hooks) == "<ol start=\"3\" class=\"x\">\n<li>a</li>\n</ol>\n")
  }

  @Test func namesBlocksOfCodeThatAreTabs() {
    let written = html("```sh\nls\n```", hooks: HTMLHooks(tab: { _ in "A & B" }))
    #expect(
      written == """
        <div class="tab">
        <p class="tab-name">A &amp; B</p>
        <pre><code class="language-sh">ls
        </code></pre>
        </div>

        """)
  }

  @Test func alignsByClassOrByAttribute() {
    let table = "| a |\n| -: |\n| 1 |"
    #expect(html(table).contains("<th class=\"right\">a</th>"))
    var style = HTMLStyle()
    style.usesAlignAttribute = true
    #expect(html(table, style: style).contains("<td align=\"right\">1</td>"))
  }

  @Test func boxesTablesThatMayBeWide() {
    var style = HTMLStyle()
    style.boxesWideBlocks = true
    #expect(html("| a |\n| - |", style: style).hasPrefix("<div class=\"table-box\">\n<table>"))
    #expect(html("| a |\n| - |", style: style).hasSuffix("</table>\n</div>\n"))
  }

  @Test func boxesCodeForTheButtonThatCopiesIt() {
    var style = HTMLStyle()
    style.boxesWideBlocks = true
    #expect(
      html("```\nx\n```", style: style) == "<div class=\"code\">\n<pre><code>x\n</code></pre>\n</div>\n")
    #expect(html("    x", style: style) == "<div class=\"code\">\n<pre><code>x\n</code></pre>\n</div>\n")
    let hooks = HTMLHooks(tab: { _ in "SQL" })
    #expect(
      html("```\nx\n```", style: style, hooks: hooks).hasPrefix(
        "<div class=\"tab\">\n<p class=\"tab-name\">SQL</p>\n<div class=\"code\">\n<pre>"))
  }

  @Test func escapesWhatAuthorsPutIntoAttributes() {
    #expect(
      html("```\"><script>\nx\n```")
        == "<pre><code class=\"language-&quot;&gt;&lt;script&gt;\">x\n</code></pre>\n")
    #expect(html("[a](b 'c\"<d>')") == "<p><a href=\"b\" title=\"c&quot;&lt;d&gt;\">a</a></p>\n")
    #expect(html("![\"<x>&](b)") == "<p><img src=\"b\" alt=\"&quot;&lt;x&gt;&amp;\" /></p>\n")
    let hooks = HTMLHooks(anchor: { _ in "\"><x>" })
    #expect(html("# a", hooks: hooks) == "<h1 id=\"&quot;&gt;&lt;x&gt;\">a</h1>\n")
  }

  @Test func appendsAfterWhatIsThere() {
    var bytes = Array("before".utf8)
    Document(parsing: SourceText("text")).appendHTML(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "before<p>text</p>\n")
  }
}
