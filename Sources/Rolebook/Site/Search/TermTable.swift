/// Terms of some pages, numbered in the order in which they are met, each with the sections that hold it.
///
/// A table of its own, because a dictionary would make an array for each of millions of words.
struct TermTable: Sendable {
  /// The bytes of all terms, one after the other.
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]
  /// By slot: a term's number and 1; 0 where the slot is free. A power of two of them.
  private var slots: [UInt32] = Array(repeating: 0, count: 1 << 12)
  /// By term: the section that was noted last, and 1.
  private var lastSections: [UInt32] = []
  /// What was noted, in the order of sections: a term in the upper half; twice the section, and 1 where the term
  /// stands in its heading, in the lower one.
  private var notes: [UInt64] = []

  var count: Int { starts.count - 1 }

  /// Notes that a section holds a term; sections come in ascending order.
  mutating func note(_ term: Slice<UnsafeBufferPointer<UInt8>>, in section: Int, isHeading: Bool) {
    let number = number(of: term)
    if lastSections[number] == UInt32(section + 1) { return }
    lastSections[number] = UInt32(section + 1)
    notes.append(UInt64(number) << 32 | UInt64(section << 1 | (isHeading ? 1 : 0)))
  }

  /// The bytes of a term.
  func term(_ number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

  /// By term: what was noted of it, sections ascending; and where each term's part starts, with the end at last.
  func postings() -> (values: [UInt32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for note in notes { starts[Int(note >> 32) + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var following = starts
    var values = [UInt32](repeating: 0, count: notes.count)
    for note in notes {
      let number = Int(note >> 32)
      values[following[number]] = UInt32(truncatingIfNeeded: note)
      following[number] += 1
    }
    return (values, starts)
  }

  private mutating func number(of term: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var slot = Self.hash(term) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isEqual(number, term) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: term)
    starts.append(UInt32(bytes.count))
    lastSections.append(0)
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private func isEqual(_ number: Int, _ term: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == term.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var offset = start
      for byte in term {
        if bytes[offset] != byte { return false }
        offset += 1
      }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for number in 0..<count {
      var slot = bytes.withUnsafeBufferPointer { bytes in
        Self.hash(bytes[Int(starts[number])..<Int(starts[number + 1])]) & (slots.count - 1)
      }
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// FNV-1a, its upper bits mixed into the lower ones.
  private static func hash(_ term: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int((hash ^ hash >> 29) & 0x7FFF_FFFF)
  }
}
