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
  /// The lines of the shard, and room for more behind them.
  private var lines: [UInt8] = []
  private var length = 0

  init(shardSize: Int, commonCount: Int) {
    self.shardSize = shardSize
    self.commonCount = commonCount
  }

  mutating func write(_ term: ArraySlice<UInt8>, _ lists: [SectionList]) {
    let count = lists.reduce(0) { $0 + $1.count }
    if count > commonCount { return commonTerms.append(String(decoding: term, as: UTF8.self)) }
    if length == 0 { first = term }
    makeRoom(for: term.count + 2 + count * (UInt32.base36Digits + 1))
    length = lines.withUnsafeMutableBufferPointer { lines in
      var end = length
      func append(_ byte: UInt8) {
        lines[end] = byte
        end += 1
      }
      if end > 0 { append(UInt8(ascii: "\n")) }
      for byte in term { append(byte) }
      var separator = UInt8(ascii: " ")
      var last: UInt32 = 0
      for list in lists {
        list.walk { section in
          append(separator)
          end = (section - last).writeBase36(to: lines, at: end)
          separator = UInt8(ascii: ",")
          last = section
        }
      }
      return end
    }
    if length > shardSize { endShard() }
  }

  private mutating func makeRoom(for more: Int) {
    let missing = length + more - lines.count
    if missing > 0 { lines.append(contentsOf: repeatElement(0, count: max(missing, lines.count))) }
  }

  consuming func finish() -> (shards: [TextIndex.Shard], commonTerms: [String]) {
    if length > 0 { endShard() }
    return (shards, commonTerms)
  }

  private mutating func endShard() {
    shards.append(
      TextIndex.Shard(first: String(decoding: first, as: UTF8.self), lines: Array(lines[..<length])))
    length = 0
  }
}
