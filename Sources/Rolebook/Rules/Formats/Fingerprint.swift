import Digests

/// What a finding is known by when its lines move: a digest of its rule, its file and its facts.
enum Fingerprint {
  /// The fingerprints of findings, beside them. Those with the same rule, file and facts are numbered, the
  /// suppressed ones last, so that the numbers of the others do not depend on where the comments stand.
  static func all(_ findings: [Finding], in files: [SourceFile]) -> [String] {
    let order = findings.indices.sorted { left, right in
      let isNew = (findings[left].isSuppressed ? 1 : 0, findings[right].isSuppressed ? 1 : 0)
      return (isNew.0, findings[left].place.span.start, left) < (
        isNew.1, findings[right].place.span.start, right
      )
    }
    var seen: [String: Int] = [:]
    var fingerprints = [String](repeating: "", count: findings.count)
    for index in order {
      let finding = findings[index]
      let text = ([finding.rule, files[Int(finding.place.file)].path] + finding.facts)
        .joined(separator: "\u{1F}")
      let ordinal = seen[text, default: 0]
      seen[text] = ordinal + 1
      fingerprints[index] = digest(ordinal == 0 ? text : "\(text)\u{1F}\(ordinal)")
    }
    return fingerprints
  }

  /// The first 16 bytes of the text's SHA-256, in lower-case hexadecimal.
  private static func digest(_ text: String) -> String {
    hexadecimal(SHA256.digest(of: Array(text.utf8)).prefix(16))
  }
}
