import Testing

@testable import Markdown

/// kramdown's attribute lists: read after links and images, and dropped.
@Suite struct AttributeListTests {
  @Test(arguments: [
    ("[a](/b){:target=\"_blank\"} c", "<p><a href=\"/b\">a</a> c</p>\n"),
    ("[a](/b){:target=\"_blank\"}", "<p><a href=\"/b\">a</a></p>\n"),
    ("[a][r]{: .x #y}.\n\n[r]: /b", "<p><a href=\"/b\">a</a>.</p>\n"),
    ("![a](b.png){:width=\"50%\"}", "<p><img src=\"b.png\" alt=\"a\" /></p>\n"),
    ("<https://a.b>{:rel=\"x\"} c", "<p><a href=\"https://a.b\">https://a.b</a> c</p>\n"),
    ("[a](/b){:x} [c](/d){:y}", "<p><a href=\"/b\">a</a> <a href=\"/d\">c</a></p>\n"),
  ])
  func dropsTheListAfterALink(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
  }

  @Test func dropsTheListInATableCell() {
    #expect(html("| a |\n| - |\n| [x](/y){:z} w |").contains("<td><a href=\"/y\">x</a> w</td>"))
  }

  @Test(arguments: ["[a](/b) {:x}", "[a](/b){x}", "[a](/b){:x", "a{:x}", "`a`{:x}", "*a*{:x}"])
  func keepsBracesThatAreNoListOfALink(_ text: String) {
    let brace = text[text.firstIndex(of: "{")!...]
    #expect(html(text).hasSuffix("\(brace)</p>\n"))
  }

  @Test func keepsTheListInStrictMode() {
    var options = ParseOptions()
    options.isStrict = true
    let document = Document(parsing: SourceText("[a](/b){:x}"), options: options)
    #expect(document.plainText(0) == "a{:x}")
  }
}
