extension Rule {
  static let uncoveredCreator = Rule(
    "uncovered-creator", .sql, .warning,
    "default privileges for future tables miss a user who may create them"
  ) { catalog in
    catalog.judgedGuides.flatMap { guide in
      findUncoveredCreators(catalog.judgedProofs(of: guide), unknownNames: catalog.unknownNames(of: guide))
    }
  }

  /// One finding for a creator, a schema and the role that will not see the tables. Of default privileges for
  /// somebody whom nobody knows another rule speaks.
  static func findUncoveredCreators(_ proofs: [ClaimProof], unknownNames: Set<String> = []) -> [Finding] {
    var seen: Set<[String]> = []
    return proofs.flatMap { proof in
      proof.trials.flatMap(\.proof.uncoveredCreators).compactMap { creator in
        let facts = [creator.user, creator.schema, proof.claim.grantee.value]
        guard !creator.defaults.contains(where: { $0.isFor(unknownNames) }), seen.insert(facts).inserted
        else {
          return nil
        }
        return proof.finding(for: creator, facts: facts)
      }
    }
  }
}

extension ClaimProof {
  fileprivate func finding(for creator: UncoveredCreator, facts: [String]) -> Finding? {
    guard let defaults = creator.defaults.first else { return nil }
    let claimed = Related(
      "`\(claim.grantee.value)` is claimed to have `\(claim.access.value.text)`", at: claim.access.place)
    let permit = creator.permit.map { Related("`\(creator.user)` may create there", at: $0.place) }
    let membership = creator.membership.map {
      Related(
        "as a member `\(creator.user)` reads them all the same, for it owns them; others do not", at: $0.place
      )
    }
    return Finding(
      "default privileges miss `\(creator.user)`, who may create tables in schema `\(creator.schema)`",
      at: defaults.place,
      label: defaults.namesCreators ? "covers other users" : "covers only who runs it",
      related: [claimed] + [permit, membership].compactMap(\.self),
      help: "add `\(creator.cure)`", facts: facts)
  }
}

extension SQLStatement {
  fileprivate var namesCreators: Bool {
    if case .defaultPrivileges(let defaults) = effect { !defaults.creators.isEmpty } else { false }
  }
}

extension SQLStatement {
  fileprivate func isFor(_ names: Set<String>) -> Bool {
    guard case .defaultPrivileges(let defaults) = effect else { return false }
    return defaults.creators.contains { names.contains($0.value) }
  }
}
