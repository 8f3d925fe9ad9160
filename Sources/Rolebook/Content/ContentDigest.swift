import Crypto

/// What bytes are known by: the first half of their SHA-256.
public struct ContentDigest: Hashable, Sendable {
  /// The number of bytes that it is written in.
  static let length = 16

  private let first: UInt64
  private let second: UInt64

  init(of bytes: UnsafeRawBufferPointer) {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    self = hash.finalize().withUnsafeBytes { ContentDigest(written: $0) }
  }

  init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { ContentDigest(of: $0) } }

  /// Reads one from at least `length` bytes.
  init(written bytes: UnsafeRawBufferPointer) {
    first = bytes.loadUnaligned(as: UInt64.self)
    second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
  }

  func append(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: first) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: second) { bytes.append(contentsOf: $0) }
  }
}
