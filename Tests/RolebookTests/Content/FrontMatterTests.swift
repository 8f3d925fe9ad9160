import Markdown
import Testing

@testable import Rolebook

@Suite struct FrontMatterTests {
  private func read(_ yaml: String, otherKeys: [String] = []) -> FrontMatter {
    FrontMatter(reading: SourceText("---\n\(yaml)\n---\n"), file: 0, otherKeys: otherKeys)
  }

  @Test func readsEveryKey() throws {
    let text = """
      ---
      title: Give access
      kind: guide
      platform: redshift
      complete: [a, b]
      task: t/r
      options:
        - {id: one, title: The one, group: g}
        - {id: two}
      existing: [schema devices, user dbadmin]
      status: superseded
      superseded_by: new.md
      dialect: snowflake
      description: What it is
      order: -3
      tags: [x, y]
      redirect_from: [/old/, /older/]
      last_modified: 2026-01-31
      draft: true
      raw_html: yes
      ---
      text
      """
    let matter = FrontMatter(reading: SourceText(text), file: 7, otherKeys: [])
    #expect(matter.problems.isEmpty)
    #expect(matter.title?.value == "Give access")
    #expect(matter.kind?.value == .guide)
    #expect(matter.platform?.value == "redshift")
    #expect(matter.complete?.map(\.value) == ["a", "b"])
    #expect(matter.task?.value == "t/r")
    #expect(matter.options.map(\.id.value) == ["one", "two"])
    #expect(matter.options.map(\.title) == ["The one", "two"])
    #expect(matter.options.map(\.group) == ["g", ""])
    #expect(matter.existing.map(\.value) == ["schema devices", "user dbadmin"])
    #expect(matter.status?.value == .superseded)
    #expect(matter.supersededBy?.value == "new.md")
    #expect(matter.dialect?.value == .snowflake)
    #expect(matter.description?.value == "What it is")
    #expect(matter.order == -3)
    #expect(matter.tags == ["x", "y"])
    #expect(matter.redirectFrom.map(\.value) == ["/old/", "/older/"])
    #expect(matter.lastModified?.value == "2026-01-31")
    #expect(matter.isDraft)
    #expect(matter.allowsRawHTML)
    #expect(matter.title?.place == Place(7, Span(11, 22)))
    #expect(text.utf8.count - matter.span.end == 4)
  }

  @Test(arguments: [
    ("title: [a]", "title", "text", "a list"),
    ("kind: {a: b}", "kind", "one of `reference`, `guide`, `concept`", "a mapping"),
    ("complete: {a: b}", "complete", "a list of services", "a mapping"),
    ("order: first", "order", "a whole number", "`first`"),
    ("draft: maybe", "draft", "`true` or `false`", "`maybe`"),
    ("tags: [[a]]", "tags", "a list of text", "a list"),
    ("platform: ../x", "platform", "a name of letters, digits, `-` and `_`", "`../x`"),
    ("platform: ''", "platform", "a name of letters, digits, `-` and `_`", "``"),
    ("options: one", "options", "a list of `{id, title, group}`", "`one`"),
    ("options: [{title: x}]", "options", "an `id` in each option", "a mapping"),
    ("- a", "front matter", "a mapping of keys to values", "a list"),
    ("words", "front matter", "a mapping of keys to values", "`words`"),
  ])
  func saysWhatWasExpected(_ yaml: String, _ key: String, _ expected: String, _ found: String) throws {
    let problems = read(yaml).problems
    try #require(problems.count == 1)
    guard case .wrongType(let faultKey, let words, let what) = problems[0].fault else {
      return #expect(Bool(false), "\(problems[0].fault)")
    }
    #expect([faultKey, words, what] == [key, expected, found])
  }

  @Test(arguments: [
    ("kind: tutorial", "kind", "tutorial", ["reference", "guide", "concept"]),
    ("status: old", "status", "old", ["current", "superseded"]),
    ("dialect: mysql", "dialect", "mysql", ["redshift", "postgres", "snowflake", "bigquery", "databricks"]),
  ])
  func listsTheValuesThatAKeyMayHave(_ yaml: String, _ key: String, _ value: String, _ allowed: [String])
    throws
  {
    let problem = try #require(read(yaml).problems.first)
    guard case .unknownValue(key, value, allowed) = problem.fault else {
      return #expect(Bool(false), "\(problem.fault)")
    }
  }

  @Test(arguments: [
    ("titel: x", "titel", "title"), ("superseded-by: x", "superseded-by", "superseded_by"),
    ("Kind: x", "Kind", "kind"),
  ])
  func suggestsTheKeyThatWasMeant(_ yaml: String, _ key: String, _ meant: String) throws {
    let problem = try #require(read(yaml).problems.first)
    guard case .unknownKey(key, suggestion: meant) = problem.fault else {
      return #expect(Bool(false), "\(problem.fault)")
    }
  }

  @Test func suggestsNothingForAKeyUnlikeAll() throws {
    let problem = try #require(read("hide_toc: true").problems.first)
    guard case .unknownKey("hide_toc", suggestion: nil) = problem.fault else {
      return #expect(Bool(false), "\(problem.fault)")
    }
    #expect(problem.place == Place(0, Span(4, 12)))
  }

  @Test func leavesOtherToolsKeysAlone() {
    #expect(read("plan: pro\nbeta: [x]", otherKeys: ["plan", "beta"]).problems.isEmpty)
  }

  @Test func suggestsKeysInsideOptions() throws {
    let problem = try #require(read("options: [{id: a, titel: b}]").problems.first)
    guard case .unknownKey("titel", suggestion: "title") = problem.fault else {
      return #expect(Bool(false), "\(problem.fault)")
    }
  }

  @Test func keepsThePageBelowYAMLThatDoesNotParse() throws {
    let page = Page(reading: pageFile("---\ntitle: a: b\n---\n# Text\n"), file: 0, settings: Settings())
    let problem = try #require(page.frontMatter.problems.first)
    guard case .syntax(let message) = problem.fault else { return #expect(Bool(false), "\(problem.fault)") }
    #expect(message == "mapping values are not allowed in this context")
    #expect(page.headings.map(\.text) == ["Text"])
    #expect(page.document.source.position(at: problem.place.span.start) == Position(line: 2, column: 9))
  }

  @Test func takesAKeyThatStandsTwiceForAFault() throws {
    let problem = try #require(read("title: a\ntitle: b").problems.first)
    guard case .syntax("the key `title` stands here twice") = problem.fault else {
      return #expect(Bool(false), "\(problem.fault)")
    }
    #expect(problem.place.span == Span(13, 18))
  }

  @Test(arguments: [
    "# Text\n", "text\n---\ntitle: x\n---\n", "----\ntitle: x\n----\n", " ---\ntitle: x\n---\n",
    "\n---\ntitle: x\n---\n", "--- x\ntitle: x\n---\n", "---", "",
  ])
  func findsNoneWhereThereIsNone(_ text: String) {
    let matter = FrontMatter(reading: SourceText(text), file: 0, otherKeys: [])
    #expect(matter.title == nil && matter.problems.isEmpty && matter.span.isEmpty)
  }

  @Test(arguments: [
    "---\r\ntitle: Größe\r\n---\r\n# Text\r\n", "\u{FEFF}---\ntitle: Größe\n---\n# Text\n",
    "--- \ntitle: Größe\n---\t\n# Text\n",
    "---\ntitle: Größe\n...\n# Text\n", "---\rtitle: Größe\r---\r# Text\r",
  ])
  func readsOtherLineEndsAndMarks(_ text: String) throws {
    let page = Page(reading: pageFile(text), file: 0, settings: Settings())
    let title = try #require(page.frontMatter.title)
    #expect(title.value == "Größe")
    #expect(page.document.source.text(title.place.span) == "Größe")
    #expect(page.headings.map(\.text) == ["Text"])
    #expect(page.document.nodes.contains { $0.kind == .thematicBreak } == false)
    let heading = try #require(page.headings.first)
    #expect(page.document.source.text(heading.span) == "# Text")
  }

  @Test func findsThePageOfAByteOrderMarkWithoutFrontMatter() {
    let page = Page(reading: pageFile("\u{FEFF}# Text\n"), file: 0, settings: Settings())
    #expect(page.headings.map(\.text) == ["Text"])
  }

  @Test func acceptsEmptyFrontMatter() {
    for text in [
      "---\n---\n# Text", "---\n# comment\n---\n# Text", "---\ntitle:\norder: null\noptions: ~\n---\n# Text",
    ] {
      let page = Page(reading: pageFile(text), file: 0, settings: Settings())
      #expect(page.frontMatter.problems.isEmpty)
      #expect(page.title == "Text")
    }
  }

  @Test func leavesTheValuesOfAnotherToolsKeys() async {
    let page = ["a.md": "---\ntitle: A\nstatus: new\norder: 1.5\n---\n"]
    #expect(
      await World(page, settings: "front_matter_keys: [status, order]").report().findings.map(\.message) == []
    )
    #expect(
      await World(page, settings: "front_matter_keys: [status]").report().findings.map(\.message) == [
        "`order` should be a whole number, and is `1.5`"
      ])
  }

  @Test(arguments: ["---\ntitle: A\n\nText", "\u{FEFF}---\r\ntitle: A\r\nText"])
  func saysThatNothingEndsTheBlock(_ text: String) async {
    #expect(
      await World(["a.md": text]).report().findings.map(\.message) == ["no `---` ends the front matter"])
  }

  @Test func takesALineAtTheTopForALine() async {
    #expect(await World(["a.md": "---\n\n# A\n\nNote: text"]).findings() == "")
  }
}

/// A page of the content folder in memory.
func pageFile(_ text: String, path: String = "content/page.md") -> SourceFile {
  SourceFile(path: path, role: .page, bytes: Array(text.utf8))
}
