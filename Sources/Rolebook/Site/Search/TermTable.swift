/// Terms of pages, numbered in the order in which they are met, and what sections of the pages of a run hold them.
struct TermTable: Sendable {
  private var terms = ByteTable()
  /// Words as they are written: each is cut into terms once.
  private var words = ByteTable()
  /// The terms of all words, word by word, and where those of each start, with the end at last.
  private var wordTerms: [UInt32] = []
  private var wordStarts: [UInt32] = [0]
  /// How many sections were noted, in all runs.
  private var count: UInt32 = 0
  /// By word and by term: the number in `count` of the section that was noted last.
  private var lastSectionOfWord: [UInt32] = []
  private var lastSectionOfTerm: [UInt32] = []
  /// What was noted of this run, section by section: twice a term, and 1 where it stands in the section's heading.
  private var notes: [UInt32] = []
  /// The sections with notes, ascending, and where the notes of each start.
  private var sections: [(section: UInt32, start: Int)] = []

  /// Notes what a text says; sections come in ascending order, the heading of each first.
  mutating func note(_ text: UnsafeBufferPointer<UInt8>, in section: Int, isHeading: Bool) {
    let section = UInt32(section)
    if sections.last?.section != section {
      count += 1
      sections.append((section, notes.count))
    }
    SearchTerms.withPlainText(of: text) { noteWords(of: $0, isHeading ? 1 : 0) }
  }

  private mutating func noteWords(of text: UnsafeBufferPointer<UInt8>, _ headingBit: UInt32) {
    var found = SearchWords(of: text)
    while let word = found.next() {
      let bytes = UnsafeBufferPointer(rebasing: text[word])
      let number = words.number(of: bytes, hash: ByteHash(of: bytes).value)
      if number == lastSectionOfWord.count { addTerms(ofWord: Array(bytes)) }
      if lastSectionOfWord[number] == count { continue }
      lastSectionOfWord[number] = count
      for index in Int(wordStarts[number])..<Int(wordStarts[number + 1]) {
        let term = wordTerms[index]
        if lastSectionOfTerm[Int(term)] == count { continue }
        lastSectionOfTerm[Int(term)] = count
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

  /// The bytes of a `TermRun` of what was noted, which begins a new one.
  mutating func takeRun() -> [UInt8] {
    var last = [UInt32](repeating: 0, count: terms.count)
    var starts = [UInt32](repeating: 0, count: terms.count + 1)
    forEachNote(&last) { term, difference in starts[term + 1] += UInt32(SectionList.length(of: difference)) }
    for number in 0..<terms.count { starts[number + 1] += starts[number] }
    var following = starts
    for number in last.indices { last[number] = 0 }
    var lists = [UInt8](repeating: 0, count: Int(starts[terms.count]))
    lists.withUnsafeMutableBufferPointer { lists in
      forEachNote(&last) { term, difference in
        following[term] += UInt32(SectionList.write(difference, to: lists, at: Int(following[term])))
      }
    }
    notes.removeAll(keepingCapacity: true)
    sections.removeAll(keepingCapacity: true)
    let held = (0..<terms.count).filter { starts[$0] < starts[$0 + 1] }
    var run: [UInt8] = []
    // A length takes one byte mostly, and two at the most but for very long ones.
    run.reserveCapacity(held.reduce(lists.count) { $0 + terms[$1].count + 3 })
    for number in held {
      run.appendWithLength(terms[number])
      run.appendWithLength(lists[Int(starts[number])..<Int(starts[number + 1])])
    }
    return run
  }

  /// Calls `body` with each term that a note is of, and by how much its value is greater than the term's last one.
  @inline(__always)
  private func forEachNote(_ last: inout [UInt32], _ body: (Int, UInt32) -> Void) {
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
