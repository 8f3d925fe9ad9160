import Testing

@testable import Rolebook

@Suite struct TerminalPageTests {
  @Test func showsAPageInLinesOfEightyColumns() {
    let page = """
      A `role` that *adds* nothing to **another** one, as the [manual](https://example.com/m) says, and [the rules](../rules/index.md) too.

      ## Why

      - One thing that is said in so many words that they do not fit on one line of a terminal.
      - Two

      1. First
      2. Second

      ```text
      code   as it is
      ```
      """
    #expect(
      TerminalPage.text(of: page, isColored: false) == """
        A `role` that adds nothing to another one, as the manual <https://example.com/m>
        says, and the rules too.

        Why

        - One thing that is said in so many words that they do not fit on one line of a
          terminal.
        - Two

        1. First
        2. Second

            code   as it is

        """)
    #expect(TerminalPage.text(of: "## Why", isColored: true) == "\u{1B}[1mWhy\u{1B}[0m\n")
  }

  @Test func hasAPageForEveryRule() throws {
    for rule in Rule.all {
      let page = try #require(rule.page)
      #expect(!page.hasPrefix("---") && page.contains("## Cure"), "\(rule.id)")
    }
  }
}
