import Testing

@testable import Rolebook

@Suite struct MalformedAttributeListTests {
  @Test(arguments: [
    ("[a](b.md){:target=\"_blank\" c", "[a](b.md){:target=\"_blank\"} c"),
    ("[a](b.md){:target=\"_blank\" rel='x'", "[a](b.md){:target=\"_blank\" rel='x'}"),
    ("[a](b.md){target=\"_blank\"} c", "[a](b.md){:target=\"_blank\"} c"),
    ("[a](b.md){:target=\"_blank”} c \"d\"", "[a](b.md){:target=\"_blank\"} c \"d\""),
    ("[a](b.md){:target=“_blank”}", "[a](b.md){:target=\"_blank\"}"),
    ("![a](b.png){width=50%}", "![a](b.png){:width=50%}"), ("[a](b.md){.button}", "[a](b.md){:.button}"),
  ])
  func closesAList(_ text: String, _ expected: String) async {
    let found = await PageFindings(["page.md": "# T\n\n\(text)\n"])
    #expect(found.fixed("malformed-attribute-list") == "# T\n\n\(expected)\n")
    let again = await PageFindings(["page.md": "# T\n\n\(expected)\n"])
    #expect(again.messages("malformed-attribute-list") == [])
  }

  @Test(arguments: [
    ("[a](b.md) {:target=\"_blank\"} c", "{:target=\"_blank\"}"), ("text\n{: .note }", "{: .note }"),
    ("## A {:.no_toc}\n\ntext", "{:.no_toc}"), ("**a**{:.x} b", "{:.x}"),
    ("| a |\n| - |\n| b {:.x} |", "{:.x}"),
  ])
  func findsAListThatBelongsToNothing(_ text: String, _ expected: String) async {
    let found = await PageFindings(["page.md": "# T\n\n\(text)\n"])
    #expect(found.texts("malformed-attribute-list") == [expected])
  }
}
