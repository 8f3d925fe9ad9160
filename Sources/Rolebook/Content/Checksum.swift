/// A number that tells damaged bytes from whole ones: FNV-1a, over eight bytes at a time. Each step can be undone,
/// so that damage within eight bytes always shows.
func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
  let prime: UInt64 = 0x100_0000_01B3
  var sum = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
  var offset = 0
  while offset + 8 <= bytes.count {
    sum = (sum ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* prime
    offset += 8
  }
  for byte in bytes[offset...] { sum = (sum ^ UInt64(byte)) &* prime }
  return sum
}
