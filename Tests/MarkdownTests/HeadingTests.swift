import Testing

@testable import Markdown

@Suite struct HeadingTests {
  @Test(arguments: [
    ("## Name {#id}", "Name", "id"), ("## Name {: #id}", "Name", "id"), ("## Name {:#id}", "Name", "id"),
    ("## Name {#id} ##", "Name", "id"), ("Name {#id}\n----", "Name", "id"),
    ("## `x` {#a.b-c_d}", "`x`", "a.b-c_d"),
    ("## *x* y {#id}", "*x* y", "id"), ("## Name{#id}", "Name", "id"), ("## {x} {#id}", "{x}", "id"),
  ])
  func readsTheAnchorThatAHeadingSets(_ text: String, _ name: String, _ id: String) throws {
    let heading = try #require(first(.heading, in: text))
    #expect(heading.extra == id)
    let plain = heading.document.plainText(1)
    #expect(
      plain == name.filter { $0 != "`" && $0 != "*" }
        || plain.dropLast() == name.filter { $0 != "`" && $0 != "*" })
  }

  @Test(arguments: [
    ("## Name {.tab}", ""), ("## Name {#id .tab}", "id"), ("## Name {: .tab #id}", "id"),
  ])
  func readsWhetherItsSectionIsATab(_ text: String, _ id: String) throws {
    let heading = try #require(first(.heading, in: text))
    #expect(heading.node.isTab)
    #expect(heading.extra == id)
    #expect(heading.document.plainText(1) == "Name")
    #expect(try !#require(first(.heading, in: "## Name {#id}")).node.isTab)
  }

  @Test(arguments: [
    "## Name {.other}", "## Name {#a #b}", "## Name {id}", "## Name {#}", "## {#a} Name", "## Name #id",
    "## Name {#a b}", "## `{#id}`",
  ])
  func leavesOtherBracesInTheText(_ text: String) throws {
    let heading = try #require(first(.heading, in: text))
    #expect(heading.extra.isEmpty)
    #expect(heading.document.plainText(1) == text.dropFirst(3).filter { $0 != "`" })
  }

  @Test func readsEscapesAndEntitiesBeforeAnAnchor() {
    #expect(html("## Tom &amp; Jerry {#tom}") == "<h2>Tom &amp; Jerry</h2>\n")
    #expect(html("## a \\* b {#x}") == "<h2>a * b</h2>\n")
    #expect(html("## caf&eacute; {#x}") == "<h2>café</h2>\n")
  }

  @Test func readsAHeadingThatIsOnlyAnAnchor() throws {
    let heading = try #require(first(.heading, in: "# {#id}\n\ntext"))
    #expect(heading.extra == "id")
    #expect(html("# {#id}\n\ntext") == "<h1></h1>\n<p>text</p>\n")
  }

  @Test(arguments: [
    ("Set up the source", "set-up-the-source"), ("`roles/bigquery.user`", "rolesbigqueryuser"),
    ("IAM & Admin > Roles", "iam--admin--roles"), ("Ünïcode Größe", "ünïcode-größe"), ("日本語 テスト", "日本語-テスト"),
    ("What's new?", "whats-new"), ("snake_case and-hyphen", "snake_case-and-hyphen"), ("100 %", "100-"),
    ("🎉 Party", "-party"),
    ("ÀÉ", "àé"), ("e\u{301}", "e\u{301}"), ("हिन्दी", "हिन्दी"), ("", ""),
  ])
  func makesTheSlugsOfGitHub(_ text: String, _ slug: String) {
    #expect(Slugs.slug(text.filter { $0 != "`" }) == slug)
  }

  @Test func numbersRepeatedSlugs() {
    var slugs = Slugs()
    #expect(["a", "a", "A!", "b", "a"].map { slugs.anchor(for: $0) } == ["a", "a-1", "a-2", "b", "a-3"])
  }

  @Test func keepsNumberedSlugsApartFromWrittenOnes() {
    var slugs = Slugs()
    #expect(
      ["a", "a-1", "a", "a", "a-1"].map { slugs.anchor(for: $0) } == ["a", "a-1", "a-2", "a-3", "a-1-1"])
    var others = Slugs()
    #expect(others.anchor(for: "") == "")
    #expect(others.unique("x") == "x")
    #expect(others.anchor(for: "X") == "x-1")
  }
}
