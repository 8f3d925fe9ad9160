import Testing

@testable import Digests

/// The examples of FIPS 180-4 and of RFC 3174.
struct DigestTests {
  static let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (long, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
  ])
  func digestsBySHA256(text: String, digest: String) {
    #expect(hexadecimal(SHA256.digest(of: Array(text.utf8))) == digest)
  }

  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (long, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
  ])
  func digestsBySHA1(text: String, digest: String) {
    #expect(hexadecimal(SHA1.digest(of: Array(text.utf8))) == digest)
  }

  @Test func takesBytesInParts() {
    let bytes = [UInt8](repeating: 0x61, count: 1_000_000)
    for length in [1_000, 999_999] {
      var (first, second) = (SHA256(), SHA1())
      for start in stride(from: 0, to: bytes.count, by: length) {
        let part = Array(bytes[start..<min(start + length, bytes.count)])
        first.update(part)
        second.update(part)
      }
      #expect(
        hexadecimal(first.digest()) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
      #expect(hexadecimal(second.digest()) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
    }
  }
}
