extension ClaimProof {
  /// The trials in which something fails, and the words that say which choice that is: empty where it
  /// fails whatever the reader chooses.
  func failing(_ fails: (Proof) -> Bool) -> (first: Proof, choice: String)? {
    let failing = trials.filter { fails($0.proof) }
    guard let first = failing.first else { return nil }
    return (first.proof, failing.count == trials.count ? "" : " with \(optionsInWords(first.options))")
  }

  /// What the claim is made of, for fingerprints.
  var facts: [String] { [claim.grantee.value, claim.access.value.text, claim.object.value.text] }
}

/// Gaps as a label names them, those on one securable together: `INSERT, UPDATE on all tables in schema s`.
func inWords(_ gaps: [Proof.Gap]) -> String {
  var parts: [(securable: Securable?, text: String)] = []
  for gap in gaps {
    if let need = gap.need, let index = parts.firstIndex(where: { $0.securable == need.securable }) {
      let privileges = parts[index].text.dropLast(" on \(need.securable.text)".count)
      parts[index].text = "\(privileges), \(need.text)"
    } else {
      parts.append((gap.need?.securable, gap.text))
    }
  }
  return parts.map(\.text).joined(separator: "; ")
}

/// Options as a message names them: "option `a`", "options `a` and `b`".
func optionsInWords(_ options: [String]) -> String {
  "option\(options.count == 1 ? "" : "s") \(listInWords(options))"
}

/// Words in backticks: "`a`, `b` and `c`".
func listInWords(_ words: [String]) -> String {
  let quoted = words.map { "`\($0)`" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " and " + last
}

extension Securable {
  /// In words, its name in backticks: "schema `sales`".
  var inWords: String {
    if name.isEmpty { return kind.rawValue }
    return text.dropLast(name.count) + "`\(name)`"
  }
}
