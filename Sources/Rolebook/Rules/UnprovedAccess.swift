extension Rule {
  static let unprovedAccess = Rule(
    "unproved-access", .sql, .warning, "an access table claims what no statement of the page gives"
  ) { catalog in
    catalog.judgedGuides.flatMap { findUnprovedAccess(catalog.proofs(of: $0)) }
  }

  /// The claims that lack something, but those that are refuted or lack only an uncovered creator's tables.
  static func findUnprovedAccess(_ proofs: [ClaimProof]) -> [Finding] {
    proofs.compactMap { proof in
      guard !proof.trials.contains(where: { $0.proof.verdict == .refuted }) else { return nil }
      return proof.failing { !$0.otherGaps.isEmpty }.map { proof.unproved($0.first, $0.choice) }
    }
  }
}

extension Catalog {
  /// The guides whose claims are judged: superseded pages are kept as they were.
  var judgedGuides: [Guide] { guides.filter { !pages[$0.page].isSuperseded } }
}

extension ClaimProof {
  fileprivate func unproved(_ proof: Proof, _ choice: String) -> Finding {
    var finding = Finding(
      "no statement proves that `\(claim.grantee.value)` has `\(claim.access.value.text)` "
        + "on \(claim.object.value.inWords)\(choice)",
      at: claim.object.place, label: "missing: \(inWords(proof.otherGaps))",
      help: proof.cures.isEmpty ? nil : "add \(listInWords(proof.cures)), or take the claim back",
      facts: facts)
    finding.severity = proof.isInDoubt ? .info : .warning
    return finding
  }
}
