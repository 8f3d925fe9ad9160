import Crypto

/// What a finding is known by when its lines move: a digest of its rule and facts.
enum Fingerprint {
  /// The fingerprints of findings, in their order. Those with the same rule and facts are told apart by
  /// their ordinal.
  static func all(_ findings: [Finding]) -> [String] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      let text = ([finding.rule] + finding.facts).joined(separator: "\u{1F}")
      let ordinal = seen[text, default: 0]
      seen[text] = ordinal + 1
      return digest(ordinal == 0 ? text : "\(text)\u{1F}\(ordinal)")
    }
  }

  /// The first 16 bytes of the text's SHA-256, in lower-case hexadecimal.
  private static func digest(_ text: String) -> String {
    var hash = SHA256()
    var text = text
    text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    return hexadecimal(hash.finalize().prefix(16))
  }
}
