import Markdown

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
    return bytes.withUnsafeBufferPointer { bytes in
      UnsafeBufferPointer(rebasing: bytes[start..<start + string.count]).hasSameBytes(as: string)
    }
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

/// The hash of a string's bytes, eight at a time.
struct ByteHash {
  let value: UInt32

  @inline(__always)
  init(of bytes: UnsafeBufferPointer<UInt8>) {
    var state = UInt64(truncatingIfNeeded: bytes.count)
    bytes.forEachWord { state = (state ^ $0) &* 0x9E37_79B9_7F4A_7C15 ^ state >> 29 }
    state = (state ^ state >> 32) &* 0xD6E8_FEB8_6659_FD93
    value = UInt32(truncatingIfNeeded: state >> 32)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Calls `body` with the bytes, eight at a time; the last word may hold less.
  @inline(__always)
  fileprivate func forEachWord(_ body: (UInt64) -> Void) {
    var offset = 0
    while offset + 8 <= count {
      body(word(at: offset))
      offset += 8
    }
    if offset < count { body(lastWord(from: offset)) }
  }

  /// Fewer than eight bytes at the end, each at least once: two words of them may overlap.
  @inline(__always)
  private func lastWord(from offset: Int) -> UInt64 {
    let rest = count - offset
    if count >= 8 { return word(at: count - 8) }
    if rest >= 4 {
      return half(at: offset) | half(at: count - 4) << 32
    }
    return UInt64(self[offset]) | UInt64(self[offset + rest / 2]) << 8 | UInt64(self[count - 1]) << 16
  }

  /// Whether a buffer of the same length holds the same bytes.
  @inline(__always)
  fileprivate func hasSameBytes(as other: Self) -> Bool {
    var offset = 0
    while offset + 8 <= count {
      if word(at: offset) != other.word(at: offset) { return false }
      offset += 8
    }
    return offset == count || lastWord(from: offset) == other.lastWord(from: offset)
  }

  /// Four bytes as one number.
  @inline(__always)
  private func half(at offset: Int) -> UInt64 {
    UInt64(UnsafeRawPointer(baseAddress!).loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
