import Markdown
import Testing

@testable import Rolebook

@Suite struct PageReadingTests {
  @Test(arguments: [
    ("index.md", "/"), ("README.md", "/"), ("a.md", "/a/"), ("a/b.md", "/a/b/"), ("a/index.md", "/a/"), ("a/README.md", "/a/"),
    ("a/reindex.md", "/a/reindex/"), ("a/index/b.md", "/a/index/b/"), ("a.b.md", "/a.b/"), ("md.md", "/md/"), ("a/x.mdx", "/a/x/"),
    ("a.txt", "/a.txt/"), ("Ü b.md", "/Ü b/"),
  ])
  func givesAPageItsAddress(_ path: String, _ address: String) {
    #expect(Page.address(of: path, extensions: ["md", "mdx"]) == address)
  }

  @Test func readsThePathBelowTheContentFolder() {
    var settings = Settings()
    settings.content = "docs/pages"
    let page = Page(reading: pageFile("# X", path: "docs/pages/a/b.md"), file: 0, settings: settings)
    #expect(page.path == "a/b.md" && page.folder == "a" && page.address == "/a/b/")
  }

  @Test func takesItsTitleFromTheFrontMatterElseTheHeadingElseThePath() {
    func title(_ text: String) -> String { Page(reading: pageFile(text), file: 0, settings: Settings()).title }
    #expect(title("---\ntitle: A\n---\n# B") == "A")
    #expect(title("## C\n\n# B `x`") == "B x")
    #expect(title("text") == "page.md")
  }

  @Test func fillsFrontMatterByPathWithTheFirstMatch() {
    let settings = World(
      [:], settings: """
        default_kind: concept
        pages:
          - {match: "a/**", kind: reference, platform: first}
          - {match: "**", kind: guide, platform: second, title: Filled, draft: true}
        """
    ).settings
    func page(_ text: String, _ path: String) -> Page {
      Page(reading: pageFile(text, path: "content/" + path), file: 0, settings: settings)
    }
    #expect(page("x", "a/b.md").platform == "first")
    #expect(page("x", "a/b.md").kind == .reference)
    #expect(page("x", "b.md").platform == "second")
    #expect(page("---\nplatform: own\n---\nx", "b.md").platform == "own")
    #expect(page("---\nplatform: own\n---\nx", "b.md").title == "Filled")
    #expect(page("x", "b.md").frontMatter.isDraft)
    #expect(!page("---\ndraft: false\n---\nx", "b.md").frontMatter.isDraft)
  }

  @Test func isAConceptUnlessItOrTheSiteSaysOtherwise() {
    var settings = Settings()
    #expect(Page(reading: pageFile("x"), file: 0, settings: settings).kind == .concept)
    settings.defaultKind = .guide
    #expect(Page(reading: pageFile("x"), file: 0, settings: settings).kind == .guide)
    #expect(Page(reading: pageFile("---\nkind: reference\n---\nx"), file: 0, settings: settings).kind == .reference)
  }

  @Test func leavesDraftsOut() async {
    let build = await World(["a.md": "---\ndraft: true\n---\n# A", "b.md": "# B"]).build()
    #expect(build.catalog.pages.map(\.path) == ["b.md"])
  }

  @Test func readsNothingOfAFileThatIsNotText() {
    let file = SourceFile(path: "content/a.md", role: .page, bytes: Array("# A\n".utf8) + [0xFF])
    #expect(file.fault == .notUTF8(offset: 4))
    let page = Page(reading: file, file: 0, settings: Settings())
    #expect(page.headings.isEmpty)
  }

  @Test func givesEachHeadingItsOwnAnchor() {
    let page = Page(reading: pageFile("# A\n## A\n## B {#a}\n## A-1\n## `C` *d*"), file: 0, settings: Settings())
    #expect(page.headings.map(\.anchor) == ["a", "a-1", "a-2", "a-1-1", "c-d"])
  }

  @Test(arguments: [
    ([0xC0, 0x80], 0), ([0x61, 0xED, 0xA0, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xE2, 0x82], 0), ([0x61, 0x80], 1),
    ([0xF8, 0x88, 0x80, 0x80, 0x80], 0), ([0xE0, 0x9F, 0xBF], 0),
  ] as [([UInt8], Int)])
  func findsTheFirstByteThatIsNotUTF8(_ bytes: [UInt8], _ offset: Int) {
    #expect(SourceFile(path: "a", role: .page, bytes: bytes).fault == .notUTF8(offset: offset))
  }

  @Test func takesAllOfUnicodeForText() {
    let text = "a\u{7F}é\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(SourceFile(path: "a", role: .page, bytes: Array(text.utf8)).fault == nil)
  }
}
