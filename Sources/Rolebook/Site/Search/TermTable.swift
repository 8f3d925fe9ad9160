/// Terms of some pages, numbered in the order in which they are met, each with the sections that hold it.
struct TermTable: Sendable {
  private var terms = ByteTable()
  /// Words as they are written: each is cut into terms once.
  private var words = ByteTable()
  /// The terms of all words, word by word, and where those of each start, with the end at last.
  private var wordTerms: [UInt32] = []
  private var wordStarts: [UInt32] = [0]
  /// By word and by term: the section that was noted last, and 1.
  private var lastSectionOfWord: [UInt32] = []
  private var lastSectionOfTerm: [UInt32] = []
  /// What was noted, section by section: twice a term, and 1 where it stands in the section's heading.
  private var notes: [UInt32] = []
  /// The sections with notes, ascending, and where the notes of each start.
  private var sections: [(section: UInt32, start: Int)] = []
  /// The notes of earlier sections, sorted: they take a third of the memory then.
  private var parts: [TermPostings.Part] = []

  /// How many notes wait to be sorted at the most, but for those of one section.
  private let fullCount: Int

  init(fullCount: Int = 1 << 18) { self.fullCount = fullCount }

  /// Notes what a text says; sections come in ascending order, the heading of each first.
  mutating func note(_ text: UnsafeBufferPointer<UInt8>, in section: Int, isHeading: Bool) {
    let section = UInt32(section)
    if sections.last?.section != section {
      if notes.count >= fullCount { sortNotes() }
      sections.append((section, notes.count))
    }
    SearchTerms.withPlainText(of: text) { noteWords(of: $0, section + 1, isHeading ? 1 : 0) }
  }

  private mutating func noteWords(of text: UnsafeBufferPointer<UInt8>, _ mark: UInt32, _ headingBit: UInt32) {
    var found = SearchWords(of: text)
    while let word = found.next() {
      let bytes = UnsafeBufferPointer(rebasing: text[word.range])
      let number = words.number(of: bytes, hash: word.hash)
      if number == lastSectionOfWord.count { addTerms(ofWord: Array(bytes)) }
      if lastSectionOfWord[number] == mark { continue }
      lastSectionOfWord[number] = mark
      for index in Int(wordStarts[number])..<Int(wordStarts[number + 1]) {
        let term = wordTerms[index]
        if lastSectionOfTerm[Int(term)] == mark { continue }
        lastSectionOfTerm[Int(term)] = mark
        notes.append(term << 1 | headingBit)
      }
    }
  }

  /// A term of one sign finds nothing.
  private mutating func addTerms(ofWord word: [UInt8]) {
    for term in SearchTerms.terms(ofWord: word) where term.count > 1 {
      let number = term.withUnsafeBufferPointer { terms.number(of: $0, hash: ByteHash(of: $0).value) }
      if number == lastSectionOfTerm.count { lastSectionOfTerm.append(0) }
      wordTerms.append(UInt32(number))
    }
    wordStarts.append(UInt32(wordTerms.count))
    lastSectionOfWord.append(0)
  }

  /// What was noted, term by term.
  consuming func postings() -> TermPostings {
    sortNotes()
    return TermPostings(terms: terms, parts: parts)
  }

  /// Sorts the notes by their terms, and forgets them.
  private mutating func sortNotes() {
    if notes.isEmpty { return }
    parts.append(TermPostings.Part(notes, by: sections, terms: terms.count))
    notes.removeAll(keepingCapacity: true)
    sections.removeAll(keepingCapacity: true)
  }
}

/// The terms of some pages with the sections that hold each.
struct TermPostings: Sendable {
  let terms: ByteTable
  /// Of sections that follow one another.
  private let parts: [Part]

  fileprivate init(terms: ByteTable, parts: [Part]) {
    self.terms = terms
    self.parts = parts
  }

  /// The sections of a term, in lists that follow one another.
  func lists(of number: Int) -> [SectionList] {
    parts.compactMap { number < $0.count ? SectionList(bytes: $0[number]) : nil }
  }
}

extension TermPostings {
  /// The sections of some pages for each term that was known by then.
  struct Part: Sendable {
    /// The lists, one after the other, as `SectionList` reads them.
    private var bytes: [UInt8]
    /// Where each term's list starts, with the end at last.
    private let starts: [UInt32]

    var count: Int { starts.count - 1 }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

    /// Notes, section by section; where the notes of each section start.
    fileprivate init(_ notes: [UInt32], by sections: [(section: UInt32, start: Int)], terms count: Int) {
      var last = [UInt32](repeating: 0, count: count)
      var starts = [UInt32](repeating: 0, count: count + 1)
      Self.forEach(notes, by: sections, &last) { term, difference in
        starts[term + 1] += UInt32(SectionList.length(of: difference))
      }
      for number in 0..<count { starts[number + 1] += starts[number] }
      var following = starts
      for number in last.indices { last[number] = 0 }
      bytes = [UInt8](repeating: 0, count: Int(starts[count]))
      bytes.withUnsafeMutableBufferPointer { bytes in
        Self.forEach(notes, by: sections, &last) { term, difference in
          following[term] += UInt32(SectionList.write(difference, to: bytes, at: Int(following[term])))
        }
      }
      self.starts = starts
    }

    /// Calls `body` with each term that a note is of, and by how much its value is greater than the term's last one.
    @inline(__always)
    private static func forEach(
      _ notes: [UInt32], by sections: [(section: UInt32, start: Int)], _ last: inout [UInt32],
      _ body: (Int, UInt32) -> Void
    ) {
      for (index, (section, start)) in sections.enumerated() {
        let end = index + 1 < sections.count ? sections[index + 1].start : notes.count
        for note in notes[start..<end] {
          let term = Int(note >> 1)
          let value = section << 1 | note & 1
          body(term, value - last[term])
          last[term] = value
        }
      }
    }
  }
}

/// Sections in ascending order, each as twice its number, and 1 more where the term stands in its heading. They are
/// written as differences, the first one from 0, seven bits a byte, the lowest first; a byte that is not the last of
/// its number has its highest bit set.
struct SectionList: Sequence, IteratorProtocol {
  private let bytes: ArraySlice<UInt8>
  private var place: Int
  private var value: UInt32 = 0

  fileprivate init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// How many there are.
  var count: Int { bytes.count { $0 < 0x80 } }

  mutating func next() -> UInt32? {
    guard place < bytes.endIndex else { return nil }
    var shift: UInt32 = 0
    while true {
      let byte = bytes[place]
      place += 1
      value += UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  fileprivate static func length(of difference: UInt32) -> Int {
    Swift.max(1, (UInt32.bitWidth - difference.leadingZeroBitCount + 6) / 7)
  }

  /// Writes a difference and returns its length.
  fileprivate static func write(
    _ difference: UInt32, to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    var rest = difference
    var place = start
    while rest >= 0x80 {
      bytes[place] = UInt8(truncatingIfNeeded: rest) | 0x80
      rest >>= 7
      place += 1
    }
    bytes[place] = UInt8(truncatingIfNeeded: rest)
    return place + 1 - start
  }
}
