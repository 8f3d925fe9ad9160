/// Strings of bytes, numbered in the order in which they are met.
///
/// A table of its own, because a dictionary would make an array for each of millions of words.
struct ByteTable: Sendable {
  /// The bytes of all strings, one after the other.
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]
  /// By slot: a string's hash in the upper half, its number and 1 in the lower one; 0 where the slot is free. A power of
  /// two of them.
  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 12)

  var count: Int { starts.count - 1 }

  /// The bytes of a string.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

  /// Calls `body` with all bytes, and where the string of each number starts, with the end at last.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>, [UInt32]) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body($0, starts) }
  }

  /// The number of a string, which may be new. The hash is that of its bytes.
  @inline(__always)
  mutating func number(of string: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = slots[slot]
      if UInt32(truncatingIfNeeded: entry >> 32) == hash {
        let number = Int(UInt32(truncatingIfNeeded: entry)) - 1
        if isEqual(number, string) { return number }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(string, hash, at: slot)
  }

  private mutating func add(_ string: UnsafeBufferPointer<UInt8>, _ hash: UInt32, at slot: Int) -> Int {
    bytes.append(contentsOf: string)
    starts.append(UInt32(bytes.count))
    slots[slot] = UInt64(hash) << 32 | UInt64(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  @inline(__always)
  private func isEqual(_ number: Int, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == string.count else { return false }
    for offset in 0..<string.count where bytes[start + offset] != string[offset] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 {
      var slot = Int(entry >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}

/// The hash of a string's bytes: FNV-1a, its upper bits mixed into the lower ones.
struct ByteHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(of bytes: UnsafeBufferPointer<UInt8>) { for byte in bytes { add(byte) } }

  @inline(__always)
  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  var value: UInt32 { UInt32(truncatingIfNeeded: state ^ state >> 32) }
}
