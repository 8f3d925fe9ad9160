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

  private init(shards: [Shard], commonTerms: [String]) {
    self.shards = shards
    self.commonTerms = commonTerms
  }

  /// The index of a site, from the runs of its pages in their order.
  init(merging runs: [TermRun]) {
    let postings = TermPostings(of: runs)
    let sections = runs.reduce(0) { $0 + $1.sections }
    var writer = ShardWriter(shardSize: Self.shardSize, commonCount: sections > 100 ? sections / 2 : sections)
    for (_, term, number) in Self.sortedTerms(of: postings.terms) {
      writer.write(term, postings.lists(of: number))
    }
    (shards, commonTerms) = writer.finish()
  }

  /// Every term by its bytes, with its number.
  private static func sortedTerms(of terms: ByteTable) -> [(
    key: UInt64, term: ArraySlice<UInt8>, number: Int
  )] {
    (0..<terms.count).map { (sortKey(of: terms[$0]), terms[$0], $0) }.sorted { left, right in
      left.key != right.key ? left.key < right.key : left.term.lexicographicallyPrecedes(right.term)
    }
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

extension Array where Element == UInt8 {
  /// Digits and small letters, as JavaScript's `parseInt(text, 36)` reads them.
  mutating func appendBase36(_ number: UInt32) {
    if number >= 36 { appendBase36(number / 36) }
    append(base36Digits[Int(number % 36)])
  }
}

private let base36Digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
