/// Bytes as lower-case hexadecimal digits, two for each.
public func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
  String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
    var end = 0
    for byte in bytes {
      text[end] = digit(byte >> 4)
      text[end + 1] = digit(byte & 15)
      end += 2
    }
    return end
  }
}

public func hexadecimal(_ bytes: [UInt8]) -> String { hexadecimal(bytes[...]) }

@inline(__always)
private func digit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
