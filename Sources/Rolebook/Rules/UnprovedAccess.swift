extension Rule {
  static let unprovedAccess = Rule(
    "unproved-access", .sql, .warning, "an access table claims what no statement of the page gives"
  ) { catalog in
    catalog.judgedGuides.flatMap { findUnprovedAccess($0.script, catalog.proofs(of: $0)) }
  }

  /// The claims that lack something, but those that are refuted or lack only an uncovered creator's tables.
  /// `invalid-privilege` speaks of those that a statement means to give and no database accepts.
  static func findUnprovedAccess(_ script: Script, _ proofs: [ClaimProof]) -> [Finding] {
    proofs.compactMap { proof -> Finding? in
      if let byDefault = proof.failing({ !$0.defaults.isEmpty }) {
        return proof.heldByDefault(byDefault.first, byDefault.choice, script)
      }
      guard !proof.trials.contains(where: { $0.proof.verdict == .refuted }) else { return nil }
      return proof.failing { !$0.otherGaps.isEmpty && !$0.isMisspelled }.map {
        proof.unproved($0.first, $0.choice, script)
      }
    }
  }
}

extension Catalog {
  /// The guides whose claims are judged: superseded pages are kept as they were.
  var judgedGuides: [Guide] { guides.filter { !pages[$0.page].isSuperseded } }
}

extension ClaimProof {
  /// The claim holds, but through nothing that the page does.
  fileprivate func heldByDefault(_ proof: Proof, _ choice: String, _ script: Script) -> Finding {
    var finding = Finding(
      "no statement gives `\(claim.grantee.value)` \(listInWords(proof.defaults.map(\.privilege))) "
        + "on \(claim.object.value.inWords)\(choice)",
      at: claim.object.place, label: "everybody has it, until it is revoked from `PUBLIC`",
      related: [nearest(proof, script)],
      help: "add \(listInWords(proof.cures)), or take the claim back", facts: facts)
    finding.severity = .info
    return finding
  }

  fileprivate func unproved(_ proof: Proof, _ choice: String, _ script: Script) -> Finding {
    var finding = Finding(
      "no statement proves that `\(claim.grantee.value)` has `\(claim.access.value.text)` "
        + "on \(claim.object.value.inWords)\(choice)",
      at: claim.object.place, label: "missing: \(inWords(proof.otherGaps))",
      related: [nearest(proof, script)],
      help: proof.cures.isEmpty ? nil : "add \(listInWords(proof.cures)), or take the claim back",
      facts: facts)
    finding.severity = proof.isInDoubt ? .info : .warning
    return finding
  }

  /// The statement after which the missing one belongs: one that gives a part of it, or the last that names
  /// the grantee; else where the script begins.
  private func nearest(_ proof: Proof, _ script: Script) -> Related {
    let name = claim.grantee.value.lowercased()
    let statements = script.statements
    if let part = proof.statements.last { return Related("this gives a part of it", at: part.place) }
    if let named = statements.last(where: { $0.text.lowercased().contains(name) }) {
      return Related("this names `\(claim.grantee.value)`, and gives nothing of it", at: named.place)
    }
    if let last = statements.last {
      return Related("nothing up to here names `\(claim.grantee.value)`", at: last.place)
    }
    return Related("the page has no statement for `\(claim.grantee.value)`", at: claim.grantee.place)
  }
}
