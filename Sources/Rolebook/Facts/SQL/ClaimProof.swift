/// A claim and how it fares in every choice of options that it speaks of.
struct ClaimProof: Sendable {
  let claim: Claim
  let trials: [ChosenProof]
}

/// How a claim fares for one choice of options.
struct ChosenProof: Sendable {
  let options: [String]
  let proof: Proof
}

extension Script {
  /// Proves each claim for every choice of options in its scope.
  func proveAll(
    _ claims: [Claim], _ access: [ScriptAccess],
    roleHolds: (String, [String]) -> Bool = { _, _ in false },
    assigned: ([String]) -> AssignedAccess = { _ in AssignedAccess() }
  ) -> [ClaimProof] {
    let granted = access.flatMap { access in
      access.choices.map { (options: $0, access: access.granted, assigned: assigned($0)) }
    }
    return claims.map { claim in
      let scope = granted.filter { claim.options.holds(for: $0.options) }
      let trials = scope.map { choice in
        let proof = choice.access.prove(claim, roleHolds: roleHolds, assigned: choice.assigned)
        return ChosenProof(options: choice.options, proof: proof)
      }
      return ClaimProof(claim: claim, trials: trials)
    }
  }
}

extension Guide {
  /// The choices of options that a reader has; one empty choice where the guide offers none.
  var choices: [[String]] { combinations.isEmpty ? [[]] : combinations.map(\.options) }
}

extension Guide {
  /// What tables and steps give to a reader with these options.
  fileprivate func assigned(to chosen: [String]) -> AssignedAccess {
    let ownLists = options.filter { chosen.contains($0.id) }.flatMap(\.permissions)
    return AssignedAccess(
      roles: assignments.filter { $0.options.holds(for: chosen) },
      permissions: ownLists.filter { $0.options.holds(for: chosen) })
  }
}

extension Catalog {
  func proofs(of guide: Guide) -> [ClaimProof] { proofs[guide.page] ?? [] }

  /// Without the claims for an option that the guide does not have: nobody knows when they hold.
  func judgedProofs(of guide: Guide) -> [ClaimProof] {
    let unknown = facts[guide.page].compactMap { fact -> Place? in
      if case .unknownOption(let name) = fact { name.place } else { nil }
    }
    return proofs(of: guide).filter { proof in
      !unknown.contains {
        $0.span.start >= proof.claim.row.span.start && $0.span.end <= proof.claim.row.span.end
      }
    }
  }

  mutating func prove(jobs: Int) async {
    let claiming = guides.filter { !$0.claims.isEmpty }
    let found = await parallelMap(claiming.count, jobs: jobs) { [self] in prove(claiming[$0]) }
    proofs = Dictionary(uniqueKeysWithValues: zip(claiming.map(\.page), found))
  }

  private func prove(_ guide: Guide) -> [ClaimProof] {
    let platform = pages[guide.page].platform
    return guide.script.proveAll(
      guide.claims, guide.access,
      roleHolds: { role, permissions in holds(role, permissions, platform: platform) },
      assigned: guide.assigned)
  }

  /// Whether a role, by id or title, has all these permissions.
  private func holds(_ role: String, _ permissions: [String], platform: String?) -> Bool {
    guard let index = names.role(role, platform: platform) else { return false }
    return permissions.allSatisfy { name in
      names.permission(name, platform: platform).map { roles[index].permissions.contains($0) } ?? false
    }
  }
}
