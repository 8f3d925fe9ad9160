/// The claims of a guide with what proves them, for each option.
struct ClaimProofs: Sendable {
  private let claims: [ProvedClaim]

  init(_ guide: Guide) {
    claims = guide.claims.map { ProvedClaim(claim: $0, verdict: nil, statements: []) }
  }

  func claims(inOption id: String) -> [ProvedClaim] {
    claims.filter { $0.claim.options.isEmpty || $0.claim.options.contains(id) }
  }

  func claims(provedBy statement: Place) -> [Claim] {
    claims.filter { $0.statements.contains { $0.statement.place == statement } }.map(\.claim)
  }
}

/// A claim, and the statements that prove or refute it.
struct ProvedClaim: Sendable {
  let claim: Claim
  let verdict: Verdict?
  let statements: [(statement: SQLStatement, options: OptionScope)]
}
