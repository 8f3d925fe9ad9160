/// Sections in ascending order, each as twice its number, and 1 more where the term stands in its heading. They are
/// written as differences, the first one from 0, seven bits a byte, the lowest first; a byte that is not the last of
/// its number has its highest bit set.
struct SectionList {
  private let bytes: ArraySlice<UInt8>
  private let start: UInt32

  /// Sections that are counted from this one.
  init(_ bytes: ArraySlice<UInt8>, from section: Int = 0) {
    self.bytes = bytes
    start = UInt32(section) << 1
  }

  /// How many there are.
  var count: Int {
    bytes.withUnsafeBufferPointer { bytes in bytes.reduce(into: 0) { if $1 < 0x80 { $0 += 1 } } }
  }

  /// Calls `body` with each one.
  @inline(__always)
  func walk(_ body: (UInt32) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var (value, shift): (UInt32, UInt32) = (start, 0)
      for byte in bytes {
        value += UInt32(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 {
          body(value)
          shift = 0
        }
      }
    }
  }

  static func length(of difference: UInt32) -> Int {
    max(1, (UInt32.bitWidth - difference.leadingZeroBitCount + 6) / 7)
  }

  /// Writes a difference and returns its length.
  static func write(
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

extension [UInt8] {
  /// Appends bytes behind their number, which is written as those of a list are.
  mutating func appendWithLength(_ bytes: ArraySlice<UInt8>) {
    var rest = UInt32(bytes.count)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
    append(contentsOf: bytes)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the bytes lie whose number stands at a place, which moves behind them; nil at the end.
  func nextRange(at place: inout Int) -> Range<Int>? {
    var (length, shift) = (0, 0)
    while place < count, shift < 32 {
      let byte = self[place]
      place += 1
      length |= Int(byte & 0x7F) << shift
      shift += 7
      guard byte < 0x80 else { continue }
      let start = place
      place += length
      return place <= count ? start..<place : nil
    }
    return nil
  }
}
