import Markdown

/// Which section of which page holds which term: what search asks where no name fits.
struct TextIndex: Sendable {
  /// The terms of a range of the alphabet with their sections, as a line for each.
  struct Shard: Sendable {
    /// The first term.
    let first: String
    /// A line for each term: the term, a blank, and its sections as differences, in base 36 with commas between. A
    /// section's number is doubled, and 1 more where the term stands in its heading.
    let lines: [UInt8]
  }

  /// In the order of their terms.
  let shards: [Shard]
  /// Terms that most sections hold, and which tell none from another: they are in no shard.
  let commonTerms: [String]

  static let none = TextIndex(shards: [], commonTerms: [])

  /// How large the lines of a shard may grow, in bytes.
  private static let shardSize = 60_000

  /// A page's sections: the text before the first heading of level 2, and one below each heading after that.
  static func sectionCount(of page: Page) -> Int { 1 + page.headings.count { $0.level > 1 } }

  /// Reads the text of these pages, `jobs` tasks at once.
  static func make(of pages: [Page], jobs: Int) async -> TextIndex {
    var firstSections = [0]
    for page in pages {
      firstSections.append(firstSections[firstSections.count - 1] + sectionCount(of: page))
    }
    let parts = max(1, min(jobs, pages.count / 32))
    let tables = await parallelMap(parts, jobs: jobs, chunk: 1) { [firstSections] part in
      var table = TermTable()
      for index in pages.count * part / parts..<pages.count * (part + 1) / parts {
        pages[index].noteTerms(in: &table, from: firstSections[index])
      }
      return table.postings()
    }
    return TextIndex(merging: tables, sections: firstSections[pages.count])
  }

  private init(shards: [Shard], commonTerms: [String]) {
    self.shards = shards
    self.commonTerms = commonTerms
  }

  /// Tables of pages that follow one another.
  private init(merging tables: [TermPostings], sections: Int) {
    var lists: [SectionList] = []
    var writer = ShardWriter(shardSize: Self.shardSize, commonCount: sections > 100 ? sections / 2 : sections)
    for entry in Self.sortedTerms(of: tables) {
      lists.removeAll(keepingCapacity: true)
      for place in entry.places { lists += tables[place.table].lists(of: place.number) }
      writer.write(entry.term, lists)
    }
    (shards, commonTerms) = writer.finish()
  }

  private typealias Entry = (term: ArraySlice<UInt8>, places: [(table: Int, number: Int)])

  /// Every term once, by its bytes, with its numbers in the tables.
  private static func sortedTerms(of tables: [TermPostings]) -> [Entry] {
    var places: [(key: UInt64, term: ArraySlice<UInt8>, table: Int, number: Int)] = []
    for (index, table) in tables.enumerated() {
      for number in 0..<table.terms.count {
        let term = table.terms[number]
        places.append((sortKey(of: term), term, index, number))
      }
    }
    places.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      return left.term.elementsEqual(right.term)
        ? left.table < right.table : left.term.lexicographicallyPrecedes(right.term)
    }
    var entries: [Entry] = []
    for place in places {
      if let last = entries.indices.last, entries[last].term.elementsEqual(place.term) {
        entries[last].places.append((place.table, place.number))
      } else {
        entries.append((place.term, [(place.table, place.number)]))
      }
    }
    return entries
  }

  /// The first eight bytes as a number, by which most terms are told apart.
  private static func sortKey(of term: ArraySlice<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for byte in term.prefix(8) { key = key << 8 | UInt64(byte) }
    return key << UInt64(8 * (8 - min(8, term.count)))
  }
}

/// Writes terms in ascending order into shards.
private struct ShardWriter {
  let shardSize: Int
  /// A term with more sections than this tells none from another.
  let commonCount: Int
  private var shards: [TextIndex.Shard] = []
  private var commonTerms: [String] = []
  private var first: ArraySlice<UInt8> = []
  private var lines: [UInt8] = []

  init(shardSize: Int, commonCount: Int) {
    self.shardSize = shardSize
    self.commonCount = commonCount
  }

  mutating func write(_ term: ArraySlice<UInt8>, _ lists: [SectionList]) {
    if lists.reduce(0, { $0 + $1.count }) > commonCount {
      return commonTerms.append(String(decoding: term, as: UTF8.self))
    }
    if lines.isEmpty { first = term } else { lines.append(UInt8(ascii: "\n")) }
    lines.append(contentsOf: term)
    var separator = UInt8(ascii: " ")
    var last: UInt32 = 0
    for list in lists {
      for value in list {
        lines.append(separator)
        lines.appendBase36(value - last)
        separator = UInt8(ascii: ",")
        last = value
      }
    }
    if lines.count > shardSize { endShard() }
  }

  consuming func finish() -> (shards: [TextIndex.Shard], commonTerms: [String]) {
    if !lines.isEmpty { endShard() }
    return (shards, commonTerms)
  }

  private mutating func endShard() {
    let kept = lines.withUnsafeBufferPointer { Array($0) }
    shards.append(TextIndex.Shard(first: String(decoding: first, as: UTF8.self), lines: kept))
    lines.removeAll(keepingCapacity: true)
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

extension Array where Element == UInt8 {
  /// Digits and small letters, as JavaScript's `parseInt(text, 36)` reads them.
  mutating func appendBase36(_ number: UInt32) {
    if number >= 36 { appendBase36(number / 36) }
    append(base36Digits[Int(number % 36)])
  }
}

private let base36Digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
