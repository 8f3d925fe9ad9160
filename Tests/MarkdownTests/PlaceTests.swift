import Testing

@testable import Markdown

/// Where inline nodes are written: in each text the one code span (or link) stands between ⟦ and ⟧.
@Suite struct PlaceTests {
  @Test(arguments: [
    "plain ⟦`code`⟧ text",
    "| a | b |\n| - | - |\n| x | ⟦`code`⟧ |",
    "a | b\n- | -\nx | y ⟦`code`⟧ z",
    "| a | ⟦`x\\|y`⟧ |\n| - | - |",
    "| a | é ü ⟦`code`⟧ \\| x |\n| - | - |\n| & | *x* |",
    "- item ⟦`code`⟧",
    "1. item\n   continued ⟦`code`⟧",
    "10) item\n\n    - inner\n      lazily\n  ⟦`code`⟧",
    "> quoted\n> on the next line ⟦`code`⟧",
    "> quoted\nlazily ⟦`code`⟧",
    "> - a\n>   | h | i |\n>   | - | - |\n>   | x | ⟦`code`⟧ |",
    "text\n   indented ⟦`code`⟧",
    "hard  \nbreak\\\nthen ⟦`code`⟧",
    "[a]: /x\n[b]: /y 'title'\ntext ⟦`code`⟧ [a]",
    "[link](/x\n  'title') ⟦`code`⟧",
    "text \\* &amp; &auml; *em **strong** x* ⟦`code`⟧",
    "padded ⟦`` a`b ``⟧ text",
    "over ⟦`two\n  lines`⟧ text",
    "# Heading ⟦`code`⟧ #",
    "Heading ⟦`code`⟧\n=======",
    "<https://x.y/`z> ![i *m* g](a(b)c \"t\") [r][R] ⟦`code`⟧\n\n[r]: /q\n",
    "- x\n\n\ttext ⟦`code`⟧",
    "text before\n| h |\n| --- |\n| ⟦`code`⟧ |\n",
    "> | h |\n> | - |\n> | ⟦`code`⟧ |\nlazy",
  ])
  func findsACodeSpanWhereItIsWritten(_ marked: String) throws {
    let (text, span) = unmark(marked)
    let document = Document(parsing: SourceText(text))
    let code = try #require(document.nodes.last { $0.kind == .code })
    #expect(document.source.text(code.span) == document.source.text(span))
    #expect(code.span == span)
  }

  @Test(arguments: [
    "see ⟦[text](a \"b\")⟧.", "see ⟦[text][ref]⟧.\n\n[ref]: /x", "see ⟦[ref][]⟧ x\n\n[ref]: /x",
    "see ⟦[ref]⟧(no link\n\n[ref]: /x", "see ⟦<https://a.b>⟧ x", "| h |\n| - |\n| ⟦[ref]⟧ |\n\n[ref]: /x",
    "⟦[a](<b c>)⟧{:target=\"_blank\"} d",
  ])
  func findsALinkWhereItIsWritten(_ marked: String) throws {
    let (text, span) = unmark(marked)
    let document = Document(parsing: SourceText(text))
    let link = try #require(document.nodes.first { $0.kind == .link })
    #expect(document.source.text(link.span) == document.source.text(span))
  }

  @Test func findsEveryCodeSpanOfTheSpecification() throws {
    for example in try Example.read("commonmark-0.30-spec.txt") {
      let document = Document(parsing: SourceText(example.markdown))
      for node in document.nodes where node.kind == .code {
        let written = document.source.text(node.span)
        #expect(written.hasPrefix("`") && written.hasSuffix("`"), "example \(example.number): \(written)")
      }
      for node in document.nodes where node.kind == .strong {
        let written = document.source.text(node.span)
        #expect(written.hasPrefix("**") || written.hasPrefix("__"), "example \(example.number): \(written)")
      }
    }
  }

  @Test func mapsCodeBackToItsSource() throws {
    let text = "1. item\n\n   ```sql\n   GRANT a;\n     GRANT b;\n   ```\n"
    let document = Document(parsing: SourceText(text))
    let index = try #require(document.nodes.firstIndex { $0.kind == .codeBlock })
    let code = document.string(document.nodes[index].literal)
    #expect(code == "GRANT a;\n  GRANT b;\n")
    let offset = CodeLines(of: index, in: document).sourceOffset(at: 11)
    #expect(document.source.position(at: offset) == Position(line: 5, column: 6))
  }

  private func unmark(_ marked: String) -> (String, Span) {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }.map {
      Array($0.utf8)
    }
    let start = parts[0].count
    return (
      String(decoding: parts[0] + parts[1] + parts[2], as: UTF8.self), Span(start, start + parts[1].count)
    )
  }
}
