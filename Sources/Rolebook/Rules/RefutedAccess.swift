extension Rule {
  static let refutedAccess = Rule(
    "refuted-access", .sql, .error, "an access table claims what a statement shows to be otherwise"
  ) { catalog in
    catalog.judgedGuides.flatMap { findRefutedAccess(catalog.proofs(of: $0)) }
  }

  static func findRefutedAccess(_ proofs: [ClaimProof]) -> [Finding] {
    proofs.compactMap { proof in
      guard let failing = proof.failing({ $0.verdict == .refuted }), let why = failing.first.refutation else {
        return nil
      }
      return proof.refuted(failing.first, why, failing.choice)
    }
  }
}

extension ClaimProof {
  fileprivate func refuted(_ proof: Proof, _ why: Proof.Refutation, _ choice: String) -> Finding {
    switch why {
    case .schemaOnly(let grant): schemaOnly(proof, grant, choice)
    case .revoked(let grant, let revoke): revoked(grant, revoke, choice)
    }
  }

  private func schemaOnly(_ proof: Proof, _ grant: SQLStatement, _ choice: String) -> Finding {
    let cures = proof.cures.isEmpty ? "" : ", or add \(listInWords(proof.cures))"
    return Finding(
      "`\(claim.access.value.text)` is claimed on \(claim.object.value.inWords), but `GRANT ALL ON SCHEMA` "
        + "gives no right on its tables\(choice)",
      at: claim.access.place, label: "missing: \(inWords(proof.gaps))",
      related: [Related("this gives `\(claim.grantee.value)` only USAGE and CREATE", at: grant.place)],
      help: "claim `create`\(cures)", facts: facts)
  }

  private func revoked(_ grant: SQLStatement, _ revoke: SQLStatement, _ choice: String) -> Finding {
    Finding(
      "`\(claim.access.value.text)` on \(claim.object.value.inWords) is claimed, but taken from "
        + "`\(claim.grantee.value)` again\(choice)",
      at: claim.access.place,
      related: [Related("granted here", at: grant.place), Related("and revoked here", at: revoke.place)],
      help: "drop the `REVOKE`, or take the claim back", facts: facts)
  }
}
