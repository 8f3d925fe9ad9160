import Testing

@testable import Rolebook

@Suite struct EmptySectionTests {
  @Test(arguments: [
    ("## A\n\n## B\n\ntext", ["## A"]), ("text\n\n## A", ["## A"]), ("## A\n\n---\n\n## B\n\ntext", ["## A"]),
    ("## A\n\n### B\n\n## C\n\ntext", ["### B"]),
    ("text\n\n## A\n\n<!-- later -->\n\n# B\n\ntext", ["## A"]), ("## A {#a}\n## B\ntext", ["## A {#a}"]),
    ("A\n-\n\nB\n-\n\ntext", ["A"]), ("## A\n\n```sql\n\n```\n", ["```sql\n\n```"]),
  ])
  func findsHeadingsWithNothingBelow(_ text: String, _ expected: [String]) async {
    #expect(await PageFindings(["page.md": "# T\n\n" + text + "\n"]).texts("empty-section") == expected)
  }

  @Test(arguments: [
    "## A\n\n### B\n\ntext", "## A\n\n<p>x</p>\n\n## B\n\ntext", "# U\n\ntext",
    "## A\n\n<!-- a --> x <!-- b -->\n\n## B\n\ntext", "## A\n\n```\n```\n",
    "## A\n\n```sql\n-- later\n```\n",
  ])
  func leavesOthersAlone(_ text: String) async {
    #expect(await PageFindings(["page.md": "# T\n\n" + text + "\n"]).texts("empty-section") == [])
  }

  @Test(.timeLimit(.minutes(10)))
  func staysLinear() async {
    let found = await PageFindings(["page.md": "text\n\n" + String(repeating: "## A\n\n", count: 100_000)])
    #expect(found.texts("empty-section").count == 100_000)
  }
}
