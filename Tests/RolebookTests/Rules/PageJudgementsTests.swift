import Markdown
import Synchronization
import Testing

@testable import Rolebook

/// Rules of single pages judge a page once for as long as it is as it was.
@Suite struct PageJudgementsTests {
  @Test func judgesOnlyThePagesThatChanged() async throws {
    let world = World(["a.md": "# A\n", "b.md": "# B\n", "c.md": "# C\n"])
    let judged = Mutex<[String]>([])
    let rule = Rule(
      "title", .pages, .warning, "Says each page's title",
      judging: .pages { page in
        judged.withLock { $0.append(page.page.path) }
        return [Finding(page.page.title, at: page.page.firstLine, facts: [])]
      })
    let before = await world.build()
    let first = await PageJudgements.make(of: before.catalog, by: [rule], after: nil, jobs: 1)
    #expect(judged.withLock { $0.sorted() } == ["a.md", "b.md", "c.md"])
    judged.withLock { $0 = [] }

    var files = world.files
    let index = try #require(files.firstIndex { $0.path == "content/b.md" })
    files[index] = SourceFile(path: files[index].path, role: .page, bytes: Array("# New\n".utf8))
    let after = await Build(files: files, settings: world.settings, after: before, jobs: 1)
    let second = await PageJudgements.make(of: after.catalog, by: [rule], after: first, jobs: 1)
    #expect(judged.withLock { $0 } == ["b.md"])
    #expect(second.byRule["title"]?.map(\.message) == ["A", "New", "C"])
  }

  @Test func judgesAllPagesByOtherRules() async throws {
    let world = World(["a.md": "# A\n"])
    let catalog = await world.build().catalog
    let silent = Rule("silent", .pages, .warning, "Says nothing", judging: .pages { _ in [] })
    let first = await PageJudgements.make(of: catalog, by: [silent], after: nil, jobs: 1)
    #expect(first.byRule.isEmpty)
    let loud = Rule(
      "loud", .pages, .warning, "Says its page",
      judging: .pages { [Finding($0.page.path, at: $0.page.firstLine, facts: [])] })
    let second = await PageJudgements.make(of: catalog, by: [silent, loud], after: first, jobs: 1)
    #expect(second.byRule["loud"]?.map(\.message) == ["a.md"])
  }
}
