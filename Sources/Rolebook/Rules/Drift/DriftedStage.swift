extension Rule {
  static let driftedStage = Rule(
    "drifted-stage", .upkeep, .warning, "A role has another stage in the real system",
    judging: .drift { drift in
      let drifted = drift.roles.compactMap { StagePair($0) }
      let unwritten = drifted.filter { $0.written == nil }.count
      return drifted.filter { $0.written != nil || unwritten < 10 || drift.statesStages }
        .map { finding($0, drift) }
    })

  private static func finding(_ pair: StagePair, _ drift: Drift) -> Finding {
    let id = pair.role.documented.id
    let (here, there) = (pair.here.rawValue, pair.there.rawValue)
    let edits = drift.edits(staging: pair.role.documented, as: pair.there)
    return Finding(
      "`\(id)` is `\(here)` here and `\(there)` upstream",
      at: pair.written?.place ?? pair.role.documented.declaration.id.place,
      label: pair.written == nil ? "no stage is written, so it is `\(here)`" : nil,
      related: [Related("this is its stage upstream", at: pair.upstream.place)],
      help: pair.written == nil ? "write `Stage: \(there)`" : "write `\(there)`",
      fix: edits.isEmpty ? nil : Fix(isSafe: false, edits: edits),
      facts: [drift.platform, id, here, there])
  }
}

/// The stage of a role on its pages and another one in the truth.
private struct StagePair {
  let role: DriftedRole
  /// Where the pages write it; nil where they leave it out, which means `ga`.
  let written: Located<Stage>?
  let upstream: Located<String>
  let there: Stage

  var here: Stage { written?.value ?? .ga }

  /// Nil where they agree, or where one of them says what the other has no word for.
  init?(_ role: DriftedRole) {
    guard let upstream = role.real.stage, let there = Stage(upstream: upstream.value) else { return nil }
    self.role = role
    self.upstream = upstream
    self.there = there
    written = role.documented.declaration.stages.first
    if here == there || here == .reserved { return nil }
  }
}

extension Drift {
  /// Whether the pages give a stage to any role. Where they give none, and ten or more roles have one upstream, they
  /// do not set out to document stages.
  fileprivate var statesStages: Bool { roles.contains { !$0.documented.declaration.stages.isEmpty } }
}
