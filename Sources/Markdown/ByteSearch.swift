/// Looks through bytes eight at a time, because whole pages are searched, by several rules.
extension UnsafeBufferPointer where Element == UInt8 {
  /// Where a byte stands for the first time, from `start` on.
  public func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    let pattern = UInt64(repeating: byte)
    var offset = start
    while offset + 8 <= count, !(word(at: offset) ^ pattern).hasZeroByte { offset += 8 }
    while offset < count {
      if self[offset] == byte { return offset }
      offset += 1
    }
    return nil
  }

  /// Where three bytes stand one after the other for the first time, from `start` on.
  public func firstOffset(of bytes: (UInt8, UInt8, UInt8), from start: Int = 0) -> Int? {
    let patterns = (
      UInt64(repeating: bytes.0), UInt64(repeating: bytes.1), UInt64(repeating: bytes.2)
    )
    var offset = start
    // A byte of the three words together is zero where all three match.
    while offset + 10 <= count,
      !((word(at: offset) ^ patterns.0) | (word(at: offset + 1) ^ patterns.1)
        | (word(at: offset + 2) ^ patterns.2)).hasZeroByte
    {
      offset += 8
    }
    while offset + 3 <= count {
      if (self[offset], self[offset + 1], self[offset + 2]) == bytes { return offset }
      offset += 1
    }
    return nil
  }

  /// Whether a byte stands more often than this.
  func holds(moreThan count: Int, of byte: UInt8) -> Bool {
    var found = 0
    var offset = 0
    while found <= count, let next = firstOffset(of: byte, from: offset) {
      found += 1
      offset = next + 1
    }
    return found > count
  }

  /// Where the next LF or CR is.
  func firstLineEnd(from start: Int) -> Int? {
    var offset = start
    while offset + 8 <= count, !word(at: offset).hasLineEnd { offset += 8 }
    while offset < count {
      if self[offset].isLineEnd { return offset }
      offset += 1
    }
    return nil
  }

  /// From where to look closer for bytes that are no ASCII: there is none from `start` up to it.
  public func skippingASCII(from start: Int) -> Int {
    var offset = start
    while offset + 8 <= count, word(at: offset).isASCII { offset += 8 }
    return offset
  }

  /// Whether no byte is beyond ASCII.
  public var isASCII: Bool {
    var offset = skippingASCII(from: 0)
    while offset < count, self[offset] < 0x80 { offset += 1 }
    return offset == count
  }

  /// Eight bytes as one number; there must be as many.
  @inline(__always)
  public func word(at offset: Int) -> UInt64 {
    UnsafeRawPointer(baseAddress!).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}

extension UInt64 {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Eight times the same byte.
  @inline(__always)
  fileprivate init(repeating byte: UInt8) { self = Self.ones &* UInt64(byte) }

  @inline(__always)
  fileprivate var hasLineEnd: Bool {
    (self ^ UInt64(repeating: .lineFeed)).hasZeroByte
      || (self ^ UInt64(repeating: .carriageReturn)).hasZeroByte
  }

  /// Whether one of the eight bytes is `&`, `<`, `>` or `"`: of each two that differ in one bit, both are tested at once.
  @inline(__always)
  var mayHoldEntity: Bool {
    ((self | UInt64(repeating: 0x02)) ^ UInt64(repeating: UInt8(ascii: ">"))).hasZeroByte
      || ((self | UInt64(repeating: 0x04)) ^ UInt64(repeating: UInt8(ascii: "&"))).hasZeroByte
  }

  /// Whether one of the eight bytes is 0 (Mycroft's test).
  @inline(__always)
  fileprivate var hasZeroByte: Bool { (self &- Self.ones) & ~self & Self.highBits != 0 }

  /// Whether one of the eight bytes is a backslash or `&`, which text may be written with but not read as.
  @inline(__always)
  var mayHoldEscape: Bool {
    (self ^ UInt64(repeating: .backslash)).hasZeroByte
      || (self ^ UInt64(repeating: UInt8(ascii: "&"))).hasZeroByte
  }

  /// Whether one of the eight bytes is a control character, a quotation mark, a backslash or `<`.
  @inline(__always)
  public var mayHoldJSONEscape: Bool {
    (self &- UInt64(repeating: 0x20)) & ~self & Self.highBits != 0
      || (self ^ UInt64(repeating: UInt8(ascii: "\""))).hasZeroByte
      || (self ^ UInt64(repeating: .backslash)).hasZeroByte
      || (self ^ UInt64(repeating: UInt8(ascii: "<"))).hasZeroByte
  }

  /// Whether all eight bytes are ASCII.
  @inline(__always)
  public var isASCII: Bool { self & Self.highBits == 0 }
}
