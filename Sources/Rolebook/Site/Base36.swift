/// Numbers in digits and small letters, as JavaScript's `parseInt(text, 36)` reads them.
extension UInt32 {
  /// How many digits the largest number has.
  static let base36Digits = 7

  /// Writes the number, and returns where it ends.
  @inline(__always)
  func writeBase36(to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
    var end = start + 1
    var power: UInt64 = 36
    while UInt64(self) >= power {
      power *= 36
      end += 1
    }
    var rest = self
    for place in (start..<end).reversed() {
      bytes[place] = rest.lastBase36Digit
      rest /= 36
    }
    return end
  }

  fileprivate var lastBase36Digit: UInt8 {
    let digit = UInt8(truncatingIfNeeded: self % 36)
    return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}

extension [UInt8] {
  mutating func appendBase36(_ number: UInt32) {
    if number >= 36 { appendBase36(number / 36) }
    append(number.lastBase36Digit)
  }
}
