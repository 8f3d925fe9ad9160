import Digests

/// What bytes are known by: the id that git gives them, the SHA-1 of `blob`, their number, a zero byte and themselves.
public struct BlobID: Hashable, Sendable {
  /// The number of bytes that it is written in.
  static let length = 20

  private let first: UInt64
  private let second: UInt64
  private let last: UInt32

  init(of bytes: UnsafeRawBufferPointer) {
    var hash = SHA1()
    hash.update(Array("blob \(bytes.count)\0".utf8))
    hash.update(bytes)
    self = hash.digest().withUnsafeBytes { BlobID(written: $0) }
  }

  init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { BlobID(of: $0) } }

  /// Reads one from at least `length` bytes.
  init(written bytes: UnsafeRawBufferPointer) {
    first = bytes.loadUnaligned(as: UInt64.self)
    second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    last = bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self)
  }

  func append(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: first) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: second) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: last) { bytes.append(contentsOf: $0) }
  }
}

extension BlobID: CustomStringConvertible {
  /// Lower-case hexadecimal, as git shows it.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return hexadecimal(bytes)
  }
}
