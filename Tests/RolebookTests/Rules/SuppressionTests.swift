import Testing

@testable import Rolebook

/// `<!-- allow rule: reason -->` before a block.
@Suite struct SuppressionTests {
  /// The lines on which a page's dead links are reported.
  private func reported(_ text: String) async -> [Int] {
    let report = await World(["page.md": "# T\n\n" + text]).report()
    return report.findings.filter { $0.rule == "dead-link" }.map {
      report.catalog.files[Int($0.place.file)].text.lineNumber(at: $0.place.span.start)
    }
  }

  @Test func allowsWhatFollowsInTheNextBlock() async {
    #expect(await reported("[x](none.md)\n") == [3])
    #expect(await reported("<!-- allow dead-link: written next week -->\n[x](none.md)\n") == [])
    #expect(await reported("<!-- allow dead-link: written next week -->\n\n[x](none.md)\n") == [])
    #expect(await reported("<!--allow dead-link: written next week-->\n- a\n- b\n\n  [x](none.md)\n") == [])
    #expect(
      await reported("<!--\nallow dead-link: written\nnext week\n-->\n| a |\n| - |\n| [x](none.md) |\n") == []
    )
  }

  @Test func allowsWhatFollowsSeveralCommentsInARow() async {
    let comments = "<!-- allow dead-link: soon -->\n\n<!-- a -->\n\n<!-- allow dead-anchor: soon -->\n\n"
    #expect(await reported(comments + "[x](none.md) [y](#none)\n\n[z](none.md)\n") == [11])
    #expect(await reported("> " + comments.replacing("\n", with: "\n> ") + "\n\n[x](none.md)\n") == [11])
  }

  @Test(.timeLimit(.minutes(10))) func readsTwentyThousandCommentsInARow() async {
    let comments = String(repeating: "<!-- allow dead-link: soon -->\n\n", count: 20_000)
    #expect(await reported(comments + "[x](none.md)\n") == [])
  }

  @Test func allowsNothingPastTheNextBlock() async {
    #expect(await reported("<!-- allow dead-link: soon -->\n[x](none.md)\n\n[y](none.md)\n") == [6])
    #expect(await reported("[y](none.md)\n\n<!-- allow dead-link: soon -->\n[x](none.md)\n") == [3])
    #expect(await reported("<!-- allow dead-link: soon -->\n# [a](none.md)\n\n[x](none.md)\n") == [6])
  }

  @Test func allowsNothingOutsideTheBlockThatTheCommentEnds() async {
    #expect(await reported("> text\n>\n> <!-- allow dead-link: soon -->\n\n[x](none.md)\n") == [7])
  }

  @Test(arguments: [
    "<!-- allow dead-link -->", "<!-- allow dead-link: -->", "<!-- allow dead-link:   -->",
    "<!-- dead-link: soon -->", "<!-- allow: dead-link -->",
    "<!-- allow dead-anchor: soon -->", "<!-- allow dead-lin: soon -->", "<!-- allow Dead-Link: soon -->",
    "<!-- disallow dead-link: soon -->",
    "text <!-- allow dead-link: soon -->",
  ])
  func wantsTheRulesNameAndAReason(_ comment: String) async {
    #expect(await reported(comment + "\n\n[x](none.md)\n") == [5])
  }

  @Test func allowsSeveralRulesWithACommentEach() async {
    #expect(
      await reported("<!-- allow dead-anchor: soon -->\n<!-- allow dead-link: soon -->\n[x](none.md)\n") == []
    )
    #expect(
      await reported("<!-- allow dead-link: soon -->\n<!-- allow dead-anchor: soon -->\n[x](none.md)\n") == []
    )
  }

  @Test func keepsWhatIsAllowedForTheFeedAlone() async {
    let build = await World(["page.md": "# T\n\n<!-- allow dead-link: soon -->\n[x](none.md)\n"]).build()
    #expect(build.findings.map(\.isSuppressed) == [true])
    #expect(Report(build.findings, of: build.catalog).findings.isEmpty)
  }
}
