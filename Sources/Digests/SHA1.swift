import CCrypto

/// SHA-1 (FIPS 180-4) of bytes that come one part after the other: what git names files by. It keeps nobody from making
/// two texts with one digest.
public struct SHA1 {
  private var state = SHA_CTX()

  public init() { SHA1_Init(&state) }

  /// The digest of these bytes.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA1()
    hash.update(bytes)
    return hash.digest()
  }

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    SHA1_Update(&state, bytes.baseAddress, bytes.count)
  }

  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// The digest of all that came: 20 bytes.
  public consuming func digest() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Int(SHA_DIGEST_LENGTH)) { digest, count in
      SHA1_Final(digest.baseAddress, &state)
      count = digest.count
    }
  }
}
