import Testing

@testable import Markdown

@Suite struct CalloutTests {
  @Test(arguments: [
    ("[!NOTE]", CalloutKind.note), ("[!tip]", .tip), ("[!IMPORTANT]", .important), ("[!Warning]", .warning),
    ("[!CAUTION]", .caution), ("[!INFO]", .note), ("[!DANGER]", .caution), ("[!SUCCESS]", .tip),
  ])
  func readsTheSpellingOfGitHub(_ head: String, _ kind: CalloutKind) throws {
    let callout = try #require(first(.callout, in: "> \(head)\n> Mind the gap."))
    #expect(callout.node.calloutKind == kind)
    #expect(callout.document.plainText(0) == "Mind the gap.")
  }

  @Test func readsTheSpellingWithATitle() throws {
    let callout = try #require(first(.callout, in: "> warning \"Mind the `gap`\"\n> It is wide."))
    #expect(callout.node.calloutKind == .warning)
    #expect(callout.extra == "Mind the `gap`")
    #expect(callout.document.plainText(0) == "It is wide.")
  }

  @Test func showsTheTitleOrElseTheKind() {
    #expect(
      html("> info \"A & B\"\n> text")
        == "<div class=\"callout note\" role=\"note\">\n<p class=\"callout-title\">A &amp; B</p>\n<p>text</p>\n</div>\n"
    )
    #expect(
      html("> [!TIP]\n> text")
        == "<div class=\"callout tip\" role=\"note\">\n<p class=\"callout-title\">Tip</p>\n<p>text</p>\n</div>\n"
    )
  }

  @Test func keepsWhatFollowsAHeadThatStandsAlone() {
    for head in ["[!NOTE]", "note \"\"", "note \"Title\""] {
      let text = "> \(head)\n>\n> one *two*\n\nthree `four`"
      #expect(html(text).contains("<p>one <em>two</em></p>"), "\(head)")
      #expect(html(text).hasSuffix("<p>three <code>four</code></p>\n"), "\(head)")
    }
  }

  @Test func keepsWhatFollowsACalloutWithoutText() {
    #expect(html("> [!NOTE]\n\nnext *text*").hasSuffix("</div>\n<p>next <em>text</em></p>\n"))
    #expect(html("> [!NOTE]\n\n| a |\n| - |\n| *x* |").contains("<td><em>x</em></td>"))
  }

  @Test func readsListsAndTablesInCallouts() {
    #expect(html("> [!NOTE]\n> - one\n> - two").contains("<li>one</li>\n<li>two</li>"))
    #expect(cells("> note \"T\"\n> | a |\n> | - |\n> | 1 |") == [["a"], ["1"]])
    #expect(html("> [!NOTE]\n> one  \n> two").contains("<p>one<br />\ntwo</p>"))
  }

  @Test(arguments: [
    "> plain", "> [!NOTHING]\n> x", "> [NOTE]\n> x", "> note: x", "> He said \"so\"", "> a note \"x\"",
    "> [!NOTE] and more\n> x", "> # [!NOTE]", "> note\"x\"",
  ])
  func leavesOtherQuotesAsTheyAre(_ text: String) {
    #expect(first(.callout, in: text) == nil)
    #expect(first(.blockQuote, in: text) != nil)
    var strict = ParseOptions()
    strict.isStrict = true
    var bytes: [UInt8] = []
    Document(parsing: SourceText(text), options: strict).appendHTML(to: &bytes)
    #expect(html(text) == String(decoding: bytes, as: UTF8.self))
  }

  @Test func knowsWhereTheTextOfACalloutIs() throws {
    let code = try #require(first(.code, in: "> [!NOTE]\n> see `x`"))
    #expect(code.document.source.text(code.node.span) == "`x`")
  }
}
