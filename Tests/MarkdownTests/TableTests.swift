import Testing

@testable import Markdown

@Suite struct TableTests {
  @Test func readsTablesWithAndWithoutOuterPipes() {
    #expect(cells("| a | b |\n| - | - |\n| 1 | 2 |") == [["a", "b"], ["1", "2"]])
    #expect(cells("a | b\n-- | -\n1 | 2") == [["a", "b"], ["1", "2"]])
    #expect(cells("| a | b\n| - | -\n1 | 2 |") == [["a", "b"], ["1", "2"]])
  }

  @Test func keepsEscapedPipesInACell() {
    #expect(cells("| a |\n| - |\n| x \\| y |") == [["a"], ["x \\| y"]])
    #expect(html("| a |\n| - |\n| x \\| y `p\\|q` |").contains("<td>x | y <code>p|q</code></td>"))
  }

  @Test func endsACellAtAPipeInCode() {
    #expect(cells("| a | b |\n| - | - |\n| `x|y` |") == [["a", "b"], ["`x", "y`"]])
  }

  @Test func fillsShortRowsAndDropsWhatIsPastTheLastColumn() throws {
    let text = "| a | b |\n| - | - |\n| 1 |\n| 1 | 2 | 3 |"
    #expect(cells(text) == [["a", "b"], ["1", ""], ["1", "2"]])
    let document = Document(parsing: SourceText(text))
    #expect(document.nodes.filter { $0.kind == .row }.map(\.number) == [2, 1, 3])
  }

  @Test func alignsColumnsAsTheDelimiterRowSays() {
    let document = Document(parsing: SourceText("| a | b | c | d |\n| :- | :-: | -: | --- |\n"))
    #expect(document.nodes.filter { $0.kind == .cell }.map(\.alignment) == [.left, .center, .right, .none])
  }

  @Test func startsATableRightAfterALineOfText() {
    #expect(
      html("The roles:\n| a |\n| - |\n| 1 |")
        == "<p>The roles:</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>\n"
    )
  }

  @Test(arguments: ["- ", "1. "])
  func keepsAListTightAroundATableAfterText(_ mark: String) {
    let indent = String(repeating: " ", count: mark.count)
    let text = "\(mark)one:\n\(indent)| a |\n\(indent)| - |\n\(indent)| 1 |\n\(mark)two\n"
    let document = Document(parsing: SourceText(text))
    #expect(document.nodes.first { $0.kind == .list }?.isTight == true)
    #expect(document.nodes.filter { $0.kind == .item }.count == 2)
    #expect(cells(text) == [["a"], ["1"]])
    #expect(!html(text).contains("<p>"))
  }

  @Test func startsATableAfterTextInAQuote() {
    let text = "> one:\n> | a |\n> | - |\n> | 1 |\n>\n> two"
    #expect(cells(text) == [["a"], ["1"]])
    #expect(html(text).hasPrefix("<blockquote>\n<p>one:</p>\n<table>"))
    #expect(html(text).hasSuffix("</table>\n<p>two</p>\n</blockquote>\n"))
  }

  @Test func endsATableAtALazyLine() {
    let text = "> | a |\n> | - |\n> | 1 |\nlazy"
    #expect(cells(text) == [["a"], ["1"]])
    #expect(html(text).hasSuffix("</blockquote>\n<p>lazy</p>\n"))
  }

  @Test func endsATableAtARuleBelowIt() {
    let text = "| a |\n| - |\n| 1 |\n---\nafter"
    #expect(cells(text) == [["a"], ["1"]])
    #expect(html(text).hasSuffix("</table>\n<hr />\n<p>after</p>\n"))
  }

  @Test func endsATableAtAnEmptyLineAndAtOtherBlocks() {
    for end in ["\n\ntext", "\n# text", "\n> text", "\n- text", "\n```\ntext\n```"] {
      #expect(cells("| a |\n| - |\n| 1 |" + end) == [["a"], ["1"]], "\(end)")
    }
  }

  @Test func readsATableInNestedItems() {
    #expect(
      cells("- x\n  - y\n\n    | a | b |\n    | - | - |\n    | 1 | 2 |\n") == [["a", "b"], ["1", "2"]])
    #expect(cells("1. x\n\n   > | a | b |\n   > | - | - |\n   > | 1 | 2 |\n") == [["a", "b"], ["1", "2"]])
  }

  @Test func takesABareRuleForNoDelimiterRow() {
    #expect(cells("a\n---\n") == [])
    #expect(html("a\n---\nb") == "<h2>a</h2>\n<p>b</p>\n")
    #expect(cells("a\n|-|\nb") == [["a"], ["b"]])
    #expect(cells("a\n:-\nb") == [["a"], ["b"]])
  }

  @Test func wantsAsManyDelimitersAsHeaders() {
    #expect(cells("| a | b |\n| - |\n| 1 | 2 |") == [])
    #expect(cells("| a |\n| - | - |\n") == [])
  }

  @Test func resolvesReferenceLinksInCells() {
    let text = "| a |\n| - |\n| [x][r] and [r] |\n\n[r]: /there\n"
    #expect(html(text).contains("<td><a href=\"/there\">x</a> and <a href=\"/there\">r</a></td>"))
  }

  @Test(arguments: [
    "| a | ⟦é ü €⟧ |\n| - | - |", "| 𝄞𝄞 | ⟦b⟧ |\n| - | - |\n", "|⟦a⟧|b|\n|-|-|\n", "|   ⟦a b⟧\t |x|\n|-|-|\n",
    "| ü | x |\n| - | - |\n| é\\| | ⟦*ö*⟧ |",
  ])
  func knowsWhereACellIsToTheCharacter(_ marked: String) throws {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }.map { String($0) }
    let document = Document(parsing: SourceText(parts.joined()))
    let span = Span(parts[0].utf8.count, parts[0].utf8.count + parts[1].utf8.count)
    #expect(document.nodes.contains { $0.kind == .cell && $0.span == span })
    let place = document.source.position(at: span.start)
    let before = parts[0].unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(place == Position(line: before.count, column: (before.last?.count ?? 0) + 1))
  }

  @Test func readsTablesWithCarriageReturns() {
    let text = "x\r\n| a | b |\r\n| - | - |\r\n| 1 | `2` |\r\n\r\ny\r\n"
    #expect(cells(text) == [["a", "b"], ["1", "`2`"]])
    #expect(html(text) == html(text.replacing("\r\n", with: "\n")))
  }

  @Test func readsNoTableWhereOnlyCommonMarkIsAskedFor() {
    var options = ParseOptions()
    options.isStrict = true
    let document = Document(parsing: SourceText("| a |\n| - |\n"), options: options)
    #expect(!document.nodes.contains { $0.kind == .table })
  }

  @Test func readsNoTableInCode() {
    #expect(cells("```\n| a |\n| - |\n```") == [])
    #expect(cells("    | a |\n    | - |\n") == [])
    #expect(cells("<div>\n| a |\n| - |\n</div>") == [])
  }

  @Test func keepsInlineHTMLAndEntitiesOfACell() {
    #expect(html("| a |\n| - |\n| x<br>y &amp; *z* |").contains("<td>x<br>y &amp; <em>z</em></td>"))
  }

  @Test func startsNoBlockInACell() {
    #expect(html("| a |\n| - |\n| # x |\n| - y |\n| > z |").contains("<td># x</td>"))
    #expect(html("| a |\n| - |\n|     code |").contains("<td>code</td>"))
  }
}
