import Digests

/// All that a file is made from, in 16 bytes: it has the bytes that it had with the same digest before, if the program,
/// the settings and the templates are the same too.
public struct InputDigest: Hashable, Sendable {
  /// The number of bytes that it is written in.
  public static let length = 16

  private let first: UInt64
  private let second: UInt64

  fileprivate init(of bytes: [UInt8]) {
    self = SHA256.digest(of: bytes).withUnsafeBytes { InputDigest(written: $0) }
  }

  /// Reads one from at least `length` bytes.
  public init(written bytes: UnsafeRawBufferPointer) {
    first = bytes.loadUnaligned(as: UInt64.self)
    second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
  }

  public func append(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: first) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: second) { bytes.append(contentsOf: $0) }
  }
}

/// The things that a file is made from, one after the other. Each text brings its length, so that no two lists read the
/// same; a list within the list brings its count first.
struct InputList {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1024) }

  var digest: InputDigest { InputDigest(of: bytes) }

  mutating func add(_ number: Int) { withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) } }
  mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }
  mutating func add(_ blob: BlobID) { blob.append(to: &bytes) }
  mutating func add(_ digest: InputDigest) { digest.append(to: &bytes) }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(text)
  }

  mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  mutating func add(_ text: [UInt8]) {
    add(text.count)
    bytes.append(contentsOf: text)
  }
}
