import Testing

@testable import Markdown

@Suite struct HTMLTableTests {
  private func tables(_ text: String) -> [HTMLTable] { Document(parsing: SourceText(text)).htmlTables() }

  /// The cells of the tables as they read, row by row; `/` for a line break.
  private func read(_ text: String) -> [[String]] {
    tables(text).flatMap { table -> [[String]] in
      let document = table.document
      return document.children(of: 0).map { row in document.children(of: row).map { Self.text($0, document) }
      }
    }
  }

  private static func text(_ cell: Int, _ document: Document) -> String {
    var text = ""
    for node in document.nodes[(cell + 1)..<Int(document.nodes[cell].end)] {
      switch node.kind {
      case .text: text += document.string(node.literal)
      case .code: text += "`\(document.string(node.literal))`"
      case .softBreak: text += " "
      case .lineBreak: text += "/"
      default: break
      }
    }
    return text
  }

  /// What is written at the places of some kind of node.
  private func written(_ kind: Node.Kind, _ text: String) -> [String] {
    tables(text).flatMap { table in
      table.document.nodes.filter { $0.kind == kind }.map { table.document.source.text($0.span) }
    }
  }

  @Test func readsHeadersAndRows() {
    let text = """
      <table>
        <thead><tr><th>Role</th><th>Title</th></tr></thead>
        <tbody>
          <tr><td><code>roles/a</code></td><td>A <b>bold</b> title</td></tr>
          <tr><td>roles/b</td><td></td></tr>
        </tbody>
      </table>
      """
    #expect(read(text) == [["Role", "Title"], ["`roles/a`", "A bold title"], ["roles/b", ""]])
    let header = tables(text)[0].document.nodes[1]
    #expect(header.isHeader && header.number == 2)
  }

  @Test func takesTheFirstRowForTheHeaderWhereNoneIsMarked() {
    #expect(read("<table>\n<tr><td>a</td></tr>\n<tr><td>b</td></tr>\n</table>") == [["a"], ["b"]])
  }

  @Test func knowsEveryPlaceToTheCharacter() throws {
    let text = "# é\n\n<table><tr><th>  Röle </th></tr>\n<tr><td> <code>a.b</code> x\n y </td></tr></table>\n"
    #expect(written(.cell, text) == ["Röle", "a.b</code> x\n y"])
    #expect(written(.code, text) == ["a.b"])
    let table = try #require(tables(text).first)
    let code = try #require(table.document.nodes.first { $0.kind == .code })
    #expect(table.document.source.position(at: code.span.start) == Position(line: 4, column: 16))
    #expect(
      table.document.source.position(at: table.document.nodes[0].span.start) == Position(line: 3, column: 1))
  }

  @Test func keepsLinesApart() {
    let row = "<table><tr><th>a</th></tr><tr><td>x<br>y<ul><li>z</li><li>w</li></ul></td></tr></table>"
    #expect(read(row)[1] == ["x/y//z//w"])
    #expect(read("<table><tr><th>a</th></tr><tr><td><pre>x\ny</pre></td></tr></table>")[1] == ["x/y"])
  }

  @Test func joinsWhatMayBreakAnywhere() {
    let text = "<table><tr><th>a</th></tr><tr><td>big.<wbr>jobs.<wbr/>get</td></tr></table>"
    #expect(read(text)[1] == ["big.jobs.get"])
    #expect(written(.text, text)[1] == "big.<wbr>jobs.<wbr/>get")
  }

  @Test func readsEntitiesCommentsAndImages() {
    let text =
      "<table><tr><th>a &amp; b</th><!-- <th>no</th> --><th><img src=\"y.svg\" alt='Yes'></th></tr></table>"
    #expect(read(text) == [["a & b", "Yes"]])
    #expect(written(.text, text) == ["a &amp; b", "Yes"])
  }

  @Test func laysOutCellsOverColumnsAndRows() {
    let text = """
      <table>
      <tr><th rowspan="2">P</th><th colspan=2>Roles</th></tr>
      <tr><th>A</th><th>B</th></tr>
      <tr><td colspan="3">Group</td></tr>
      <tr><td rowspan=2>p.q.r</td><td>1</td><td rowspan=2>2</td></tr>
      <tr><td>3</td></tr>
      </table>
      """
    #expect(read(text) == [["P", "A", "B"], ["Group", "", ""], ["p.q.r", "1", "2"], ["", "3", "2"]])
  }

  @Test func readsWhatStandsBetweenEmptyLines() {
    let text = """
      <table>
      <tr><th>Role</th><th>Title</th></tr>

        <tr>
          <td>

      `roles/a`

      </td>

          <td>A title</td>
        </tr>
      </table>

      after
      """
    #expect(read(text) == [["Role", "Title"], ["`roles/a`", "A title"]])
    #expect(written(.code, text) == ["`roles/a`"])
  }

  @Test func readsTablesInQuotesAndLists() throws {
    let text = "> <table>\n> <tr><th>a</th></tr>\n> <tr><td><code>x.y</code>\n> z</td></tr>\n> </table>\n"
    #expect(read(text) == [["a"], ["`x.y` z"]])
    #expect(written(.code, text) == ["x.y"])
    let item = "- one\n\n  <table>\n  <tr><th>a</th></tr>\n  <tr><td>b</td></tr>\n  </table>\n- two\n"
    #expect(read(item) == [["a"], ["b"]])
    #expect(written(.cell, item) == ["a", "b"])
  }

  @Test func readsSeveralTablesAndLeavesNestedOnesInTheirCell() {
    let one = "<table><tr><th>a</th></tr><tr><td>b</td></tr></table>"
    #expect(tables(one + one + "\n\n" + one).count == 3)
    let nested = "<table><tr><th>a</th></tr><tr><td>\(one)c</td></tr></table>"
    #expect(tables(nested).count == 1)
    #expect(read(nested)[1][0].hasSuffix("c"))
  }

  @Test(arguments: [
    "<table>", "<table><tr>", "<table><td>a", "<table></tr></td>", "<table><tr><th>a<td>b<tr><td>c",
    "</table><table><tr><th>a</th></tr>", "<table><tr><td colspan=\"x\" rowspan=-3>a</td></tr>",
    "<table <tr><td", "<table><tr><th>&;&#;&#x110000;&bogus;", "<table><tr><th><code>a</th></tr>",
    "<TABLE><TR><TH COLSPAN=99999999999999999999>a", "<table><!-- <tr>",
    "<table><tr><th a='>'>b</th></tr></table>",
    "- <table><tr><td>a\n- b\n", "> <table><tr><td>a\n\nb\n",
  ])
  func survivesMalformedHTML(_ text: String) {
    for table in tables(text) {
      #expect(table.document.nodes.allSatisfy { $0.span.end <= text.utf8.count && $0.end > 0 })
    }
  }

  @Test func endsAnOpenTableAtAHeading() {
    let text = "<table><tr><th>a</th></tr><tr><td>b\n\n## Next\n\ntext\n"
    #expect(read(text) == [["a"], ["b"]])
  }

  @Test func findsNoTableInOtherHTML() {
    #expect(tables("<div>a table</div>\n\n<p>\n<tablet></p>\n").isEmpty)
    #expect(tables("text <table> text\n").isEmpty)
    #expect(tables("```html\n<table><tr><td>a</td></tr></table>\n```\n").isEmpty)
  }

  @Test(arguments: [
    "<table><tr>" + String(repeating: "<td><", count: 20_000),
    "<table>" + String(repeating: "<tr><td rowspan=1000 colspan=1000>a", count: 5_000),
    "<table><tr><th>" + String(repeating: "<a \"", count: 20_000),
    String(repeating: "<table>\n\n", count: 5_000), "<table><tr><td>" + String(repeating: "&", count: 50_000),
    "<table><tr><td>" + String(repeating: "<!--", count: 20_000),
  ])
  func takesLinearTime(_ text: String) {
    let document = Document(parsing: SourceText(text))
    #expect(processorSeconds { _ = document.htmlTables() } < 5)
  }
}
