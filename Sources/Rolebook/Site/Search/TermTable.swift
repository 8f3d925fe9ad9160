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

  /// Notes what a text says; sections come in ascending order, the heading of each first.
  mutating func note(_ text: UnsafeBufferPointer<UInt8>, in section: Int, isHeading: Bool) {
    let section = UInt32(section)
    if sections.last?.section != section { sections.append((section, notes.count)) }
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
    var starts = [Int](repeating: 0, count: terms.count + 1)
    for note in notes { starts[Int(note >> 1) + 1] += 1 }
    for number in 0..<terms.count { starts[number + 1] += starts[number] }
    var following = starts
    var values = [UInt32](repeating: 0, count: notes.count)
    for (index, (section, start)) in sections.enumerated() {
      let end = index + 1 < sections.count ? sections[index + 1].start : notes.count
      for note in notes[start..<end] {
        let number = Int(note >> 1)
        values[following[number]] = section << 1 | note & 1
        following[number] += 1
      }
    }
    return TermPostings(terms: terms, values: values, starts: starts)
  }
}

/// The terms of some pages with the sections that hold each.
struct TermPostings: Sendable {
  let terms: ByteTable
  /// By term: twice each section that holds it, and 1 where it stands in its heading, ascending.
  private let values: [UInt32]
  /// Where each term's part of the values starts, with the end at last.
  private let starts: [Int]

  fileprivate init(terms: ByteTable, values: [UInt32], starts: [Int]) {
    self.terms = terms
    self.values = values
    self.starts = starts
  }

  /// The sections of a term.
  subscript(number: Int) -> ArraySlice<UInt32> { values[starts[number]..<starts[number + 1]] }
}
