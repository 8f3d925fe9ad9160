/// Sums of bytes, and of what is left of them without one: equal bytes have equal sums, and others hardly ever. All of
/// them take time that grows with the bytes.
struct ByteSums {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The sum of what stands before each byte, and in the end of all.
  private var before: [UInt64] = [0]
  /// The sum of what follows from each byte on, and the factor for what stands before that.
  private var rest: [(sum: UInt64, weight: UInt64)]

  init(_ bytes: [UInt8]) {
    rest = Array(repeating: (0, 1), count: bytes.count + 1)
    for byte in bytes { before.append(before[before.count - 1] &* Self.factor &+ UInt64(byte) &+ 1) }
    for index in bytes.indices.reversed() {
      let (sum, weight) = rest[index + 1]
      rest[index] = (sum &+ (UInt64(bytes[index]) &+ 1) &* weight, weight &* Self.factor)
    }
  }

  var whole: UInt64 { rest[0].sum }

  /// The sum of the bytes without the one at an index.
  func without(_ index: Int) -> UInt64 { before[index] &* rest[index + 1].weight &+ rest[index + 1].sum }
}
