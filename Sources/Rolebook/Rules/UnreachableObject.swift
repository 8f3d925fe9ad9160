extension Rule {
  static let unreachableObject = Rule(
    "unreachable-object", .sql, .warning,
    "a right on tables without the right to use their schema, or the reverse"
  ) { catalog in
    catalog.judgedGuides.filter { !$0.grantsToStrangers }
      .flatMap { guide in
        let proofs = catalog.proofs(of: guide)
        return findUnreachableObjects(guide.access, proofs, catalog.mistakenGrants(of: guide, proofs))
      }
  }

  /// One finding for a grantee and a schema; where a claim says the same, it is the claim's.
  static func findUnreachableObjects(
    _ access: [ScriptAccess], _ proofs: [ClaimProof], _ mistaken: MistakenGrants = .none
  ) -> [Finding] {
    var seen: Set<[String]> = []
    return access.flatMap { access -> [Finding] in
      let granted = access.granted
      let claimed = ClaimedRights(proofs, granted)
      return
        (granted.closedSchemas.filter { !claimed.lacksWay($0) && !$0.isMistaken(mistaken) }.map(finding)
        + granted.barrenSchemas.filter { !claimed.speaksOf($0) && !$0.isMistaken(mistaken) }.map(barren))
        .filter { seen.insert($0.facts).inserted }
    }
  }

  private static func finding(_ closed: ClosedSchema) -> Finding {
    let event = closed.events[0]
    let others = closed.events.dropFirst().prefix(3).map { Related("nor this", at: $0.statement.place) }
    return Finding(
      "`\(event.grantee)` is granted `\(event.privilege)` on \(event.securable.inWords), but not "
        + "\(listInWords(closed.missing.map(\.privilege))) on \(closed.missing[0].securable.inWords)",
      at: event.securablePlace, label: "cannot be reached",
      related: others + [closed.reason], help: "add \(listInWords(closed.cures))",
      facts: [event.grantee] + closed.missing.map(\.text))
  }

  private static func barren(_ barren: ClosedSchema) -> Finding {
    let event = barren.events[0]
    var finding = Finding(
      "`\(event.grantee)` may use \(event.securable.inWords), but has no right on anything in it",
      at: event.securablePlace, label: "reads nothing", related: [barren.reason],
      help: "grant what it needs there, such as \(listInWords(barren.cures))",
      facts: [event.grantee, event.securable.text])
    finding.severity = barren.isCertain ? .warning : .info
    return finding
  }
}

extension Guide {
  /// Whether statements grant to a misspelled grantee or on a misspelled object: what is amiss then is that.
  fileprivate var grantsToStrangers: Bool {
    !faults(\.mismatchedGrantees).isEmpty || !faults(\.undefinedObjects).isEmpty
  }
}

/// What claims of the page say already.
private struct ClaimedRights {
  private let proofs: [(proof: ClaimProof, names: Set<String>)]

  init(_ proofs: [ClaimProof], _ granted: GrantedAccess) {
    self.proofs = proofs.map { proof in
      let grantee = granted.name(for: proof.claim.grantee.value)
      return (proof, Set(granted.roles(of: grantee).map(\.name)))
    }
  }

  /// Whether a claim that is not proved lacks the very same.
  func lacksWay(_ closed: ClosedSchema) -> Bool {
    proofs.contains { proof, names in
      names.contains(closed.grantee)
        && proof.trials.contains { trial in
          trial.proof.gaps.contains { gap in gap.need.map(closed.missing.contains) ?? false }
        }
    }
  }

  /// Whether a claim is about the grantee and the schema at all.
  func speaksOf(_ closed: ClosedSchema) -> Bool {
    proofs.contains { proof, names in
      names.contains(closed.grantee)
        && proof.claim.object.value.schema.map { namesMatch($0, closed.schema) } ?? false
    }
  }
}
