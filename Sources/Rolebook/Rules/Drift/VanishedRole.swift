import Markdown

extension Rule {
  static let vanishedRole = Rule(
    "vanished-role", .upkeep, .error, "A role is declared or named that the real system has no more",
    judging: .drift { drift in drift.goneRoles.compactMap { finding($0, drift) } })

  private static func finding(_ gone: GoneRole, _ drift: Drift) -> Finding? {
    guard let place = gone.declaration ?? gone.mentions.first?.place else { return nil }
    let words = gone.declaration == nil ? gone.mentions.first?.words ?? "" : "this page declares it"
    let echoes = gone.declaration == nil ? Array(gone.mentions.dropFirst()) : gone.mentions
    return Finding(
      "`\(gone.id)` does not exist upstream", at: place, label: words,
      related: drift.absence(of: gone) + relate(echoes),
      help: drift.suggestion(for: gone) ?? "drop it, or write the id that it has now",
      facts: [drift.platform, gone.id])
  }

  /// The first few other places; the last one counts the rest.
  private static func relate(_ echoes: [(words: String, place: Place)]) -> [Related] {
    let shown = echoes.prefix(3).map { Related($0.words, at: $0.place) }
    guard echoes.count > 3, let last = shown.last else { return shown }
    return shown.dropLast() + [
      Related("\(last.message), and \(echoes.count - 3) more places do", at: last.place)
    ]
  }
}

extension Drift {
  /// The place that says so: where it was deleted, else the first role of its family.
  fileprivate func absence(of gone: GoneRole) -> [Related] {
    if let deletion = gone.deletion { return [Related("it was deleted upstream", at: deletion)] }
    let family = family(ofRole: gone.id)
    guard let known = truth.families[family], let first = known.first else { return [] }
    let count = known.count
    let roles = count == 1 ? "1 role" : "\(count) roles"
    return [
      Related(
        "upstream has \(roles)\(family.isEmpty ? "" : " of `\(family)`"), without it",
        at: truth.roles[first].id.place,
        label: count == 1 ? nil : "the first of them")
    ]
  }

  fileprivate func suggestion(for gone: GoneRole) -> String? {
    let others = truth.families[family(ofRole: gone.id)] ?? []
    return Suggestion(others.map { truth.roles[$0].id.value }).question(for: gone.id)
  }
}
