extension Rule {
  static let unprovedAccess = Rule(
    "unproved-access", .sql, .warning, "an access table claims what no statement of the page gives"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      let proofs = catalog.proofs(of: guide)
      return findUnprovedAccess(
        guide.script, catalog.judgedProofs(of: guide), catalog.mistakenGrants(of: guide, proofs))
    }
  }

  /// The claims that lack something, but those that are refuted or lack only an uncovered creator's tables.
  /// Where faulty statements mean to give it of which other rules speak, those do.
  static func findUnprovedAccess(
    _ script: Script, _ proofs: [ClaimProof], _ mistaken: MistakenGrants = .none
  ) -> [Finding] {
    let byDefault = proofs.compactMap { proof in
      proof.failing { !$0.defaults.isEmpty }.map {
        UnprovedClaim(claim: proof.claim, proof: $0.first, choice: $0.choice)
      }
    }
    let lacking = merge(proofs.compactMap { unproved($0, mistaken) })
    if byDefault.isEmpty && lacking.isEmpty { return [] }
    let said = SaidNames(script)
    return byDefault.map { $0.heldByDefault(said) } + lacking.map { $0.finding(said) }
  }

  private static func unproved(_ proof: ClaimProof, _ mistaken: MistakenGrants) -> UnprovedClaim? {
    guard proof.failing({ !$0.defaults.isEmpty }) == nil,
      !proof.trials.contains(where: { $0.proof.verdict == .refuted }), !mistaken.explains(proof.claim),
      let failing = proof.failing({ !$0.otherGaps.isEmpty && !$0.isMisspelled })
    else { return nil }
    return UnprovedClaim(
      claim: proof.claim, proof: failing.first, choice: failing.choice,
      mistake: mistaken.mistake(for: proof.claim))
  }

  /// Claims of one grantee that lack the very same become one.
  private static func merge(_ claims: [UnprovedClaim]) -> [UnprovedClaim] {
    var merged: [UnprovedClaim] = []
    var index: [String: Int] = [:]
    for claim in claims {
      if let key = claim.lack, let known = index[key] {
        merged[known].others.append(claim.claim)
      } else {
        if let key = claim.lack { index[key] = merged.count }
        merged.append(claim)
      }
    }
    return merged
  }
}

extension Catalog {
  /// The guides whose claims are judged: superseded pages are kept as they were.
  var judgedGuides: [Guide] { guides.filter { !pages[$0.page].isSuperseded } }
}

/// Who is named where in a script.
private struct SaidNames {
  let statements: [SQLStatement]
  private let words: StatementWords

  init(_ script: Script) {
    statements = script.statements
    words = StatementWords(statements)
  }

  /// The last statement that names somebody.
  func last(naming name: String) -> SQLStatement? { words.last(naming: name).map { statements[$0] } }
}

/// A claim that no statement proves, for the first choice of options where it fails.
private struct UnprovedClaim {
  let claim: Claim
  let proof: Proof
  let choice: String
  /// The statement that means to prove it.
  var mistake: MistakenGrants.Mistake?
  /// Claims that lack the very same.
  var others: [Claim] = []

  /// The grantee and what it lacks, where these are privileges.
  var lack: String? {
    guard proof.otherGaps.allSatisfy({ $0.need != nil }), !proof.isInDoubt else { return nil }
    return ([claim.grantee.value] + proof.otherGaps.map(\.text)).joined(separator: "\n")
  }

  /// The claim holds, but through nothing that the page does.
  func heldByDefault(_ said: SaidNames) -> Finding {
    var finding = Finding(
      "no statement gives `\(claim.grantee.value)` \(listInWords(proof.defaults.map(\.privilege))) "
        + "on \(claim.object.value.inWords)\(choice)",
      at: claim.object.place, label: "everybody has it, until it is revoked from `PUBLIC`",
      related: [nearest(said)],
      help: "add \(listInWords(proof.cures)), or take the claim back", facts: facts)
    finding.severity = .info
    return finding
  }

  func finding(_ said: SaidNames) -> Finding {
    var finding = Finding(
      "no statement proves that `\(claim.grantee.value)` has `\(claim.access.value.text)` "
        + "on \(claim.object.value.inWords)\(choice)",
      at: claim.object.place, label: "missing: \(inWords(proof.otherGaps))",
      related: [mistake.map(instead) ?? nearest(said)]
        + others.prefix(3).map { Related("this claim lacks the same", at: $0.object.place) },
      help: help, facts: facts)
    finding.severity = proof.isInDoubt ? .info : .warning
    return finding
  }

  private var facts: [String] {
    [claim.grantee.value, claim.access.value.text, claim.object.value.text]
  }

  private func instead(_ mistake: MistakenGrants.Mistake) -> Related {
    let right = mistake.right
    let words =
      switch mistake.difference {
      case .privilege: "this gives it \(listInWords(right.names))"
      case .grantee: "this gives it to `\(right.grantee)`"
      case .name: "this gives it on \(right.securable?.inWords ?? right.object)"
      }
    return Related(words + ", and no claim says so", at: right.statement.place)
  }

  private var help: String? {
    if proof.cures.isEmpty { return nil }
    return mistake == nil
      ? "add \(listInWords(proof.cures)), or take the claim back"
      : "write \(listInWords(proof.cures)), or correct the claim"
  }

  /// The statement after which the missing one belongs: one that gives a part of it, or the last that names
  /// the grantee; else where the script begins.
  private func nearest(_ said: SaidNames) -> Related {
    if let part = proof.statements.last { return Related("this gives a part of it", at: part.place) }
    if let named = said.last(naming: claim.grantee.value) {
      return Related("this names `\(claim.grantee.value)`, and gives nothing of it", at: named.place)
    }
    if let last = said.statements.last {
      return Related("nothing up to here names `\(claim.grantee.value)`", at: last.place)
    }
    return Related("the page has no statement for `\(claim.grantee.value)`", at: claim.grantee.place)
  }
}
