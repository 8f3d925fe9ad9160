/// The claims of a guide with the statements that prove or refute them.
struct ClaimProofs: Sendable {
  struct Claimed: Sendable {
    let claim: Claim
    let verdict: Verdict
    let statements: [SQLStatement]
  }

  private let proofs: [ClaimProof]
  private let scopes: [Place: OptionScope]
  /// The claims that each statement proves, in order.
  private let proved: [Place: [Int]]

  init(_ guide: Guide, in catalog: Catalog) {
    proofs = catalog.proofs(of: guide)
    let statements = guide.script.blocks.flatMap { block in
      block.statements.map { ($0.place, block.options) }
    }
    scopes = Dictionary(statements, uniquingKeysWith: { first, _ in first })
    var proved: [Place: [Int]] = [:]
    for (index, proof) in proofs.enumerated() {
      let proofs = proof.trials.map(\.proof).filter { $0.verdict == .proved }
      for place in Set(proofs.flatMap(\.statements).map(\.place)) { proved[place, default: []].append(index) }
    }
    self.proved = proved
  }

  /// The claims that speak of a reader with this option. One that holds with some of the other options
  /// only is not proved.
  func claims(inOption id: String) -> [Claimed] {
    proofs.compactMap { proof in
      let trials = proof.trials.filter { id.isEmpty || $0.options.contains(id) }.map(\.proof)
      if trials.isEmpty { return nil }
      let verdicts = Set(trials.map(\.verdict))
      let verdict = [.refuted, .unproved].first(where: verdicts.contains) ?? .proved
      var seen: Set<Place> = []
      let statements = trials.filter { $0.verdict == verdict }.flatMap(\.statements)
        .filter { seen.insert($0.place).inserted }
      return Claimed(claim: proof.claim, verdict: verdict, statements: statements)
    }
  }

  /// The claims that the statement at this place proves.
  func claims(provedBy statement: Place) -> [Claim] {
    proved[statement]?.map { proofs[$0].claim } ?? []
  }

  /// The options that the block of a statement belongs to.
  func options(of statement: SQLStatement) -> OptionScope { scopes[statement.place] ?? [] }
}
