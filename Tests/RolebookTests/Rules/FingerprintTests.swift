import Foundation
import Markdown
import Testing

@testable import Rolebook

/// What a finding is known by stays when text that it is not about changes.
@Suite struct FingerprintTests {
  /// Forty times twenty-five edits of the site of planted faults.
  @Test func matchesAfterAThousandInsertionsMovesAndRenamedHeadings() async throws {
    let world = try World(folder: Repository.root.appendingPathComponent("Tests/Worlds/seeds"))
    let build = await world.build()
    let known = fingerprints(build)
    let contents = world.files.map { String(decoding: $0.text.bytes, as: UTF8.self) }.joined()
    for seed in 1...40 as ClosedRange<UInt64> {
      var editor = PageEditor(seed: seed, site: contents)
      var files = world.files
      for _ in 0..<25 {
        let page = build.catalog.pages.randomElement(using: &editor.random)!
        let index = Int(page.file)
        files[index] = editor.edited(files[index], like: page, settings: world.settings)
      }
      let again = await Build(files: files, settings: world.settings, jobs: 2)
      #expect(fingerprints(again) == known, "seed \(seed)")
    }
  }

  private func fingerprints(_ build: Build) -> [String] {
    Report(build.findings, of: build.catalog).fingerprints.sorted()
  }
}

/// Changes a page where it states nothing.
private struct PageEditor {
  var random: SplitMix64
  /// All pages' text; a heading that it links to keeps its name.
  let site: String

  init(seed: UInt64, site: String) {
    random = SplitMix64(state: seed)
    self.site = site
  }

  mutating func edited(_ file: SourceFile, like page: Page, settings: Settings) -> SourceFile {
    let page = Page(reading: file, file: page.file, settings: settings)
    guard page.document.excess == nil, !page.document.nodes[0].span.isEmpty else { return file }
    let text = file.text
    let edit = [insertedLine, renamedHeading, movedSection].randomElement(using: &random)!
    return SourceFile(path: file.path, role: .page, bytes: Array(edit(page, text, &random).utf8))
  }

  /// A comment before a block, or a paragraph before a heading, with blank lines around.
  private func insertedLine(_ page: Page, _ text: SourceText, _ random: inout SplitMix64) -> String {
    let blocks = page.document.children(of: 0).map { page.document.nodes[$0] }
    guard let block = blocks.randomElement(using: &random) else {
      return text.text(Span(0, text.bytes.count))
    }
    let isHeading = block.kind == .heading
    let words =
      isHeading && Bool.random(using: &random) ? "A new paragraph, of no matter." : "<!-- a note -->"
    let start = text.line(text.lineNumber(at: block.span.start)).start
    return text.text(Span(0, start)) + "\n\(words)\n\n" + text.text(Span(start, text.bytes.count))
  }

  /// Another name for a heading that is no role, no option, and that nothing links to.
  private func renamedHeading(_ page: Page, _ text: SourceText, _ random: inout SplitMix64) -> String {
    let plain = page.headings.filter { heading in
      heading.level > 1 && !heading.text.contains(".") && !site.contains("#\(heading.anchor)")
        && !text.text(heading.span).contains("`") && !text.text(heading.span).contains("{#")
    }
    guard page.frontMatter.options.isEmpty, let heading = plain.randomElement(using: &random) else {
      return text.text(Span(0, text.bytes.count))
    }
    let end = heading.span.end
    return text.text(Span(0, end)) + " anew" + text.text(Span(end, text.bytes.count))
  }

  /// A section in another place, on pages where order says nothing: without steps, SQL and options.
  private func movedSection(_ page: Page, _ text: SourceText, _ random: inout SplitMix64) -> String {
    let nodes = page.document.nodes
    let isOrdered = nodes.contains { $0.kind == .codeBlock || ($0.kind == .list && $0.isOrdered) }
    var starts = page.headings.filter { $0.level == 2 }.map {
      text.line(text.lineNumber(at: $0.span.start)).start
    }
    guard !isOrdered, page.frontMatter.options.isEmpty, starts.count > 2,
      !page.headings.contains(where: { $0.level == 1 })
    else { return text.text(Span(0, text.bytes.count)) }
    starts.append(text.bytes.count)
    var sections = zip(starts, starts.dropFirst()).map { text.text(Span($0, $1)) + "\n" }
    sections.insert(sections.remove(at: Int.random(in: sections.indices, using: &random)), at: 0)
    return text.text(Span(0, starts[0])) + sections.joined()
  }
}
