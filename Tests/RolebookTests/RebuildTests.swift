import Foundation
import Markdown
import Testing

@testable import Rolebook

/// A build after another one says what a build from nothing says, whatever was edited in between.
@Suite struct RebuildTests {
  /// How often each of four sites is edited; a longer campaign sets ROLEBOOK_EDITS.
  private static let steps = ProcessInfo.processInfo.environment["ROLEBOOK_EDITS"].flatMap { Int($0) } ?? 10

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func saysWhatABuildFromNothingSays(seed: UInt64) async throws {
    let world = try World(folder: Repository.root.appendingPathComponent("Tests/Worlds/seeds"))
    var editor = LineEditor(world.files, seed: seed)
    var build = await world.build()
    var site = build.site(templates: Templates(files: []))
    var made: [Made: [UInt8]] = [:]
    for step in 1...Self.steps {
      for _ in 0...(step % 3) { editor.edit() }
      build = await Build(files: editor.files, settings: world.settings, after: build, jobs: 2)
      let fresh = await Build(files: editor.files, settings: world.settings, jobs: 2)
      site = build.site(templates: Templates(files: []), after: site)
      let after = said(by: build, site)
      let clean = said(by: fresh, fresh.site(templates: Templates(files: [])), &made)
      #expect(after.keys.sorted() == clean.keys.sorted(), "edit \(step): \(editor.last)")
      #expect(clean.keys.filter { after[$0] != clean[$0] }.sorted() == [], "edit \(step): \(editor.last)")
    }
  }

  /// What an edit of one page leaves to be made from the same inputs: all but that page, and those that show its title.
  @Test(arguments: [
    ("# A\n\nOther text.\n", ["a/index.html", "a/index.md"]),
    ("# Other\n\nText.\n", ["a/index.html", "a/index.md", "b/index.html", "c/index.html", "d/index.html"]),
    ("# A\n\n## Two\n\nText.\n", ["a/index.html", "a/index.md"]),
    ("# A\n\n[none](none.md)\n", ["a/index.html", "a/index.md"]),
  ])
  func filesOfOtherInputs(page: String, expected: [String]) async throws {
    func world(_ page: String) -> World {
      World(["a.md": page, "b.md": "# B\n", "c.md": "# C\n\n[a](a.md)\n", "d.md": "# D\n"])
    }
    func digests(of page: String) async -> [String: InputDigest] {
      let files = await world(page).build().site(templates: Templates(files: [])).files
      return Dictionary(files.compactMap { file in file.inputs().map { (file.path, $0) } }) { first, _ in
        first
      }
    }
    let (before, after) = (await digests(of: "# A\n\nText.\n"), await digests(of: page))
    #expect(before.count == 8)
    #expect(before.keys.filter { after[$0] != before[$0] }.sorted() == expected)
  }

  @Test func readsOnlyThePagesThatChanged() async throws {
    let world = World(["a.md": "# A\n\n[b](b.md#two)\n", "b.md": "# B\n\n## One\n\nText.\n", "c.md": "# C\n"])
    let before = await world.build()
    var files = world.files
    files[2] = SourceFile(path: files[2].path, role: .page, bytes: Array("# B\n\n## Two\n\nText.\n".utf8))
    let after = await Build(files: files, settings: world.settings, after: before, jobs: 1)
    let same = zip(before.catalog.pages, after.catalog.pages).map { $0.isSame(as: $1) }
    #expect(same == [true, false, true])
    #expect(before.findings.map(\.rule) == ["dead-anchor"])
    #expect(after.findings.isEmpty)
  }

  @Test func readsAllPagesUnderOtherSettings() async throws {
    let world = World(["a.md": "# A\n"], settings: "title: T\n")
    let before = await world.build()
    let other = World(["a.md": "# A\n"], settings: "title: U\n")
    let after = await Build(files: other.files, settings: other.settings, after: before, jobs: 1)
    #expect(!after.catalog.pages[0].isSame(as: before.catalog.pages[0]))
  }

  /// A file and what it was made from.
  private struct Made: Hashable {
    let path: String
    let inputs: InputDigest
  }

  /// The findings as they are shown, and each file of the site by its path. Files that were made from the same before
  /// have the same bytes.
  private func said(by build: Build, _ site: Site, _ known: inout [Made: [UInt8]]) -> [String: [UInt8]] {
    let report = Report(build.findings, of: build.catalog)
    var said = ["": ReportFormat.text.render(report, ReportStyle())]
    for file in site.files {
      var bytes: [UInt8] = []
      file.render(&bytes)
      said[file.path] = bytes
      guard let made = file.inputs().map({ Made(path: file.path, inputs: $0) }) else { continue }
      #expect(known[made, default: bytes] == bytes, "\(file.path)")
      known[made] = bytes
    }
    return said
  }

  private func said(by build: Build, _ site: Site) -> [String: [UInt8]] {
    var made: [Made: [UInt8]] = [:]
    return said(by: build, site, &made)
  }
}

/// Edits pages by lines, as people do: adds, drops, repeats and moves them, within a page and from page to page.
private struct LineEditor {
  private(set) var files: [SourceFile]
  /// What was done last.
  private(set) var last = ""
  private let originals: [SourceFile]
  private var random: SplitMix64

  init(_ files: [SourceFile], seed: UInt64) {
    self.files = files
    originals = files
    random = SplitMix64(state: seed)
  }

  private static let insertions = [
    "## Another heading", "- `bigquery.tables.*`", "See [the roles](../bigquery/roles.md#roles).",
    "GRANT USAGE ON SCHEMA public TO reader;", "draft: true", "title: Another title", "",
    "| `bigquery.tables.frobnicate` | Frobnicate a table |",
    "Grant `roles/bigquery.admin`, then **BigQuery User**.",
    "redirect_from: [/old/]", "status: superseded", "<!-- allow dead-link: a test -->",
  ]

  mutating func edit() {
    let pages = files.indices.filter { files[$0].role == .page }
    let page = pages.randomElement(using: &random) ?? 0
    var lines = String(decoding: files[page].text.bytes, as: UTF8.self).components(separatedBy: "\n")
    let line = Int.random(in: 0..<lines.count, using: &random)
    let other = files[pages.randomElement(using: &random) ?? 0]
    let otherLines = String(decoding: other.text.bytes, as: UTF8.self).components(separatedBy: "\n")
    switch Int.random(in: 0..<7, using: &random) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: line)
    case 2: lines.swapAt(line, Int.random(in: 0..<lines.count, using: &random))
    case 3: lines.insert(otherLines.randomElement(using: &random) ?? "", at: line)
    case 4: lines.insert(Self.insertions.randomElement(using: &random) ?? "", at: line)
    case 5: lines = String(decoding: originals[page].text.bytes, as: UTF8.self).components(separatedBy: "\n")
    default: lines = otherLines
    }
    last = "\(files[page].path):\(line + 1)"
    files[page] = SourceFile(
      path: files[page].path, role: .page, bytes: Array(lines.joined(separator: "\n").utf8))
  }
}
