import Markdown

/// The terms of pages that follow one another, each with the sections of these pages that hold it: what the index of a
/// site is put together from, and what is kept for the next build.
struct TermRun: Sendable {
  /// What it was made from.
  let key: InputDigest
  /// How many sections the pages have.
  let sections: Int
  /// For each term its length, its bytes, the length of its list, and the list as `SectionList` reads it, with sections
  /// counted from the first of these pages. Lengths are written as numbers of such a list are.
  let bytes: ArraySlice<UInt8>

  /// The runs of these pages in order, `jobs` tasks at once. Those that are known are taken over.
  static func all(of pages: [Page], known: TermCache?, jobs: Int) async -> [TermRun] {
    let ranges = ranges(of: pages)
    let keys = await parallelMap(ranges.count, jobs: jobs, chunk: 1) { key(of: pages[ranges[$0]]) }
    let new = ranges.indices.filter { known?[keys[$0]] == nil }
    // Neighbours share a table, which cuts a word into terms once.
    let groups = max(1, min(jobs, new.count))
    let made = await parallelMap(groups, jobs: jobs, chunk: 1) { group -> [[UInt8]] in
      var table = TermTable()
      return new[new.count * group / groups..<new.count * (group + 1) / groups].map { run in
        var section = 0
        for page in pages[ranges[run]] {
          page.noteTerms(in: &table, from: section)
          section += sectionCount(of: page)
        }
        return table.takeRun()
      }
    }
    var rest = made.joined().makeIterator()
    return ranges.indices.map { run in
      let bytes = known?[keys[run]] ?? rest.next().map { $0[...] } ?? []
      return TermRun(
        key: keys[run], sections: pages[ranges[run]].reduce(0) { $0 + sectionCount(of: $1) }, bytes: bytes)
    }
  }

  /// A page's sections: the text before the first heading of level 2, and one below each heading after that.
  private static func sectionCount(of page: Page) -> Int { 1 + page.headings.count { $0.level > 1 } }
}

extension TermRun {
  /// One page in so many ends a run, on average.
  private static let length: UInt32 = 256
  /// A run ends when its files have this many bytes, and before it has four times as many pages as on average.
  private static let size = 4 << 20

  /// Where runs of these pages begin and end. The paths of pages tell, so that where one comes or goes the other runs
  /// stay as they are.
  static func ranges(of pages: [Page]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, size) = (0, 0)
    for (index, page) in pages.enumerated() {
      size += page.document.source.bytes.count
      var path = page.path
      let hash = path.withUTF8 { ByteHash(of: $0).value }
      let isEnd = hash % length == 0 || size >= Self.size || index + 1 - start >= 4 * Int(length)
      guard isEnd || index + 1 == pages.count else { continue }
      ranges.append(start..<index + 1)
      (start, size) = (index + 1, 0)
    }
    return ranges
  }

  private static func key(of pages: ArraySlice<Page>) -> InputDigest {
    var inputs = InputList()
    for page in pages {
      inputs.add(page.blob)
      inputs.add(page.title)
    }
    return inputs.digest
  }
}

extension Page {
  /// Notes what each section says; the first is numbered `section`, and its heading is the page's title.
  fileprivate func noteTerms(in table: inout TermTable, from section: Int) {
    var section = section
    var isHeading = false
    Array(title.utf8).withUnsafeBufferPointer { table.note($0, in: section, isHeading: true) }
    var headingEnd = 0
    document.withNodes { nodes, texts in
      for (index, node) in nodes.enumerated() {
        if index >= headingEnd { isHeading = false }
        switch node.kind {
        case .heading where node.level > 1:
          section += 1
          isHeading = true
          headingEnd = Int(node.end)
        case .text, .code, .codeBlock: table.note(texts[node.literal], in: section, isHeading: isHeading)
        default: break
        }
      }
    }
  }
}
