extension Rule {
  static let refutedAccess = Rule(
    "refuted-access", .sql, .error, "an access table claims what a statement shows to be otherwise"
  ) { catalog in
    catalog.judgedGuides.flatMap { findRefutedAccess(catalog.judgedProofs(of: $0)) }
  }

  static func findRefutedAccess(_ proofs: [ClaimProof]) -> [Finding] {
    var echoes: [Key: [Claim]] = [:]
    let refuted = proofs.compactMap { proof -> RefutedClaim? in
      guard let failing = proof.failing({ $0.verdict == .refuted }), let why = failing.first.refutation else {
        return nil
      }
      let refuted = RefutedClaim(claim: proof.claim, proof: failing.first, why: why, choice: failing.choice)
      guard let key = refuted.key else { return refuted }
      defer { echoes[key, default: []].append(proof.claim) }
      return echoes[key] == nil ? refuted : nil
    }
    return refuted.map { claim in
      claim.finding(echoes: claim.key.flatMap { echoes[$0]?.dropFirst() } ?? [])
    }
  }

  /// One revocation refutes all claims of a grantee that need what it takes.
  fileprivate struct Key: Hashable {
    let revoke: Place
    let grantee: String
  }
}

/// A claim that a statement refutes, for the first choice of options where it does.
private struct RefutedClaim {
  let claim: Claim
  let proof: Proof
  let why: Proof.Refutation
  let choice: String

  var key: Rule.Key? {
    guard case .revoked(_, let revoke) = why else { return nil }
    return Rule.Key(revoke: revoke.place, grantee: claim.grantee.value)
  }

  func finding(echoes: ArraySlice<Claim>) -> Finding {
    switch why {
    case .schemaOnly(let grant): schemaOnly(grant)
    case .revoked(let grant, let revoke): revoked(grant, revoke, echoes)
    }
  }

  private var facts: [String] {
    [claim.grantee.value, claim.access.value.text, claim.object.value.text]
  }

  private func schemaOnly(_ grant: SQLStatement) -> Finding {
    let cures = proof.cures.isEmpty ? "" : ", or add \(listInWords(proof.cures))"
    return Finding(
      "`\(claim.access.value.text)` is claimed on \(claim.object.value.inWords), but `GRANT ALL ON SCHEMA` "
        + "gives no right on its tables\(choice)",
      at: claim.access.place, label: "missing: \(inWords(proof.gaps))",
      related: [Related("this gives `\(claim.grantee.value)` only USAGE and CREATE", at: grant.place)],
      help: "claim `create`\(cures)", facts: facts)
  }

  private func revoked(
    _ grant: SQLStatement, _ revoke: SQLStatement, _ echoes: ArraySlice<Claim>
  ) -> Finding {
    Finding(
      "`\(claim.access.value.text)` on \(claim.object.value.inWords) is claimed, but taken from "
        + "`\(claim.grantee.value)` again\(choice)",
      at: claim.access.place,
      related: [Related("granted here", at: grant.place), Related("and revoked here", at: revoke.place)]
        + echoes.prefix(3).map { Related("this claim fails by it too", at: $0.access.place) },
      help: "drop the `REVOKE`, or take the claim back", facts: facts)
  }
}
